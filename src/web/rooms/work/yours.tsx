import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay, useParts } from '../../app/may.ts';
import { contributionsAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';

interface Props {
  readonly work: WorkAnswer;
}

/** What of a work waits for the member alone: their lines to confirm, or the agreement to sign. */
export function Yours({ work }: Props) {
  const member = useMember();
  const allowed = useMay({ work: work.id });
  if (member === undefined) return null;
  const hasDrafts = (work.counts['draft'] ?? 0) > 0 && allowed('contributions.list');
  return hasDrafts ? <OwnLines work={work} agent={member.id} /> : <Unsigned work={work} />;
}

/** Asked for before the page is drawn, so that nothing moves when the answer is there. */
function OwnLines({ work, agent }: Props & { readonly agent: string }) {
  const asked = contributionsAsked({ work: work.id, agent, status: 'draft' });
  const { data } = useSuspenseInfiniteQuery(asked);
  const own = data.pages
    .flatMap(({ items }) => items)
    .filter((line) => line.agent === agent && line.supersededBy === null);
  return own.length === 0 ? <Unsigned work={work} /> : <Note work={work} lines={own.length} />;
}

/** Whoever gives to a work signs its agreement first; its steward does so with the agreement. */
function Unsigned({ work }: Props) {
  const member = useMember();
  const part = useParts({ work: work.id });
  const agreement = work.governing ?? work.agreement;
  const isMaker = part.includes('contributor') && !part.includes('steward');
  const hasSigned = agreement?.signed.some(({ agent }) => agent === member?.id) ?? true;
  return hasSigned || !isMaker ? null : <Note work={work} lines={0} />;
}

/** `lines`: how many of the member's own wait; 0 where only the signature does. */
function Note({ work, lines }: Props & { readonly lines: number }) {
  const say = useWorkRoomWords();
  return (
    <section className="work-yours no-print">
      <p>{lines === 0 ? say('yours.sign') : say('yours', { n: lines })}</p>
      <Link to="/works/$work/confirm" params={{ work: work.id }} className={buttonClass()}>
        {say(lines === 0 ? 'yours.read' : 'yours.see')}
      </Link>
    </section>
  );
}
