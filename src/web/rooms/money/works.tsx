// How the sums of a payment that name nobody are come by: of one that was booked, of one that is
// looked at beforehand, and of a quote.

import { Link } from '@tanstack/react-router';
import type { PartsAnswer, PaymentAnswer } from '../../../actions/payments/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import {
  add,
  divide,
  formatRatio,
  multiply,
  ONE,
  parseDecimal,
} from '../../../domain/money/ratio.ts';
import type { Ratio } from '../../../domain/money/ratio.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Reckoning, ReckoningLine } from '../../parts/figures/reckoning.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, isZero, percentText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { useWayNames } from './names.ts';
import type { Paid, Way } from './ways.ts';

/** What of a payment, or of a quote, its sums are come by. */
export type Reckoned = Paid & Pick<PaymentAnswer, 'taxRate'>;

interface Props {
  readonly paid: Reckoned;
}

/** An amount without its currency: all in the sum are of one. */
export const bare = (value: Value) => <Money value={value} bare even />;

/** Places beyond the unit that are shown of what was rounded. */
const SHOWN = 6;

/** What stood there before it was rounded; nothing where it was exact. */
export function Rounded({ exact, to, how }: { exact: Ratio; to: Value; how: 'down' | 'half-up' }) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const places = placesOf(to.amount);
  const isExact = isSame(exact, parseDecimal(to.amount));
  if (isExact) return <span className="second">{say('works.exact')}</span>;
  const before = decimalText(formatRatio(exact, places + SHOWN), locale);
  return <span className="second">{say(`works.rounded.${how}`, { before })}</span>;
}

const isSame = (one: Ratio, other: Ratio): boolean => one.num * other.den === other.num * one.den;

/** What was taken, by its name: all that came in, or what of it pays what is owed. */
function useTaken(paid: Reckoned): string {
  const say = useMoneyWords();
  return say(isZero(paid.excess) ? 'works.accepted' : 'works.taken');
}

/** What is too much: what came in, less what was taken. */
export function BackWorks({ paid }: Props) {
  const say = useMoneyWords();
  return (
    <>
      <Reckoning>
        <ReckoningLine op="" figure={bare(paid.offered)} name={say('works.offered')} />
        <ReckoningLine op="−" figure={bare(paid.accepted)} name={say('works.taken')} />
        <ReckoningLine
          op="="
          figure={bare(paid.excess)}
          name={say(`back.${paid.excessTo}`)}
          is={['sum', 'result']}
        />
      </Reckoning>
      <p className="second">{say('works.back')}</p>
    </>
  );
}

/** The tax that is in a payment. */
export function TaxWorks({ paid }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const taken = useTaken(paid);
  const { accepted, tax, taxRate } = paid;
  if (taxRate === null || isZero(tax)) return <p>{say('tax.none')}</p>;
  const rate = parseDecimal(taxRate);
  const exact = multiply(parseDecimal(accepted.amount), divide(rate, add(ONE, rate)));
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(accepted)} name={taken} />
      <ReckoningLine
        op="×"
        figure={<bdi>{percentText(taxRate, locale)}</bdi>}
        name={say('works.rate')}
      />
      <ReckoningLine
        op="÷"
        figure={<bdi>{percentText(formatRatio(add(ONE, rate), 6), locale)}</bdi>}
        name={say('works.included')}
      />
      <ReckoningLine op="=" figure={bare(tax)} name={say('tax')} is={['sum', 'result']}>
        <Rounded exact={exact} to={tax} how="half-up" />
      </ReckoningLine>
    </Reckoning>
  );
}

/** What is left after tax. */
export function NetWorks({ paid }: Props) {
  const say = useMoneyWords();
  const taken = useTaken(paid);
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(paid.accepted)} name={taken} />
      <ReckoningLine op="−" figure={bare(paid.tax)} name={say('tax')} />
      <ReckoningLine
        op="="
        figure={bare(paid.net)}
        name={say('works.net')}
        is={['sum', 'result']}
      />
    </Reckoning>
  );
}

/** All that came in, put together again. */
export function WholeWorks({ paid }: Props) {
  const say = useMoneyWords();
  const back = isZero(paid.excess) ? null : (
    <ReckoningLine op="+" figure={bare(paid.excess)} name={say(`back.${paid.excessTo}`)} />
  );
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(paid.net)} name={say('works.net')} />
      <ReckoningLine op="+" figure={bare(paid.tax)} name={say('tax')} />
      {back}
      <ReckoningLine
        op="="
        figure={bare(paid.offered)}
        name={say('works.offered')}
        is={['sum', 'result']}
      />
    </Reckoning>
  );
}

type Shares = PartsAnswer['shares'];

const shareOf = (shares: Shares, { kind, key }: Way): string => {
  if (kind === 'host' || kind === 'reserve') return shares[kind];
  return shares.upstream.find(({ release }) => release === key)?.share ?? '0';
};

interface ShareProps extends Props {
  readonly way: Way;
  readonly shares: Shares;
  /** The release whose agreement has it, for whoever may go there. */
  readonly of?: { readonly work: string; readonly release: string } | undefined;
}

/** A share that goes beside the pool: host, reserve, or what the work builds on. */
export function ShareWorks({ way, paid, shares, of }: ShareProps) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const nameOf = useWayNames();
  const share = <bdi>{percentText(shareOf(shares, way), locale)}</bdi>;
  return (
    <>
      <Reckoning>
        <ReckoningLine op="" figure={bare(paid.net)} name={say('works.net')} />
        <ReckoningLine op="×" figure={share} name={say('works.share')}>
          {of === undefined ? (
            <span className="second">{say('works.agreement')}</span>
          ) : (
            <Link to="/works/$work" params={{ work: of.work }} search={{ release: of.release }}>
              {say('works.agreement')}
            </Link>
          )}
        </ReckoningLine>
        <ReckoningLine op="=" figure={bare(way.amount)} name={nameOf(way)} is={['sum', 'result']} />
      </Reckoning>
      <p className="second">{say(way.kind === 'upstream' ? 'works.room' : 'works.pattern')}</p>
    </>
  );
}

/** What is left to the pool. */
export function PoolWorks({ paid, ways }: Props & { readonly ways: readonly Way[] }) {
  const say = useMoneyWords();
  const nameOf = useWayNames();
  const name = useTaken(paid);
  const taken = ways.filter(({ kind }) => ['host', 'reserve', 'upstream', 'kept'].includes(kind));
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(paid.accepted)} name={name} />
      <ReckoningLine op="−" figure={bare(paid.tax)} name={say('tax')} />
      {taken.map((way) => (
        <ReckoningLine key={way.key} op="−" figure={bare(way.amount)} name={nameOf(way)} />
      ))}
      <ReckoningLine
        op="="
        figure={bare(paid.split.pool)}
        name={say('pool')}
        is={['sum', 'result']}
      >
        <span className="second">{say('works.exact')}</span>
      </ReckoningLine>
    </Reckoning>
  );
}
