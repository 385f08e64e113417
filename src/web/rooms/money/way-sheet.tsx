import { Link } from '@tanstack/react-router';
import type { PartsAnswer, PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { divide, formatRatio, multiply, parseDecimal } from '../../../domain/money/ratio.ts';
import { add, ONE } from '../../../domain/money/ratio.ts';
import type { Ratio } from '../../../domain/money/ratio.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Reckoning, ReckoningLine } from '../../parts/figures/reckoning.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, decimalText, isZero, percentText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { useWayNames } from './names.ts';
import type { Way } from './ways.ts';

interface Props {
  readonly way: Way;
  readonly ways: readonly Way[];
  readonly payment: PaymentAnswer;
  readonly parts: PartsAnswer;
  readonly onClose: () => void;
}

/** How one part of a payment was come by: its inputs, and what was rounded. */
export function WaySheet(props: Props) {
  const { way, payment, onClose } = props;
  const say = useMoneyWords();
  const { locale } = useLocale();
  const nameOf = useWayNames();
  const given = { name: payment.name, day: dayText(payment.on, locale) };
  return (
    <Sheet title={nameOf(way)} figure={<Money value={way.amount} even />} onClose={onClose}>
      <p className="lead">{say('works.lead', given)}</p>
      {way.kind === 'tax' ? <TaxWorks {...props} /> : null}
      {way.kind === 'host' || way.kind === 'reserve' || way.kind === 'upstream' ? (
        <ShareWorks {...props} />
      ) : null}
      {way.kind === 'pool' ? <PoolWorks {...props} /> : null}
      {way.kind === 'deficit' ? <p>{say('works.deficit')}</p> : null}
      {way.kind === 'person' ? <PersonWorks {...props} /> : null}
      {way.kind === 'dust' ? <DustWorks {...props} /> : null}
    </Sheet>
  );
}

const bare = (value: Value) => <Money value={value} bare even />;

/** Places beyond the unit that are shown of what was rounded. */
const SHOWN = 6;

/** What stood there before it was rounded; nothing where it was exact. */
function Rounded({ exact, to, how }: { exact: Ratio; to: Value; how: 'down' | 'half-up' }) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const places = to.amount.split('.')[1]?.length ?? 0;
  const isExact = isSame(exact, parseDecimal(to.amount));
  if (isExact) return <span className="second">{say('works.exact')}</span>;
  const before = decimalText(formatRatio(exact, places + SHOWN), locale);
  return <span className="second">{say(`works.rounded.${how}`, { before })}</span>;
}

const isSame = (one: Ratio, other: Ratio): boolean => one.num * other.den === other.num * one.den;

function TaxWorks({ payment }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const { accepted, tax, taxRate } = payment;
  if (taxRate === null || isZero(tax)) return <p>{say('tax.none')}</p>;
  const rate = parseDecimal(taxRate);
  const exact = multiply(parseDecimal(accepted.amount), divide(rate, add(ONE, rate)));
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(accepted)} name={say('works.accepted')} />
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

const shareOf = ({ shares }: PartsAnswer, { kind, key }: Way): string => {
  if (kind === 'host' || kind === 'reserve') return shares[kind];
  return shares.upstream.find(({ release }) => release === key)?.share ?? '0';
};

function ShareWorks({ way, payment, parts }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const nameOf = useWayNames();
  const share = shareOf(parts, way);
  return (
    <>
      <Reckoning>
        <ReckoningLine op="" figure={bare(payment.net)} name={say('works.net')} />
        <ReckoningLine
          op="×"
          figure={<bdi>{percentText(share, locale)}</bdi>}
          name={say('works.share')}
        >
          <Link
            to="/works/$work"
            params={{ work: payment.work }}
            search={{ release: payment.release }}
          >
            {say('works.agreement')}
          </Link>
        </ReckoningLine>
        <ReckoningLine op="=" figure={bare(way.amount)} name={nameOf(way)} is={['sum', 'result']} />
      </Reckoning>
      <p className="second">{say(way.kind === 'upstream' ? 'works.room' : 'works.pattern')}</p>
    </>
  );
}

function PoolWorks({ ways, payment }: Props) {
  const say = useMoneyWords();
  const nameOf = useWayNames();
  const taken = ways.filter(({ kind }) => ['host', 'reserve', 'upstream'].includes(kind));
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(payment.accepted)} name={say('works.accepted')} />
      <ReckoningLine op="−" figure={bare(payment.tax)} name={say('tax')} />
      {taken.map((way) => (
        <ReckoningLine key={way.key} op="−" figure={bare(way.amount)} name={nameOf(way)} />
      ))}
      <ReckoningLine
        op="="
        figure={bare(payment.split.pool)}
        name={say('pool')}
        is={['sum', 'result']}
      >
        <span className="second">{say('works.exact')}</span>
      </ReckoningLine>
    </Reckoning>
  );
}

function PersonWorks({ way, payment, parts }: Props) {
  const say = useMoneyWords();
  const part = parts.parts.find(({ agent }) => agent === way.key);
  if (part === undefined) return null;
  const exact = multiply(
    parseDecimal(parts.toClaims.amount),
    divide(parseDecimal(part.owedBefore.amount), parseDecimal(parts.owedBefore.amount)),
  );
  return (
    <>
      {parts.tranches === 1 ? (
        <Reckoning>
          <ReckoningLine op="" figure={bare(parts.toClaims)} name={say('works.to-claims')} />
          <ReckoningLine op="×" figure={bare(part.owedBefore)} name={say('works.owed')} />
          <ReckoningLine op="÷" figure={bare(parts.owedBefore)} name={say('works.owed-all')} />
          <ReckoningLine op="=" figure={bare(part.amount)} name={part.name} is={['sum', 'result']}>
            <Rounded exact={exact} to={part.amount} how="down" />
          </ReckoningLine>
        </Reckoning>
      ) : (
        <p>{say('works.tranches')}</p>
      )}
      <p className="second">
        {say.rich('works.one-sum', {
          before: <Money key="before" value={part.earnedBefore} even />,
        })}{' '}
        {say.rich('works.left', { amount: <Money key="amount" value={part.owedAfter} even /> })}
      </p>
      <p>
        <Link
          to="/works/$work"
          params={{ work: payment.work }}
          search={{ release: payment.release, explain: `person:${part.agent}` }}
        >
          {say('works.person', { name: part.name })}
        </Link>
      </p>
    </>
  );
}

function DustWorks({ way, parts }: Props) {
  const say = useMoneyWords();
  return (
    <>
      <Reckoning>
        <ReckoningLine op="" figure={bare(parts.toClaims)} name={say('works.to-claims')} />
        {parts.parts.map(({ agent, name, amount }) => (
          <ReckoningLine key={agent} op="−" figure={bare(amount)} name={<bdi>{name}</bdi>} />
        ))}
        <ReckoningLine op="=" figure={bare(way.amount)} name={say('dust')} is={['sum', 'result']} />
      </Reckoning>
      <p className="second">{say('works.dust')}</p>
    </>
  );
}
