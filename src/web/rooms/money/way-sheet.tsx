import { Link } from '@tanstack/react-router';
import type { PartsAnswer, PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { divide, multiply, parseDecimal } from '../../../domain/money/ratio.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Reckoning, ReckoningLine } from '../../parts/figures/reckoning.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { ExchangeSaid } from './exchange-said.tsx';
import { useWayNames } from './names.ts';
import type { Way } from './ways.ts';
import { BackWorks, bare, PoolWorks, Rounded, ShareWorks, TaxWorks } from './works.tsx';

interface Props {
  readonly way: Way;
  readonly ways: readonly Way[];
  readonly payment: PaymentAnswer;
  readonly parts: PartsAnswer;
  /** Whether it is only looked at, before it is booked. */
  readonly isComing?: boolean;
  readonly onClose: () => void;
}

/** How one part of a payment was come by: its inputs, and what was rounded. */
export function WaySheet(props: Props) {
  const { way, payment, isComing = false, onClose } = props;
  const say = useMoneyWords();
  const { locale } = useLocale();
  const nameOf = useWayNames();
  const given = { name: payment.name, day: dayText(payment.on, locale) };
  return (
    <Sheet title={nameOf(way)} figure={<Money value={way.amount} even />} onClose={onClose}>
      <p className="lead">{say(isComing ? 'works.lead.plain' : 'works.lead', given)}</p>
      <Works {...props} />
    </Sheet>
  );
}

function Works(props: Props) {
  const { way, ways, payment, parts } = props;
  const say = useMoneyWords();
  switch (way.kind) {
    case 'back':
      return <BackWorks paid={payment} />;
    case 'kept':
      return <p>{say('works.kept')}</p>;
    case 'tax':
      return <TaxWorks paid={payment} />;
    case 'host':
    case 'reserve':
    case 'upstream':
      return <ShareWorks way={way} paid={payment} shares={parts.shares} of={payment} />;
    case 'pool':
      return <PoolWorks paid={payment} ways={ways} />;
    case 'deficit':
      return <p>{say('works.deficit')}</p>;
    case 'person':
      return <PersonWorks {...props} />;
    case 'dust':
      return <DustWorks {...props} />;
  }
}

const whole = (value: Value) => <Money value={value} even />;

function PersonWorks({ way, payment, parts }: Props) {
  const say = useMoneyWords();
  const part = parts.parts.find(({ agent }) => agent === way.key);
  if (part === undefined) return null;
  // What is owed is in the work's currency: where the payment is in another, each says its own.
  const sum = payment.exchange === null ? bare : whole;
  const exact = multiply(
    parseDecimal(parts.toClaims.amount),
    divide(parseDecimal(part.owedBefore.amount), parseDecimal(parts.owedBefore.amount)),
  );
  return (
    <>
      {parts.tranches === 1 ? (
        <Reckoning>
          <ReckoningLine op="" figure={sum(parts.toClaims)} name={say('works.to-claims')} />
          <ReckoningLine op="×" figure={sum(part.owedBefore)} name={say('works.owed')} />
          <ReckoningLine op="÷" figure={sum(parts.owedBefore)} name={say('works.owed-all')} />
          <ReckoningLine op="=" figure={sum(part.amount)} name={part.name} is={['sum', 'result']}>
            <Rounded exact={exact} to={part.amount} how="down" />
          </ReckoningLine>
        </Reckoning>
      ) : (
        <p>{say('works.tranches')}</p>
      )}
      <ExchangeSaid payment={payment} home={part.owedBefore.currency} />
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
