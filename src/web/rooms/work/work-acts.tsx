import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMember } from '../../app/session.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { useAppWords } from '../../words/app/words.ts';

/**
 * The acts of a work, at its head: adding work, inviting, a quote. Each is a room of its own; their
 * links stand here, one of them in ink.
 */
export function WorkActs({ work }: { readonly work: WorkAnswer }) {
  const sayApp = useAppWords();
  const member = useMember();
  const isKeeper = member?.owner === true || member?.id === work.steward;
  const params = { work: work.id };
  return (
    <div className="row no-print">
      {isKeeper ? (
        <Link to="/works/$work/invite" params={params} className={buttonClass()}>
          {sayApp('nav.invite')}
        </Link>
      ) : null}
      {work.status === 'open' ? null : (
        <Link to="/works/$work/add" params={params} className={buttonClass('ink')}>
          {sayApp('nav.add')}
        </Link>
      )}
    </div>
  );
}
