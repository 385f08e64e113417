import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import type { Workings } from '../../../domain/effort/workings.ts';
import { useParts } from '../../app/may.ts';
import { contributionsAsked, workingsAsked } from '../../app/questions.ts';
import { reader, useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useExplained } from '../work/opened.ts';
import { useActing } from './acting.ts';

/** What of a contribution is on the sheet: itself, or the form of one act. */
export type Mode = 'read' | 'reject' | 'confirm' | 'replace' | 'withdraw' | 'cancel';

interface Props {
  readonly work: WorkAnswer;
  readonly line: ContributionAnswer;
  readonly name: string;
  readonly onMode: (mode: Mode) => void;
}

/** What the member may do with the line: its author one thing, others another. */
export function LineActs(props: Props) {
  const { work, line, onMode } = props;
  const member = useMember();
  const part = useParts({ work: work.id });
  const author = useQuery({
    queryKey: ['agent', line.agent],
    queryFn: () => reader.agents.show(line.agent),
  }).data;
  if (member === undefined || author === undefined || line.supersededBy !== null) return null;
  const isOwn = author.id === member.id;
  if (isOwn || author.responsible === member.id) {
    return <AuthorActs line={line} isOwn={isOwn} onMode={onMode} />;
  }
  const hasReviewed = line.reviews.some(({ agent }) => agent === member.id);
  // Only who has signed may review: others are not asked.
  if (!part.includes('signatory')) return null;
  if (line.status !== 'submitted' || line.estimate || hasReviewed) return <Next {...props} />;
  return <ReviewActs {...props} />;
}

interface AuthorProps extends Pick<Props, 'line' | 'onMode'> {
  readonly isOwn: boolean;
}

function AuthorActs({ line, isOwn, onMode }: AuthorProps) {
  const say = useContributionWords();
  const isDraft = line.status === 'draft';
  if (line.status === 'accepted') {
    return <Button onClick={() => onMode('cancel')}>{say('cancel')}</Button>;
  }
  if (line.status === 'rejected' && isOwn) {
    return <Button onClick={() => onMode('replace')}>{say('again')}</Button>;
  }
  if (!isDraft && line.status !== 'submitted') return null;
  return (
    <>
      {isDraft ? (
        <Button look="ink" onClick={() => onMode('confirm')}>
          {say('confirm')}
        </Button>
      ) : (
        <p className="second">{say('by-others')}</p>
      )}
      {isOwn ? <Button onClick={() => onMode('replace')}>{say('replace')}</Button> : null}
      <Button look="plain" onClick={() => onMode('withdraw')}>
        {say('withdraw')}
      </Button>
    </>
  );
}

function ReviewActs({ line, name, onMode }: Props) {
  const say = useContributionWords();
  const toast = useToast();
  const acting = useActing(
    (client, how) => client.contributions.accept({ contribution: line.id }, how),
    () => toast({ text: say('accepted', { what: name }) }),
  );
  return (
    <div className="part">
      <Proposed line={line} />
      <AcceptMeans line={line} />
      <KeyNote />
      {acting.error === null ? null : <ErrorNote error={acting.error} onRetry={acting.send} />}
      <div className="row">
        <Button look="ink" busy={acting.busy} onClick={acting.send}>
          {say('accept')}
        </Button>
        <Button onClick={() => onMode('reject')}>{say('reject')}</Button>
      </div>
    </div>
  );
}

/** That its rate is agreed on nowhere yet: whoever accepts it agrees. */
function Proposed({ line }: Pick<Props, 'line'>) {
  const say = useContributionWords();
  const { data } = useQuery({ ...workingsAsked(line.id), enabled: line.rate !== null });
  const { notes } = (data?.workings ?? { notes: [] }) as unknown as Pick<Workings, 'notes'>;
  if (line.rate === null || notes.every(({ code }) => code !== 'rate-proposed')) return null;
  return (
    <p className="line-proposed">
      {say.rich('rate.proposed', {
        rate: <Money key="rate" value={line.rate} even />,
        name: <bdi key="name">{line.name}</bdi>,
      })}
    </p>
  );
}

/** What an acceptance would bring, before it is given. */
function AcceptMeans({ line }: Pick<Props, 'line'>) {
  const say = useContributionWords();
  const given = line.reviews.filter(({ verdict }) => verdict === 'accepted').length;
  const more = line.reviewsNeeded - given - 1;
  if (line.obligation === null) return null;
  const amount = <Money key="amount" value={line.obligation} even />;
  return (
    <p className="second">
      {say.rich('accept.means', { amount, name: <bdi key="name">{line.name}</bdi> })}
      {more > 0 ? ` ${say('accept.more', { n: more })}` : null}
    </p>
  );
}

/** Goes on through what waits for a review by this member. */
function Next({ work, line }: Pick<Props, 'work' | 'line'>) {
  const say = useContributionWords();
  const { open } = useExplained();
  const member = useMember();
  const filter = { work: work.id, release: work.release.id, status: 'submitted', kind: undefined };
  const waiting = useInfiniteQuery(contributionsAsked(filter));
  const next = waiting.data?.pages
    .flatMap(({ items }) => items)
    .find(
      (each) =>
        each.id !== line.id &&
        each.agent !== member?.id &&
        !each.estimate &&
        each.supersededBy === null &&
        each.reviewers.every(({ agent }) => agent !== member?.id),
    );
  if (next === undefined) return null;
  return <Button onClick={() => open({ of: 'contribution', id: next.id })}>{say('next')}</Button>;
}
