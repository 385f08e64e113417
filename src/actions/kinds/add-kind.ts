import { z } from 'zod';
import { parseKind } from '../../domain/contributions/kinds.ts';
import { refuse } from '../../domain/refusals.ts';
import { insertKind } from '../../store/kinds.ts';
import { action } from '../action.ts';
import { text } from '../shapes.ts';
import { knownKinds } from './known-kinds.ts';
import { showKind } from './show-kind.ts';

/**
 * Adds a kind of contribution, without code. It keeps its meaning for good, as lines are entered
 * under it.
 *
 * @throws Refusal kind-malformed, kind-known
 */
export const addKind = action({
  type: 'kind.added',
  body: z.strictObject({
    kind: z.string().max(200),
    name: text,
    measure: z.string().max(40),
    units: z.array(z.string().max(40)).max(100),
    rateSource: z.string().max(40).optional(),
    evidenceMin: z.number().optional(),
    factors: z.boolean().optional(),
  }),
  lines: ({ name }) => [name],
  async run({ body }, { tx, seq }) {
    const { kind: id, ...draft } = body;
    const kind = parseKind({ ...draft, id });
    if ((await knownKinds(tx)).has(id)) refuse('kind-known', { kind: id });
    await insertKind(tx, { id, body: kind, seq });
  },
  answer: ({ body }, sight) => showKind(sight, body.kind),
});
