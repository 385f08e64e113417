import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, isZero } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { toPeopleOf } from './booked.ts';
import { useExplained } from './opened.ts';

/** Owed, paid, opens when: the one large figure of the screen, and what follows from it. */
export function Standing({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { open } = useExplained();
  return (
    <div className="work-standing">
      <p className="second">{say('owed')}</p>
      <Figure size="large" label={say('owed')} onOpen={() => open({ of: 'owed' })}>
        <Money value={work.owed} />
      </Figure>
      <Refill work={work} />
      <dl>
        <div>
          <dt>{say('paid')}</dt>
          <dd className={isZero(work.paid) ? 'name' : 'name work-paid'}>
            <Figure label={say('paid')} onOpen={() => open({ of: 'paid' })}>
              <Money value={work.paid} even />
            </Figure>
          </dd>
        </div>
        <Opening work={work} />
        <Waiting work={work} />
      </dl>
    </div>
  );
}

/** What counts for nothing yet: others review what is handed in, drafts wait for their authors. */
function Waiting({ work: { counts } }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { submitted = 0, draft = 0 } = counts;
  const n = submitted + draft;
  if (n === 0) return null;
  const what = [
    ...(submitted === 0 ? [] : [say('waiting.review', { n: submitted })]),
    ...(draft === 0 ? [] : [say('waiting.drafts', { n: draft })]),
  ];
  return (
    <div>
      <dt>{say('waiting')}</dt>
      <dd className="second">{say('waiting.says', { what, n })}</dd>
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
