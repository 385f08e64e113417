import { z } from 'zod';
import { withCurrency } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { insertCurrency, ownCurrencies } from '../../store/currencies.ts';
import { action } from '../action.ts';
import { text } from '../shapes.ts';
import type { CurrencyAnswer } from './answers.ts';

/**
 * Adds a currency beside those of ISO 4217: hours of a time bank, `kWh`, `AUDm` for small
 * payments. Its scale never changes, as amounts in it would change their meaning.
 *
 * @throws Refusal currency-code-malformed, currency-scale-malformed, currency-known
 */
export const addCurrency = action({
  type: 'currency.added',
  body: z.strictObject({ code: z.string().max(40), scale: z.number(), name: text }),
  lines: ({ name }) => [name],
  async run({ body }, { tx, currencies, seq }) {
    const { code, scale, name } = body;
    withCurrency(currencies, { code, scale });
    const own = await ownCurrencies(tx);
    if (currencies.has(code) || own.some((known) => known.code === code)) {
      refuse('currency-known', { code });
    }
    await insertCurrency(tx, { code, scale, name: name.trim() }, seq);
  },
  async answer({ body }): Promise<CurrencyAnswer> {
    const { code, scale, name } = body;
    return { code, scale, name: name.trim(), own: true, quoted: false };
  },
});
