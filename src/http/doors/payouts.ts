import { z } from 'zod';
import { showNode } from '../../actions/node/show-node.ts';
import { payoutAnswer, payoutList } from '../../actions/payouts/answers.ts';
import { recordPayout } from '../../actions/payouts/record-payout.ts';
import { listPayouts, showPayout } from '../../actions/payouts/show-payout.ts';
import { statementAnswer } from '../../actions/statement/answers.ts';
import { showStatement } from '../../actions/statement/show-statement.ts';
import { dayAsked, languageAsked, paging, word } from './asked.ts';
import { acting, idParams, previewing, reading, serving } from '../route.ts';

const body = {
  to: 'agent_aaaabbbbccccddddeeee',
  amount: { amount: '739.61', currency: 'AUD' },
  on: '2026-06-30',
  reference: 'June',
  evidence: 'Bank statement 12, page 3',
};

export const record = acting(recordPayout, {
  summary: 'Record a payout that was made',
  description: 'It moves no money itself; it says that somebody did.',
  answer: payoutAnswer,
  example: { body },
});

export const preview = previewing(recordPayout, {
  summary: 'See from which accounts a payout would come',
  answer: payoutAnswer,
  example: { body },
});

export const list = reading({
  summary: 'List who gets what now, and what was paid out',
  query: z.strictObject({ ...paging, agent: word }),
  answer: payoutList,
  run: (sight, _, query) => listPayouts(sight, query),
});

export const show = reading({
  summary: 'Show a payout',
  params: idParams,
  answer: payoutAnswer,
  run: (sight, params) => showPayout(sight, params.id),
});

export const statement = reading({
  summary: 'Show the statement of an agent',
  description:
    'What they gave, earned, received, and are still owed, per work and currency, as of the end ' +
    'of the last day; of a period, with what stood before it and what happened in it.',
  params: idParams,
  query: z.strictObject({ from: dayAsked, to: dayAsked }),
  answer: statementAnswer,
  run: (sight, params, query) => showStatement(sight, params.id, query),
});

export const statementOnPaper = serving({
  summary: 'Print a statement: a tagged PDF',
  description:
    'The same statement on the same day in the same language gives the same bytes. ' +
    'English where no language is named.',
  authority: 'owner',
  params: idParams,
  query: z.strictObject({ from: dayAsked, to: dayAsked, language: languageAsked }),
  answer: z.string().describe('A PDF.'),
  media: 'application/pdf',
  run: async ({ node, params, query: { language = 'en', ...query } }) => {
    const [statement, { name }] = await node.read(
      async (sight) =>
        [await showStatement(sight, params.id, query), await showNode(sight)] as const,
    );
    const { statementPdf } = await import('../pages/paper/statement-pdf.ts');
    const on = node.now().toISOString().slice(0, 10);
    return new Response(await statementPdf(statement, { node: name, on, language }), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="statement-${on}.pdf"`,
        'cache-control': 'no-store',
      },
    });
  },
});
