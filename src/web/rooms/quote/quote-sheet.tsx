import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { useMember } from '../../app/session.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Reckoning, ReckoningLine } from '../../parts/figures/reckoning.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import {
  BackWorks,
  bare,
  NetWorks,
  PoolWorks,
  ShareWorks,
  TaxWorks,
  WholeWorks,
} from '../money/works.tsx';
import { reckonedOf, summedOf, totalOf, useQuoteNames, waysOfQuote } from './quote-sums.tsx';
import type { Part } from './quote-sums.tsx';

/** What a sum is called that the quote itself shows. */
function sumName(quote: QuoteShown, of: keyof typeof sums | 'total') {
  if (of === 'total') return totalOf(quote);
  return of === 'received' && quote.status === 'paid' ? 'total.paid' : sums[of];
}

interface Props {
  readonly quote: QuoteShown;
  readonly part: Part;
  readonly onClose: () => void;
}

const sums = { net: 'before-tax', tax: 'tax', received: 'received', left: 'left' } as const;

/** How a sum of a quote is come by, for whoever has its link. */
export function QuoteSheet({ quote, part, onClose }: Props) {
  const say = useQuoteWords();
  const sayMoney = useMoneyWords();
  const nameOf = useQuoteNames();
  const paid = summedOf(quote);
  const { net, tax, excess: back, offered: total } = paid;
  const { received, left } = quote;
  const figures = { net, tax, back, total, received, left };
  const figure = 'way' in part ? part.way.amount : figures[part.of];
  const title =
    'way' in part
      ? nameOf(part.way)
      : part.of === 'back'
        ? sayMoney(`back.${paid.excessTo}`)
        : say(sumName(quote, part.of));
  return (
    <Sheet title={title} figure={<Money value={figure} even />} onClose={onClose}>
      <p className="lead">{sayMoney('works.lead.plain', { name: quote.payer })}</p>
      <Works quote={quote} part={part} />
    </Sheet>
  );
}

function Works({ quote, part }: Pick<Props, 'quote' | 'part'>) {
  const say = useMoneyWords();
  const isMember = useMember() !== undefined;
  const paid = 'way' in part ? reckonedOf(quote) : summedOf(quote);
  const of = 'way' in part ? part.way.kind : part.of;
  if (of === 'net') return <NetWorks paid={paid} />;
  if (of === 'tax') return <TaxWorks paid={paid} />;
  if (of === 'total') return <WholeWorks paid={paid} />;
  if (of === 'received') return <ReceivedWorks quote={quote} />;
  if (of === 'left') return <LeftWorks quote={quote} />;
  if (of === 'back') return <BackWorks paid={paid} />;
  if (of === 'deficit') return <p>{say('works.deficit')}</p>;
  if (of === 'kept') return <p>{say('works.kept')}</p>;
  if (!('way' in part) || quote.pays === null) return null;
  const { pays } = quote;
  if (of === 'pool') return <PoolWorks paid={paid} ways={waysOfQuote(pays)} />;
  const agreed = isMember ? quote : undefined;
  return <ShareWorks way={part.way} paid={paid} shares={pays.shares} of={agreed} />;
}

/** What came in, payment by payment; of another currency at the rate by which it was booked. */
function ReceivedWorks({ quote: { payments } }: Pick<Props, 'quote'>) {
  const say = useQuoteWords();
  const { locale } = useLocale();
  return (
    <SumRows>
      {payments
        .filter(({ status }) => status === 'received')
        .map(({ id, on, offered }) => (
          <SumRow key={id} name={say('payment.on', { day: dayText(on, locale) })}>
            <Money value={offered} even />
          </SumRow>
        ))}
    </SumRows>
  );
}

function LeftWorks({ quote: { amount, received, left } }: Pick<Props, 'quote'>) {
  const say = useQuoteWords();
  return (
    <Reckoning>
      <ReckoningLine op="" figure={bare(amount)} name={say('total.quoted')} />
      <ReckoningLine op="−" figure={bare(received)} name={say('received')} />
      <ReckoningLine op="=" figure={bare(left)} name={say('left')} is={['sum', 'result']} />
    </Reckoning>
  );
}
