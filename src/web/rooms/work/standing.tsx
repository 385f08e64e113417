import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, isZero } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { toPeopleOf } from './booked.ts';
import { useExplained } from './opened.ts';

interface Props {
  readonly work: WorkAnswer;
  /** The release to which one contributes now. */
  readonly newest: WorkAnswer;
}

/**
 * Owed, paid, opens when: the one large figure of the screen, and what follows from it. Of what is
 * open and paid it is what was paid.
 */
export function Standing({ work, newest }: Props) {
  const isPaid = work.status === 'open' && isZero(work.owed) && !isZero(work.paid);
  const [first, second] = isPaid ? (['paid', 'owed'] as const) : (['owed', 'paid'] as const);
  return (
    <div className="work-standing">
      <FirstSum work={work} of={first} />
      <Refill work={work} />
      <dl>
        <SecondSum work={work} of={second} />
        <Opening work={work} />
        <Waiting work={work} />
        {newest.release.id === work.release.id ? null : <Begun newest={newest} />}
      </dl>
    </div>
  );
}

interface SumProps {
  readonly work: WorkAnswer;
  readonly of: 'owed' | 'paid';
}

const isPaidSum = ({ work, of }: SumProps): boolean => of === 'paid' && !isZero(work.paid);

function FirstSum({ work, of }: SumProps) {
  const say = useWorkRoomWords();
  const { open } = useExplained();
  return (
    <>
      <p className="second">{say(of)}</p>
      <div className={isPaidSum({ work, of }) ? 'work-paid' : undefined}>
        <Figure size="large" label={say(of)} onOpen={() => open({ of })}>
          <Money value={work[of]} />
        </Figure>
      </div>
    </>
  );
}

function SecondSum({ work, of }: SumProps) {
  const say = useWorkRoomWords();
  const { open } = useExplained();
  return (
    <div>
      <dt>{say(of)}</dt>
      <dd className={isPaidSum({ work, of }) ? 'name work-paid' : 'name'}>
        <Figure label={say(of)} onOpen={() => open({ of })}>
          <Money value={work[of]} even />
        </Figure>
      </dd>
    </div>
  );
}

/** That the next release has begun, while nothing counts in it. */
function Begun({ newest }: Pick<Props, 'newest'>) {
  const say = useWorkRoomWords();
  const what = useWaiting(newest);
  const { id: release, number } = newest.release;
  const begun = (
    <Link key="begun" to="/works/$work" params={{ work: newest.id }} search={{ release }}>
      {say('begun')}
    </Link>
  );
  return (
    <div>
      <dt>{say('release', { number })}</dt>
      <dd className="second">
        {what === undefined ? begun : say.rich('begun.with', { begun, what })}
      </dd>
    </div>
  );
}

/** What counts for nothing yet: others review what is handed in, drafts wait for their authors. */
function useWaiting({ counts }: WorkAnswer): string | undefined {
  const say = useWorkRoomWords();
  const { submitted = 0, draft = 0 } = counts;
  const n = submitted + draft;
  const what = [
    ...(submitted === 0 ? [] : [say('waiting.review', { n: submitted })]),
    ...(draft === 0 ? [] : [say('waiting.drafts', { n: draft })]),
  ];
  return n === 0 ? undefined : say('waiting.says', { what, n });
}

function Waiting({ work }: Pick<Props, 'work'>) {
  const say = useWorkRoomWords();
  const what = useWaiting(work);
  if (what === undefined) return null;
  return (
    <div>
      <dt>{say('waiting')}</dt>
      <dd className="second">{what}</dd>
    </div>
  );
}

/** What was reversed is refilled first: how much that is, and what is owed to people. */
function Refill({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  if (isZero(work.refill)) return null;
  return (
    <p className="second">
      {say.rich('refill.says', {
        people: <Money key="people" value={toPeopleOf(work)} even />,
        refill: <Money key="refill" value={work.refill} even />,
      })}
    </p>
  );
}

function Opening({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { release, opensWhen } = work;
  const licence = <bdi key="licence">{opensWhen.licence}</bdi>;
  if (work.status === 'open') {
    const day = release.openedAt === null ? '' : dayText(release.openedAt, locale);
    return (
      <div>
        <dt>{say('opened')}</dt>
        <dd className="name work-paid">{say.rich('opened.as', { licence, day })}</dd>
      </div>
    );
  }
  if (isZero(opensWhen.remaining)) {
    return (
      <div>
        <dt>{say('opens')}</dt>
        <dd className="second">{say('opens.nothing')}</dd>
      </div>
    );
  }
  const amount = <Money key="amount" value={opensWhen.remaining} even />;
  return (
    <div>
      <dt>{say('opens')}</dt>
      <dd className="name">
        {say.rich(isZero(work.paid) ? 'opens.paid' : 'opens.rest', { amount, licence })}
      </dd>
    </div>
  );
}
