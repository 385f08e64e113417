import { z } from 'zod';
import { actAnswer, consistencyAnswer, recordEntryList } from '../../actions/record/answers.ts';
import {
  listEntries,
  showAct,
  showCheckpoint,
  showConsistency,
} from '../../actions/record/show-record.ts';
import { countAsked, flag, paging, word } from './asked.ts';
import { reading } from '../route.ts';

export const entries = reading({
  summary: 'List entries of the record',
  query: z.strictObject({
    ...paging,
    type: word.describe('Of one type alone, such as `payment.received`.'),
    by: word.describe('Of one agent alone.'),
    skip: countAsked.describe('So many are left out first; `total` then says how many fit.'),
    acts: flag.describe('`true`: each with its act and salt, for whoever checks signatures.'),
    order: z.enum(['oldest', 'newest']).optional().describe('`oldest` first by default.'),
  }),
  answer: recordEntryList,
  run: (sight, _, query) => listEntries(sight, query),
});

export const act = reading({
  summary: 'Show an act as it was signed',
  description: 'With the proof (RFC 6962) that the record holds it.',
  params: z.strictObject({ type: z.string().max(100), id: z.string().max(100) }),
  answer: actAnswer,
  run: (sight, params) => showAct(sight, params.type, params.id),
});

export const checkpoint = reading({
  summary: 'Show the newest signed checkpoint',
  description:
    'A signed note (C2SP). Keep one: with it, nobody can change what came before unseen.',
  answer: z.string(),
  media: 'text/plain',
  run: (sight) => showCheckpoint(sight),
});

export const consistency = reading({
  summary: 'Prove that the record only grew',
  description: 'From the size of an old checkpoint to the newest size, or to another one.',
  query: z.strictObject({ from: z.string().max(15), to: z.string().max(15).optional() }),
  answer: consistencyAnswer,
  run: (sight, _, query) => showConsistency(sight, query),
});
