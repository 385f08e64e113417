import { previewAnswer } from '../../actions/payments/answers.ts';
import type { PreviewAnswer } from '../../actions/payments/answers.ts';
import { showPaymentWithParts } from '../../actions/payments/payment-parts.ts';
import { quoteAnswer, quoteList, quoteShown } from '../../actions/quotes/answers.ts';
import type { QuoteAnswer, QuotePays, QuoteShown } from '../../actions/quotes/answers.ts';
import { makeQuote } from '../../actions/quotes/make-quote.ts';
import { listQuotes, showQuoteFrom } from '../../actions/quotes/show-quote.ts';
import { Refusal } from '../../domain/refusals.ts';
import { ASKED_AFTER } from '../limits.ts';
import { acting, idParams, reading, serving } from '../route.ts';
import type { ServedNode } from '../route.ts';

const amount = { amount: '1100.00', currency: 'AUD' };

export const make = acting(makeQuote, {
  summary: 'Quote an amount to an organisation',
  description:
    'Tax included. Nothing is booked: whoever marks it paid sends the payment that the quote has.',
  answer: quoteAnswer,
  example: {
    body: {
      work: 'work_aaaabbbbccccddddeeee',
      payer: { name: 'Harbour Books' },
      amount,
      taxRate: '0.1',
      validUntil: '2026-07-01',
    },
  },
});

export const list = reading({
  summary: 'List the quotes for a work',
  params: idParams,
  answer: quoteList,
  run: (sight, params) => listQuotes(sight, params.id),
});

export const show = serving({
  summary: 'Show a quote: its amount and tax, what is left, what paying that does',
  description: 'For whoever has the link. It names nobody but the payer and who made the quote.',
  authority: 'none',
  params: idParams,
  answer: quoteShown,
  run: async ({ node, params, arrival, limits }): Promise<QuoteShown> => {
    limits.take(`quote ${arrival.address}`, ASKED_AFTER);
    const quote = await node.read((sight) => showQuoteFrom(sight, params.id));
    const [came, ...more] = quote.payments.filter(({ status }) => status === 'received');
    if (quote.status === 'expired') return { ...quote, pays: null, refused: null };
    if (quote.status !== 'paid') return { ...quote, ...(await paysOf(node, quote)) };
    const isOne = came !== undefined && more.length === 0;
    return { ...quote, pays: isOne ? await paidBy(node, came.id) : null, refused: null };
  },
});

/** What the payment of a quote did, as it was booked. */
const paidBy = async (node: ServedNode, id: string): Promise<QuotePays> =>
  summed(await node.read((sight) => showPaymentWithParts(sight, id)));

async function paysOf(
  node: ServedNode,
  { payment }: QuoteAnswer,
): Promise<Pick<QuoteShown, 'pays' | 'refused'>> {
  try {
    const unsigned = {
      type: 'payment.received',
      id: payment.id,
      by: node.owner,
      node: node.id,
      composedAt: node.now().toISOString(),
      body: payment.body,
    };
    return { pays: summed(previewAnswer.parse(await node.preview(unsigned))), refused: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
    return { pays: null, refused: { code: error.code, detail: error.message } };
  }
}

/** Without the parts of people: they have not agreed to show them to a payer. */
function summed(preview: PreviewAnswer): QuotePays {
  const { offered, accepted, excess, excessTo, taxRate, tax, net, split, shares } = preview;
  const { deficit, owed, paid, opened: opens } = preview;
  const came = { offered, accepted, excess, excessTo, taxRate, tax, net };
  return { ...came, split, deficit, shares, owed, paid, opens };
}
