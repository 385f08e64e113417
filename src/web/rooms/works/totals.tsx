import { Suspense, lazy, useState } from 'react';
import type { WorkLine } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { decimalSum, isZero } from '../../words/numbers.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import type { Summed, Total } from './total.ts';

const TotalSheet = lazy(() => import('./total-sheet.tsx'));

const totalOf = (works: readonly WorkLine[], of: Summed, currency: string): Total => ({
  of,
  value: { amount: decimalSum(works.map((work) => work[of].amount)), currency },
});

/** What all works owe and were paid, for each currency; each sum opens what makes it. */
export function Totals({ works }: { readonly works: readonly WorkLine[] }) {
  const say = useWorksRoomWords();
  const [opened, setOpened] = useState<Total>();
  const byCurrency = Map.groupBy(works, ({ owed }) => owed.currency);
  return (
    <section aria-label={say('sums')}>
      {[...byCurrency].map(([currency, some]) => (
        <dl key={currency} className="works-totals">
          {(['owed', 'paid'] as const).map((of) => {
            const total = totalOf(some, of, currency);
            return (
              <div key={of}>
                <dt>{say(`sum.${of}`)}</dt>
                <dd className={of === 'paid' && !isZero(total.value) ? 'works-paid' : undefined}>
                  <Figure label={say(`sum.${of}`)} onOpen={() => setOpened(total)}>
                    <Money value={total.value} even />
                  </Figure>
                </dd>
              </div>
            );
          })}
        </dl>
      ))}
      {opened === undefined ? null : (
        <Suspense fallback={null}>
          <TotalSheet
            total={opened}
            works={byCurrency.get(opened.value.currency) ?? []}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </section>
  );
}
