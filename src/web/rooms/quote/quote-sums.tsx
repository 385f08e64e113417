import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, isZero, noneOf, percentText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { waysOf } from '../money/ways.ts';
import type { Way } from '../money/ways.ts';
import type { Reckoned } from '../money/works.tsx';
import '../../parts/figures/sum-rows.css';

type Pays = NonNullable<QuoteShown['pays']>;

/** What of a quote opens its workings: one of its sums, or a way of the money. */
export type Part = { readonly of: SumOf } | { readonly way: Way };

type SumOf = 'net' | 'tax' | 'back' | 'total' | 'received' | 'left';

/** The sums of a quote as they are, or as the payment makes them. */
export function reckonedOf({ pays, amount, tax, net, taxRate }: QuoteShown): Reckoned {
  if (pays !== null) return pays;
  const none = noneOf(amount);
  return {
    offered: amount,
    accepted: amount,
    excess: none,
    excessTo: 'payer',
    taxRate,
    tax,
    net,
    split: { host: none, reserve: none, upstream: [], pool: net },
    deficit: none,
  };
}

/** The ways of what a quote pays, without those who get it: the pool, and what goes beside it. */
export const waysOfQuote = (pays: Pays): readonly Way[] => {
  const shown = new Set(['back', 'host', 'reserve', 'kept', 'pool', 'deficit']);
  const isUpstream = (way: Way): boolean =>
    pays.split.upstream.some(({ release }) => release === way.key);
  return waysOf(pays, [], () => '').filter((way) => shown.has(way.kind) || isUpstream(way));
};

/** Whether payments stand between what was quoted and what is left. */
const isInParts = ({ status, pays }: QuoteShown): boolean =>
  status === 'part-paid' || (status === 'paid' && pays === null);

/** What the sums of a quote are of: all that was quoted, where a part of it came in. */
export const summedOf = (quote: QuoteShown): Reckoned =>
  reckonedOf(isInParts(quote) ? { ...quote, pays: null } : quote);

interface Props {
  readonly quote: QuoteShown;
  readonly onOpen: (part: Part) => void;
}

/** What is to be paid, written as one writes it by hand: the total under a double rule. */
export function Sums({ quote, onOpen }: Props) {
  const say = useQuoteWords();
  const sayMoney = useMoneyWords();
  const { locale } = useLocale();
  const { offered, excess, excessTo, net, tax, taxRate } = summedOf(quote);
  const inParts = isInParts(quote);
  const taxWord =
    taxRate === null ? say('tax') : say('tax.rate', { rate: percentText(taxRate, locale) });
  const isOther =
    quote.amount.amount !== offered.amount || quote.amount.currency !== offered.currency;
  const row = (of: SumOf, name: string, value: Value, isLast = false) => (
    <div className={isLast ? 'is-last quote-total' : ''}>
      <dt>{name}</dt>
      <dd>
        <Figure label={name} onOpen={() => onOpen({ of })}>
          <Money value={value} even />
        </Figure>
      </dd>
    </div>
  );
  return (
    <div className="part">
      <dl className="sums">
        {row('net', say('before-tax'), net)}
        {row('tax', taxWord, tax)}
        {isZero(excess) ? null : row('back', sayMoney(`back.${excessTo}`), excess)}
        {row('total', say(totalOf(quote)), offered, !inParts)}
        {quote.status === 'part-paid' ? (
          <>
            {row('received', say('received'), quote.received)}
            {row('left', say('left'), quote.left, true)}
          </>
        ) : inParts ? (
          row('received', say('total.paid'), quote.received, true)
        ) : null}
      </dl>
      {isOther ? (
        <p className="second">
          {say.rich('quoted', { amount: <Money key="amount" value={quote.amount} even /> })}
        </p>
      ) : null}
    </div>
  );
}

/** What the total of a quote is: to be paid, or paid, or neither. */
export function totalOf(quote: QuoteShown) {
  if (isInParts(quote) || quote.refused !== null || quote.status === 'expired')
    return 'total.quoted';
  return quote.status === 'paid' ? 'total.paid' : 'total';
}

interface WaysProps {
  readonly pays: Pays;
  readonly onOpen: (part: Part) => void;
}

/** What a way is called on a quote. */
export function useQuoteNames(): (way: Way) => string {
  const say = useQuoteWords();
  const sayMoney = useMoneyWords();
  return ({ kind, to = 'payer' }) => {
    if (kind === 'back') return sayMoney(`back.${to}`);
    if (kind === 'deficit') return say('refill');
    return say.has(kind) ? say(kind) : sayMoney('kept');
  };
}

/** Where the money goes: sums of each way, which name nobody. A zero is shown. */
export function Ways({ pays, onOpen }: WaysProps) {
  const say = useQuoteWords();
  const nameOf = useQuoteNames();
  const { locale } = useLocale();
  return (
    <table className="quote-ways">
      <caption className="hidden-text">{say('table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('way')}</th>
          <th scope="col">{say('sum', { currency: currencySign(pays.net.currency, locale) })}</th>
        </tr>
      </thead>
      <tbody>
        {waysOfQuote(pays).map((way) => (
          <tr key={way.key} className={way.kind === 'deficit' ? 'is-below' : ''}>
            <th scope="row">{nameOf(way)}</th>
            <td>
              <Figure onOpen={() => onOpen({ way })}>
                <Money value={way.amount} bare even />
              </Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
