// What people type, as the node writes it.

import type { Money } from '../../../domain/money/amount.ts';
import { minorOf } from '../../words/numbers.ts';

const DIGITS = '٠١٢٣٤٥٦٧٨٩';

/**
 * A number above zero as a decimal string, from what was typed with Latin or Arabic digits and a
 * point or a comma; undefined where it is none.
 */
export function decimalTyped(typed: string): string | undefined {
  const latin = typed
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(/[,٫]/, '.');
  if (!/^\d{1,18}(\.\d{1,18})?$/.test(latin) || /^[0.]+$/.test(latin)) return undefined;
  return latin;
}

/** One amount less another of its currency, with the decimals that both came with. */
export function less(from: Money, what: Money): Money {
  const places = from.amount.split('.')[1]?.length ?? 0;
  const minor = minorOf(from.amount, places) - minorOf(what.amount, places);
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const amount = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return { amount: minor < 0n ? `-${amount}` : amount, currency: from.currency };
}
