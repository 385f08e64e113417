import { refuse } from '../refusals.ts';
import { iso4217CodesByScale } from './iso4217.data.ts';

/** Anything counted. A minor unit is 10^-scale of it: 2 for cents, 3 for Wh of a kWh. */
export interface Currency {
  readonly code: string;
  /** Number of decimals, 0 to 18. */
  readonly scale: number;
}

/** An immutable registry of the currencies that a node knows, by code. */
export type Currencies = ReadonlyMap<string, Currency>;

/** The finest scale that a currency may have. */
export const MAX_SCALE = 18;

const iso: Currencies = new Map(
  iso4217CodesByScale.flatMap(([scale, codes]) =>
    codes.split(' ').map((code): [string, Currency] => [code, { code, scale }]),
  ),
);

/** The active currencies of ISO 4217 that have minor units (not gold, nor test codes). */
export function isoCurrencies(): Currencies {
  return iso;
}

/**
 * A registry with one more currency: a node's own, such as `AUDm` (scale 6) for small payments,
 * `kWh` (scale 3) or hours of a time bank. Adding the same one again changes nothing.
 *
 * @throws Refusal currency-code-malformed, currency-scale-malformed, or currency-scale-fixed when
 * the code is there with another scale (amounts already written would change their meaning)
 */
export function withCurrency(currencies: Currencies, added: Currency): Currencies {
  const { code, scale } = added;
  if (!/^[A-Za-z][A-Za-z0-9-]{1,11}$/.test(code)) {
    refuse('currency-code-malformed', { code: code.slice(0, 40) });
  }
  if (!Number.isInteger(scale) || scale < 0 || scale > MAX_SCALE) {
    refuse('currency-scale-malformed', { code, scale, max: MAX_SCALE });
  }
  const known = currencies.get(code);
  if (known !== undefined && known.scale !== scale) {
    refuse('currency-scale-fixed', { code, scale: known.scale });
  }
  return known === undefined ? new Map([...currencies, [code, { code, scale }]]) : currencies;
}

/**
 * The currency of a code; upper and lower case are different.
 *
 * @throws Refusal currency-unknown
 */
export function currencyOf(currencies: Currencies, code: string): Currency {
  return currencies.get(code) ?? refuse('currency-unknown', { code: code.slice(0, 40) });
}
