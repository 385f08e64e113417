import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

/**
 * The acts of a work, at its head: adding work, inviting, a quote. Each is a room of its own; their
 * links stand here, one of them in ink.
 */
export function WorkActs({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const sayApp = useAppWords();
  const allowed = useMay({ work: work.id });
  const params = { work: work.id };
  return (
    <div className="row no-print">
      {work.status === 'open' ? (
        <Link
          to="/works/$work/opening"
          params={params}
          search={{ release: work.release.id }}
          className={buttonClass()}
        >
          {say('see-opening')}
        </Link>
      ) : allowed('quote.made') ? (
        <Link to="/works/$work/quote" params={params} className={buttonClass()}>
          {say('quote')}
        </Link>
      ) : null}
      {allowed('invitation.made') ? (
        <Link to="/works/$work/invite" params={params} className={buttonClass()}>
          <Icon name="link" />
          {sayApp('nav.invite')}
        </Link>
      ) : null}
      {work.status === 'open' || !allowed('contribution.added') ? null : (
        <Link to="/works/$work/add" params={params} className={buttonClass('ink')}>
          <Icon name="plus" />
          {sayApp('nav.add')}
        </Link>
      )}
    </div>
  );
}
