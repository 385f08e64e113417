import { isoCurrencies } from './currency.ts';

// Decimal strings as they are written: how many places they have, and with how many to write them.

/** How many decimals a decimal string has. */
export const placesOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

/** How many decimals of it say something. */
export const finenessOf = (decimal: string): number =>
  (decimal.split('.')[1] ?? '').replace(/0+$/, '').length;

/** A decimal string with exactly so many decimals, where it has no more of its own. */
export function withPlaces(decimal: string, places: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const most = Math.max(places, finenessOf(decimal));
  const digits = fraction.slice(0, most).padEnd(places, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
}

/** A quantity of money with the decimals of its currency, where ISO 4217 has it. */
export const inFull = (quantity: string, code: string): string =>
  withPlaces(quantity, isoCurrencies().get(code)?.scale ?? 0);
