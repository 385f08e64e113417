import { z } from 'zod';

/** Ids that a client may choose. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'letters, digits and . _ - , at most 100');

/** Ids of tranches: that of the release, a point, and a number. */
export const trancheId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/);

/** Text of people, as long as a page at most; what it may hold is the domain's matter. */
export const text = z.string().max(10_000);

/** A decimal number as text. What it may be is the domain's matter. */
export const decimal = z.string().max(200);

/** A day, YYYY-MM-DD. Whether there is such a day is the domain's matter. */
export const day = z.string().max(40);

/** Money as it crosses a boundary: a decimal string and the code of a currency. */
export const money = z.strictObject({ amount: decimal, currency: z.string().max(40) });

/** A share of income given to what is built on. */
export const upstream = z.strictObject({ release: id, share: decimal });

/** A SHA-256 in hexadecimal digits. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits');

/** An exchange rate that somebody gives: home units per foreign unit, and where it is from. */
export const exchange = z.strictObject({ rate: decimal, source: text });

/** Money in an answer. */
export const moneyAnswer = z
  .object({ amount: z.string(), currency: z.string() })
  .meta({ id: 'Money', description: 'A decimal string and a currency code.' });

/** A page of a list in an answer. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional() });
