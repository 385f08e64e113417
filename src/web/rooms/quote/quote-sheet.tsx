import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import { useMember } from '../../app/session.ts';
import { Money } from '../../parts/figures/money.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useMoneyWords } from '../../words/money/words.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import {
  BackWorks,
  NetWorks,
  PoolWorks,
  ShareWorks,
  TaxWorks,
  WholeWorks,
} from '../money/works.tsx';
import { reckonedOf, useQuoteNames, waysOfQuote } from './quote-sums.tsx';
import type { Part } from './quote-sums.tsx';

interface Props {
  readonly quote: QuoteShown;
  readonly part: Part;
  readonly onClose: () => void;
}

const sums = { net: 'before-tax', tax: 'tax', total: 'total' } as const;

/** How a sum of a quote is come by, for whoever has its link. */
export function QuoteSheet({ quote, part, onClose }: Props) {
  const say = useQuoteWords();
  const sayMoney = useMoneyWords();
  const nameOf = useQuoteNames();
  const paid = reckonedOf(quote);
  const { net, tax, excess: back, offered: total } = paid;
  const figure = 'way' in part ? part.way.amount : { net, tax, back, total }[part.of];
  const title =
    'way' in part
      ? nameOf(part.way)
      : part.of === 'back'
        ? sayMoney(`back.${paid.excessTo}`)
        : say(sums[part.of]);
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
  const paid = reckonedOf(quote);
  const of = 'way' in part ? part.way.kind : part.of;
  if (of === 'net') return <NetWorks paid={paid} />;
  if (of === 'tax') return <TaxWorks paid={paid} />;
  if (of === 'total') return <WholeWorks paid={paid} />;
  if (of === 'back') return <BackWorks paid={paid} />;
  if (of === 'deficit') return <p>{say('works.deficit')}</p>;
  if (of === 'kept') return <p>{say('works.kept')}</p>;
  if (!('way' in part) || quote.pays === null) return null;
  const { pays } = quote;
  if (of === 'pool') return <PoolWorks paid={paid} ways={waysOfQuote(pays)} />;
  const agreed = isMember ? quote : undefined;
  return <ShareWorks way={part.way} paid={paid} shares={pays.shares} of={agreed} />;
}
