// What stands in addresses, as the doors of several nouns ask for it.

import { z } from 'zod';

/** Which part of a list: what comes after the thing with this id, so many at most. */
export const paging = {
  after: z.string().max(100).optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('100 by default.'),
};

/** `true` or `false`. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional();

/** A filter by one word or id. */
export const word = z.string().max(200).optional();

/** A day of the calendar, YYYY-MM-DD, as a filter. */
export const dayAsked = z.iso.date('a day is written YYYY-MM-DD').optional();

/** A number of something in an address. */
export const countAsked = z.coerce.number().int().min(0).optional();

/** A language that the pages of a node speak. */
export const languageAsked = z.enum(['en', 'ar', 'de']).optional();
