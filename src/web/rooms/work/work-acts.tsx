import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useNarrow } from '../../parts/narrow.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

interface Props {
  readonly work: WorkAnswer;
}

/**
 * The acts of a work: contributing, inviting, a quote. Each is a room of its own; their links stand
 * here, one of them in ink, which is the first one on a phone. What is put in goes to the newest
 * release.
 */
export function WorkActs({ work, newest }: Props & { readonly newest: WorkAnswer }) {
  const isNarrow = useNarrow();
  return (
    <div className="row no-print work-acts">
      {isNarrow ? <Contribute work={newest} /> : null}
      <PayFor work={work} />
      <Invite work={work} />
      {isNarrow ? null : <Contribute work={newest} />}
    </div>
  );
}

function Contribute({ work }: Props) {
  const sayApp = useAppWords();
  const allowed = useMay({ work: work.id });
  if (work.status === 'open' || !allowed('contribution.added')) return null;
  return (
    <Link to="/works/$work/add" params={{ work: work.id }} className={buttonClass('ink')}>
      <Icon name="plus" />
      {sayApp('nav.add')}
    </Link>
  );
}

function Invite({ work }: Props) {
  const sayApp = useAppWords();
  const allowed = useMay({ work: work.id });
  if (!allowed('invitation.made')) return null;
  return (
    <Link to="/works/$work/invite" params={{ work: work.id }} className={buttonClass()}>
      <Icon name="link" />
      {sayApp('nav.invite')}
    </Link>
  );
}

/** A quote for whoever is to pay, and once it is open, what came of it. */
function PayFor({ work }: Props) {
  const say = useWorkRoomWords();
  const allowed = useMay({ work: work.id });
  const params = { work: work.id };
  if (work.status === 'open') {
    return (
      <Link
        to="/works/$work/opening"
        params={params}
        search={{ release: work.release.id }}
        className={buttonClass()}
      >
        {say('see-opening')}
      </Link>
    );
  }
  if (!allowed('quote.made')) return null;
  return (
    <Link to="/works/$work/quote" params={params} className={buttonClass()}>
      {say('quote')}
    </Link>
  );
}
