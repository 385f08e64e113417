// An agreement in one language: the sentences of the domain, each by its English, filled with the
// same values. What has no translation is said in English and marked so: none can be out of date.

import { parseDuration } from '../../../domain/agreements/duration.ts';
import { inEnglish } from '../../../domain/agreements/wording/saying.ts';
import type { Piece, PlainPiece, Saying } from '../../../domain/agreements/wording/saying.ts';
import { dayText, decimalText, moneyText, percentText } from '../numbers.ts';

/** Sentences and phrases by their English. `{place:dative}` asks for a case that a value has. */
export type Texts = Readonly<Record<string, string>>;

/** A stretch of a sentence; `apart` where it may run the other way, `english` where it is that. */
export interface Stretch {
  readonly text: string;
  readonly apart?: boolean;
  readonly english?: boolean;
}

/** What the app calls things that agreements name; undefined for what it does not know. */
export interface Known {
  readonly kind: (id: string) => string | undefined;
  /** A class of users, where it is called what most works call it. */
  readonly userClass: (id: string, name: string) => string | undefined;
}

/** Says an agreement in one language. */
export interface Tongue {
  /** A sentence in its stretches; undefined where it has no translation. */
  readonly stretches: (said: Saying) => readonly Stretch[] | undefined;
  /** The same as one text, what runs the other way kept apart by signs (Unicode UAX 9, FSI). */
  readonly text: (said: Saying) => string | undefined;
}

const PLACES = /\{([A-Za-z.]+)(?::(dative))?\}/;
const LETTERS = /\p{L}/u;

const isWordless = (text: string): boolean => !LETTERS.test(text.replaceAll(/\{[^}]*\}/g, ''));

/** The tongue of some texts. */
export function tongueOf(texts: Texts, locale: string, known: Known): Tongue {
  const stretches = ({ text, filling }: Saying): readonly Stretch[] | undefined => {
    const found = Object.hasOwn(texts, text) ? texts[text] : isWordless(text) ? text : undefined;
    // In every third place, the name of a place and its case.
    return found?.split(PLACES).flatMap((part, at, parts): readonly Stretch[] => {
      if (at % 3 === 0) return part === '' ? [] : [{ text: part }];
      const value = at % 3 === 1 && Object.hasOwn(filling, part) ? filling[part] : undefined;
      return value === undefined ? [] : filled(value, parts[at + 1] === 'dative');
    });
  };
  const filled = (value: Piece, isDative: boolean): readonly Stretch[] => {
    switch (value.is) {
      case 'money':
        return [{ text: moneyText(value.money, locale) }];
      case 'class':
        return named(known.userClass(value.id, value.text), value.text);
      case 'said':
        return stretches(value.said) ?? [english(inEnglish(value.said))];
      case 'list':
        return listed(
          value.items.map((item) => filled(item, isDative)),
          value.between,
          locale,
        );
      default:
        return plain(value, isDative);
    }
  };
  const plain = ({ is, text }: PlainPiece, isDative: boolean): readonly Stretch[] => {
    switch (is) {
      case 'decimal':
        return [{ text: decimalText(text, locale) }];
      case 'percent':
        return [{ text: percentText(text, locale, 0) }];
      case 'duration':
        return [{ text: lengthText(text, locale, isDative) }];
      case 'day':
        return [{ text: dayText(text, locale) }];
      case 'language':
        return named(new Intl.DisplayNames(locale, { type: 'language' }).of(text), text);
      case 'kind':
        return named(known.kind(text), text);
      case 'english':
        return [english(text)];
      default:
        return [{ text, apart: true }];
    }
  };
  const text = (said: Saying): string | undefined =>
    stretches(said)
      ?.map((one) => (one.apart === true ? `\u2068${one.text}\u2069` : one.text))
      .join('');
  return { stretches, text };
}

const english = (text: string): Stretch => ({ text, apart: true, english: true });

const named = (name: string | undefined, text: string): readonly Stretch[] =>
  name === undefined ? [{ text, apart: true }] : [{ text: name }];

/** Things one after another, as the language lists them; lists of lists keep a stronger sign. */
function listed(
  items: readonly (readonly Stretch[])[],
  between: string,
  locale: string,
): readonly Stretch[] {
  if (between === '') return items.flat();
  if (between === '; ') {
    const sign = { text: locale.startsWith('ar') ? '؛ ' : '; ' };
    return items.flatMap((item, at) => (at === 0 ? item : [sign, ...item]));
  }
  const left = [...items];
  return new Intl.ListFormat(locale)
    .formatToParts(items.map(() => '_'))
    .flatMap(({ type, value }) => (type === 'element' ? (left.shift() ?? []) : [{ text: value }]));
}

/**
 * A length of time in words. `Intl` counts in the nominative: German sentences may ask for a
 * dative, and in Arabic a length never is the subject, so that the dual is oblique.
 */
function lengthText(length: string, locale: string, isDative: boolean): string {
  const { months, days } = parseDuration(length) ?? { months: 0, days: 0 };
  const counts = [
    ['year', Math.floor(months / 12)],
    ['month', months % 12],
    ['day', days],
  ] as const;
  const among = counts.filter(([, count]) => count > 0);
  const said = (among.length === 0 ? counts.slice(2) : among).map(([unit, count]) => {
    const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
    const text = new Intl.NumberFormat(locale, options).format(count);
    if (locale.startsWith('ar')) return count === 2 ? text.replace(/ان$/, 'ين') : text;
    return isDative ? text.replace(/e$/, 'en') : text;
  });
  return new Intl.ListFormat(locale).format(said);
}
