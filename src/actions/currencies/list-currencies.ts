import { ownCurrencies } from '../../store/currencies.ts';
import type { Sight } from '../action.ts';
import type { CurrencyAnswer } from './answers.ts';

/** Every currency that the node knows: its own first, then those of ISO 4217, by code. */
export async function listCurrencies(
  { tx, currencies, tables }: Sight,
  { own: ownOnly }: { own?: boolean | undefined } = {},
): Promise<{ items: CurrencyAnswer[] }> {
  const own = await ownCurrencies(tx);
  const codes = new Set(own.map(({ code }) => code));
  const rest = [...currencies.values()]
    .filter(({ code }) => !codes.has(code))
    .toSorted((left, right) => (left.code < right.code ? -1 : 1));
  return {
    items: [
      ...own.map((currency) => ({ ...currency, own: true, quoted: false })),
      ...(ownOnly === true ? [] : rest).map((currency) => ({
        ...currency,
        name: null,
        own: false,
        quoted: tables.quoted().has(currency.code),
      })),
    ],
  };
}
