import { z } from 'zod';
import { acceptContribution } from '../../actions/contributions/accept-contribution.ts';
import { addContribution } from '../../actions/contributions/add-contribution.ts';
import {
  contributionAnswer,
  contributionList,
  contributionStatus,
  importAnswer,
  workingsAnswer,
} from '../../actions/contributions/answers.ts';
import { cancelContribution } from '../../actions/contributions/cancel-contribution.ts';
import { confirmContribution } from '../../actions/contributions/confirm-contribution.ts';
import { explainContribution } from '../../actions/contributions/explain-contribution.ts';
import { importContributions } from '../../actions/contributions/imports/import-contributions.ts';
import { rejectContribution } from '../../actions/contributions/reject-contribution.ts';
import {
  listContributions,
  showContribution,
} from '../../actions/contributions/show-contribution.ts';
import { withdrawContribution } from '../../actions/contributions/withdraw-contribution.ts';
import { ACT_BYTES_MAX } from '../body.ts';
import { countAsked, dayAsked, paging, word } from './asked.ts';
import { acting, idParams, previewing, reading } from '../route.ts';

const contribution = 'con_aaaabbbbccccddddeeee';
const place = { work: 'work_aaaabbbbccccddddeeee', release: 'rel_aaaabbbbccccddddeeee' };
const about = 'contribution';
const answer = contributionAnswer;

export const add = acting(addContribution, {
  summary: 'Add a contribution',
  description:
    'What its author, who acts, put into a work. It counts once others have accepted it.',
  answer,
  example: {
    body: {
      ...place,
      kind: 'knowledge-work',
      quantity: '120',
      unit: 'h',
      classification: 'MA000065/6',
      from: '2026-05-04',
      to: '2026-05-29',
      evidence: [],
    },
  },
});

const line = {
  id: contribution,
  line: 1,
  key: 'toggl:1',
  contentHash: 'b1',
  author: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  kind: 'knowledge-work',
  quantity: '1.5',
  unit: 'h',
  from: '2026-05-04',
  to: '2026-05-04',
  evidence: [],
  estimate: false,
};
const imported = {
  ...place,
  format: 'toggl',
  source: 'may.csv',
  authors: [{ id: 'agent_aaaabbbbccccddddeeee', identity: line.author, name: 'Ada' }],
  lines: [line],
};

export const importMany = acting(importContributions, {
  summary: 'Import many lines as drafts',
  description:
    'Authors whom nobody knows become unclaimed agents, found again by a salted hash; no address ' +
    'is kept. The same import twice adds nothing. Says line by line what became of it.',
  answer: importAnswer,
  bodyBytesMax: ACT_BYTES_MAX,
  example: { body: imported },
});

export const previewImport = previewing(importContributions, {
  summary: 'See what an import would do',
  answer: importAnswer,
  bodyBytesMax: ACT_BYTES_MAX,
});

export const confirm = acting(confirmContribution, {
  summary: 'Confirm a draft or an estimate',
  description: 'By its author, who may correct the quantity. It is handed in for review then.',
  about,
  answer,
  example: { body: { contribution, quantity: '11.5' } },
});

export const accept = acting(acceptContribution, {
  summary: 'Accept a contribution',
  description: 'By another signatory. Once enough have, what is owed for it is booked.',
  about,
  answer,
  example: { body: { contribution } },
});

export const reject = acting(rejectContribution, {
  summary: 'Reject a contribution, with a reason',
  about,
  answer,
  example: { body: { contribution, reason: 'It does not build.', criterion: 'usable' } },
});

export const withdraw = acting(withdrawContribution, {
  summary: 'Withdraw a contribution before it is decided',
  about,
  answer,
  example: { body: { contribution } },
});

export const cancel = acting(cancelContribution, {
  summary: 'Cancel an accepted contribution',
  description: 'By its author. What it has earned stays; what it has not earned is owed no more.',
  about,
  answer,
  example: { body: { contribution } },
});

export const list = reading({
  summary: 'List contributions',
  query: z.strictObject({
    ...paging,
    skip: countAsked.describe('So many are left out first; `total` then says how many fit.'),
    work: word,
    release: word,
    agent: word,
    status: contributionStatus.optional(),
    kind: word,
    from: dayAsked,
    to: dayAsked,
  }),
  answer: contributionList,
  run: (sight, _, query) => listContributions(sight, query),
});

export const show = reading({
  summary: 'Show a contribution',
  params: idParams,
  answer,
  run: (sight, params) => showContribution(sight, params.id),
});

export const workings = reading({
  summary: 'Explain a value',
  description:
    'Every factor with its source, date, vintage and hash, and each rounding: whoever has this ' +
    'can work it out again. Of a draft: also what it would come to with another quantity, ' +
    'another award level, a rate of its own or an exchange rate that is given.',
  params: idParams,
  query: z.strictObject({
    quantity: z.string().max(100).optional().describe('What it really was, instead.'),
    classification: z.string().max(500).optional().describe('Award and level, instead.'),
    rate: z.string().max(200).optional().describe('What one of it costs; with its currency.'),
    currency: z.string().max(40).optional().describe('Of that rate.'),
    exchangeRate: z.string().max(200).optional().describe('For one unit of what was paid in.'),
    exchangeSource: z.string().max(10_000).optional().describe('Where that rate is from.'),
  }),
  answer: workingsAnswer,
  run: (sight, params, { rate, currency, exchangeRate, exchangeSource = '', ...given }) =>
    explainContribution(sight, params.id, {
      ...given,
      ...(rate !== undefined && currency !== undefined && { rate: { amount: rate, currency } }),
      ...(exchangeRate !== undefined && {
        exchange: { rate: exchangeRate, source: exchangeSource },
      }),
    }),
});
