// What people type, as the node writes it.

import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { minorOf } from '../../words/numbers.ts';
import { quantityTyped } from '../../words/typed-hours.ts';
import { readerLocale, typedFrom } from '../../words/typed-number.ts';
import type { ExchangeTyped } from '../add/exchange-typed.ts';

/**
 * A number above zero as a decimal string, from what was typed, as people write what is counted in
 * that unit; undefined where it is none.
 */
export function countTyped(typed: string, locale: string, unit = ''): string | undefined {
  const plain = quantityTyped(typed, unit, locale);
  return plain === undefined || /^[0.]+$/.test(plain) ? undefined : plain;
}

/** One amount less another of its currency, with the decimals that both came with. */
export function less(from: Money, what: Money): Money {
  const places = placesOf(from.amount);
  const minor = minorOf(from.amount, places) - minorOf(what.amount, places);
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const amount = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return { amount: minor < 0n ? `-${amount}` : amount, currency: from.currency };
}

/** What is typed of what a line may lack. */
export interface LackingTyped {
  readonly rate: string;
  readonly exchange: ExchangeTyped;
}

/** What a line has of it already. */
export const lackingOf = (
  { rate, exchange }: Pick<ContributionAnswer, 'rate' | 'exchange'>,
  locale = readerLocale(),
): LackingTyped => ({
  rate: typedFrom(rate?.amount ?? '', locale),
  exchange: { rate: typedFrom(exchange?.rate ?? '', locale), source: exchange?.source ?? '' },
});
