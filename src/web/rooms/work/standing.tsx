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
  const waiting = (work.counts['submitted'] ?? 0) + (work.counts['draft'] ?? 0);
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
        {waiting === 0 ? null : (
          <div>
            <dt>{say('waiting')}</dt>
            <dd className="second">{say('waiting.says', { n: waiting })}</dd>
          </div>
        )}
      </dl>
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
