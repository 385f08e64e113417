// What somebody typed about a work that begins, and the terms that it stands for.

import type { PresetName } from '../../../domain/agreements/presets.ts';
import type { Party, UserClass } from '../../../domain/agreements/reading/structures.ts';
import { isClassification } from '../../parts/controls/classification.ts';
import { givenIn } from '../agreement/terms/checked.ts';
import { decimalTyped, isTooFine } from '../../words/typed-number.ts';
import { usual } from '../agreement/terms/columns.ts';
import type { Usual } from '../agreement/terms/columns.ts';
import type { Typed } from '../agreement/terms/typed.ts';
import { stood } from '../work/next-release/typed.ts';
import type { Below, Stood } from '../work/next-release/typed.ts';

/** Who uses a work free before it opens: nobody; people and students; non-profits beside them. */
export type Free = 'nobody' | 'people' | 'non-profits';

const freeIds: Readonly<Record<Free, readonly Usual[]>> = {
  nobody: [],
  people: ['person', 'student'],
  'non-profits': ['person', 'student', 'non-profit'],
};

/** Which of those answers the classes of an agreement are; undefined for any other ones. */
export function freeOf(classes: unknown): Free | undefined {
  const known = Array.isArray(classes) ? (classes as readonly Partial<UserClass>[]) : [];
  if (known.some(({ price }) => price !== null && price !== undefined)) return undefined;
  const ids = known.map(({ id }) => id ?? '');
  return (['nobody', 'people', 'non-profits'] as const).find(
    (free) => ids.length === freeIds[free].length && freeIds[free].every((id) => ids.includes(id)),
  );
}

/** The classes of users who use it free, as an agreement has them. */
export const freeClasses = (free: Free): readonly UserClass[] =>
  freeIds[free].map((id) => ({ id, name: usual[id], price: null, per: 'once' }));

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
  /** Who uses it free before it opens. */
  readonly free: Free;
  /** What it builds on, and the part of each payment that goes there. */
  readonly buildsOn: readonly Below[];
  /** Every other term that was changed, as it was typed. */
  readonly more: Typed;
  /** Ids of what is made: a second try makes the same. */
  readonly work: string;
  readonly release: string;
  readonly agreement: string;
  /** The id under which it is drafted: a second try is the same. */
  readonly draftedAs: string;
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
  free: 'people',
  buildsOn: [],
  more: {},
  work: '',
  release: '',
  agreement: '',
  draftedAs: '',
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

/** Whether so many times its cost can be agreed: 1 to 4. What is no number is told elsewhere. */
export function isTimes(text: string, locale: string): boolean {
  const plain = given(text) ? decimalTyped(text, locale) : undefined;
  return plain === undefined || (Number(plain) >= 1 && Number(plain) <= 4);
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
  if (typed.free !== 'nobody') terms['classes'] = freeClasses(typed.free);
  return { ...terms, ...givenIn(typed.more, { currency, people, locale }) };
}

/** What it is said to build on, as it would be sent. */
export const readBelow = ({ buildsOn }: Pick<Beginning, 'buildsOn'>, locale: string): Stood =>
  stood(buildsOn, locale);

/** Whether the numbers of the three questions can be read. */
export function areNumbers(
  typed: Pick<Beginning, 'times' | 'hour' | 'preset' | 'buildsOn' | 'classification'>,
  { locale, scale }: { readonly locale: string; readonly scale: number | undefined },
): boolean {
  const { times, hour, preset, classification } = typed;
  const below = readBelow(typed, locale);
  if (below.isTooMuch || below.wrong.some((one) => one !== undefined)) return false;
  if (!isNumber(times, locale) || !isTimes(times, locale)) return false;
  return preset === 'award' ? isClassification(classification) : isNumber(hour, locale, scale);
}
