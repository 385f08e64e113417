import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { action } from '../action.ts';

const pin = z.strictObject({ id: z.string(), vintage: z.string(), sha256: z.string() });

/**
 * From here on the node looks rates up in these vintages of its tables. Said by the node's own
 * agent at the first start with new tables, so that the record, run again years later, values by
 * the tables of the day.
 *
 * @throws Refusal table-missing where this version does not have one of them
 */
export const adoptTables = action({
  type: 'tables.adopted',
  internal: true,
  body: z.strictObject({ tables: z.array(pin).max(1000) }),
  async run({ body }, { tables }) {
    for (const { id, vintage, sha256 } of body.tables) {
      const known = tables.entries().some((entry) => entry.id === id && entry.sha256 === sha256);
      if (!known) refuse('table-missing', { table: id, vintage });
    }
  },
  answer: async ({ body }) => body,
});
