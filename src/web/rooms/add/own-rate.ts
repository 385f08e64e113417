// Where hours count at agreed rates and none is agreed for somebody, they name their own with a
// line: a proposal, to which whoever accepts the line agrees.

import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { Terms } from '../../../domain/agreements/fields.ts';
import { agreedRateOn } from '../../../domain/effort/hourly-rate.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { isoCurrencies } from '../../../domain/money/currency.ts';
import { formatRatio, multiply, parseDecimal } from '../../../domain/money/ratio.ts';
import { readerLocale } from '../../words/typed-number.ts';
import { countTyped } from '../contribution/typed.ts';

/** Hours of somebody: whose, of what kind, from which day on. */
export interface HoursAsked {
  readonly agent: string;
  readonly kind: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** Whether the agreement leaves it to them what an hour of theirs costs. */
export function isOwnRateAsked(
  agreement: Pick<AgreementAnswer, 'terms'> | undefined,
  asked: HoursAsked,
): boolean {
  if (agreement === undefined) return false;
  const { rateBy, rates } = agreement.terms as unknown as Terms;
  return rateBy === 'agreed' && agreedRateOn(rates, asked) === null;
}

/** What hours at a rate cost; undefined while one of both is no number. */
export function costOf(hours: string, rate: string, currency: string): Money | undefined {
  const count = countTyped(hours, readerLocale(), 'h');
  const each = countTyped(rate, readerLocale());
  if (count === undefined || each === undefined) return undefined;
  const scale = isoCurrencies().get(currency)?.scale ?? 2;
  const amount = formatRatio(multiply(parseDecimal(count), parseDecimal(each)), scale);
  return { amount, currency };
}
