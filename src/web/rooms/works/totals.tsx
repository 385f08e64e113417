import { Suspense, lazy, useState } from 'react';
import type { WorkLine } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, isZero } from '../../words/numbers.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import { totalOf } from './total.ts';
import type { Total } from './total.ts';

const TotalSheet = lazy(() => import('./total-sheet.tsx'));

const summed = ['owed', 'paid'] as const;

/** What all works owe and were paid, a row for each currency; each sum opens what makes it. */
export function Totals({ works }: { readonly works: readonly WorkLine[] }) {
  const say = useWorksRoomWords();
  const { locale } = useLocale();
  const [opened, setOpened] = useState<Total>();
  const byCurrency = Map.groupBy(works, ({ currency }) => currency);
  return (
    <section>
      <table className="works-totals">
        <caption className="hidden-text">{say('sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('currency')}</th>
            {summed.map((of) => (
              <th key={of} scope="col" className="figures">
                {say(`sum.${of}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...byCurrency].map(([currency, some]) => (
            <tr key={currency}>
              <th scope="row">
                <bdi>{currencySign(currency, locale)}</bdi>
              </th>
              {summed.map((of) => {
                const total = totalOf(some, of, currency);
                const isPaid = of === 'paid' && !isZero(total.value);
                return (
                  <td key={of} className={isPaid ? 'figures works-paid' : 'figures'}>
                    <Figure label={say(`sum.${of}`)} onOpen={() => setOpened(total)}>
                      <Money value={total.value} bare even />
                    </Figure>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
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
