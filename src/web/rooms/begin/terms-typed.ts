// What somebody typed about a work that begins, and the terms that it stands for.

import type { PresetName } from '../../../domain/agreements/presets.ts';
import type { Party } from '../../../domain/agreements/reading/structures.ts';
import { givenIn } from '../agreement/terms/checked.ts';
import { decimalTyped, isTooFine } from '../../words/typed-number.ts';
import type { Typed } from '../agreement/terms/typed.ts';

/** A work that is being named, as it lies in the browser until it is signed. */
export interface Beginning {
  readonly step: 'node' | 'passkey' | 'work' | 'people' | 'terms' | 'sign' | 'bring';
  readonly title: string;
  readonly kind: string;
  readonly currency: string;
  readonly preset: PresetName;
  readonly times: string;
  readonly licence: string;
  readonly classification: string;
  readonly hour: string;
  /** Every other term that was changed, as it was typed. */
  readonly more: Typed;
  /** Ids of what is made: a second try makes the same. */
  readonly work: string;
  readonly release: string;
  readonly agreement: string;
  readonly signature: string;
  /** The work is in the books. */
  readonly added: boolean;
}

/** Nothing typed yet. */
export const nothing: Beginning = {
  step: 'passkey',
  title: '',
  kind: 'software',
  currency: 'AUD',
  preset: 'award',
  times: '',
  licence: '',
  classification: '',
  hour: '',
  more: {},
  work: '',
  release: '',
  agreement: '',
  signature: '',
  added: false,
};

const given = (text: string): boolean => text.trim() !== '';

/** Whether a text is empty or a number, of an amount with no more decimals than its currency. */
export function isNumber(text: string, locale: string, scale?: number): boolean {
  if (!given(text)) return true;
  const plain = decimalTyped(text, locale);
  return plain !== undefined && (scale === undefined || !isTooFine(plain, scale));
}

/** A number that was typed, as a plain decimal; undefined where none was. */
export const typedOr = (text: string, locale: string, scale?: number): string | undefined =>
  given(text) && isNumber(text, locale, scale) ? decimalTyped(text, locale) : undefined;

/** How many times cost is paid back, where nothing is typed. */
export const usualTimes = (preset: PresetName): string => (preset === 'slicing-pie' ? '2' : '1.5');

/** The terms that were given; all others are the preset's. `today` is YYYY-MM-DD. */
export function termsOf(
  typed: Beginning,
  at: { agent: string; today: string; people: readonly Party[]; locale: string },
): Record<string, unknown> {
  const { agent, today, people, locale } = at;
  const { preset, currency } = typed;
  const plain = (text: string): string => decimalTyped(text, locale) ?? text.trim();
  const hour = plain(typed.hour);
  const terms: Record<string, unknown> = {};
  const set = (key: string, text: string, value: unknown = text.trim()): void => {
    if (given(text)) terms[key] = value;
  };
  set('return', plain(typed.times));
  set('open.licence', typed.licence);
  if (preset === 'award') set('classification', typed.classification);
  if (preset === 'equal') set('equalRate', hour, { amount: { amount: hour, currency } });
  if (preset === 'rates' || preset === 'slicing-pie') {
    const from = `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`.replace('-02-29', '-02-28');
    set('rates', hour, [{ agent, amount: { amount: hour, currency }, from }]);
  }
  return { ...givenIn(typed.more, { currency, people, locale }), ...terms };
}

/** Whether the numbers of the three questions can be read. */
export const areNumbers = (
  { times, hour, preset }: Pick<Beginning, 'times' | 'hour' | 'preset'>,
  { locale, scale }: { readonly locale: string; readonly scale: number | undefined },
): boolean => isNumber(times, locale) && (preset === 'award' || isNumber(hour, locale, scale));
