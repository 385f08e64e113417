import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, isZero, percentText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { useWayNames } from './names.ts';
import type { Paid, Way } from './ways.ts';
import './ways-table.css';

interface Props {
  readonly payer: string;
  readonly paid: Paid & { readonly taxRate: string | null };
  readonly ways: readonly Way[];
  readonly buildsOn: WorkAnswer['buildsOn'];
  /** Shows how a part was come by. */
  readonly onOpen?: (way: Way) => void;
}

const isBelow = ({ kind }: Way): boolean =>
  kind === 'person' || kind === 'dust' || kind === 'deficit';

/** Where the money went, by which rule, to the cent: what the picture shows, as a table. */
export function WaysTable({ payer, paid, ways, buildsOn, onOpen }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const nameOf = useWayNames();
  const ruleOf = useRules(paid.taxRate, buildsOn);
  const columns: readonly Column<Way>[] = [
    {
      key: 'where',
      head: say('where'),
      phone: 'what',
      cell: (way) => (
        <span className={isBelow(way) ? 'way-name is-below' : 'way-name'}>
          <bdi>{nameOf(way)}</bdi>
        </span>
      ),
    },
    { key: 'rule', head: say('rule'), phone: 'who', cell: ruleOf },
    {
      key: 'amount',
      head: currencySign(paid.accepted.currency, locale),
      figures: true,
      phone: 'amount',
      cell: (way) => {
        const { amount, kind } = way;
        const figure = <Money value={amount} bare even />;
        return (
          <span className={kind === 'pool' || kind === 'tax' ? 'name' : ''}>
            {onOpen === undefined ? (
              figure
            ) : (
              <Figure label={nameOf(way)} onOpen={() => onOpen(way)}>
                {figure}
              </Figure>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <Table
      caption={say('table', { name: payer })}
      columns={columns}
      rows={ways}
      keyOf={({ key }) => key}
      isFaint={({ amount }) => isZero(amount)}
      totals={{
        where: say(isZero(paid.excess) ? 'total' : 'total.came'),
        amount: <Money value={paid.offered} bare even />,
      }}
    />
  );
}

function useRules(taxRate: string | null, buildsOn: WorkAnswer['buildsOn']): (way: Way) => string {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const percent = (part: number | string): string => percentText(String(part), locale);
  return ({ kind, key, amount, share = 0, to = 'payer' }) => {
    const isNone = isZero(amount);
    if (kind === 'tax') {
      return isNone || taxRate === null
        ? say('tax.none')
        : say('tax.rule', { rate: percent(taxRate) });
    }
    if (kind === 'back') return say(`back.${to}.rule`);
    if (kind === 'host' || kind === 'reserve') return say(isNone ? 'agreed.none' : 'agreed');
    if (kind === 'person') return say('person.rule', { share: percent(share) });
    if (kind === 'dust' && isNone) return say('dust.none');
    if (kind === 'dust' && amount.amount.startsWith('-')) return say('dust.out.rule');
    if (kind !== 'upstream') return say(`${kind}.rule`);
    if (key === 'upstream') return say('upstream.none');
    const agreed = buildsOn.find(({ release }) => release === key)?.share;
    return agreed === undefined
      ? say('upstream.rule.plain')
      : say('upstream.rule', { share: percent(agreed) });
  };
}
