// All text of the app, as ICU messages in JSON, a folder for each room: a room brings its English
// with its code and fetches another language when it is chosen.

import { IntlMessageFormat } from 'intl-messageformat';
import { Fragment, createElement, use, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLocale } from './locale.tsx';
import type { Language } from './locale.tsx';
import { namesText } from './numbers.ts';

type Texts = Readonly<Record<string, string>>;
type Fetched = Promise<{ readonly default: Texts }>;

/** The words of one room. */
export interface Pack<E extends Texts> {
  readonly en: E;
  readonly ar: () => Fetched;
  readonly de: () => Fetched;
}

/** What a message is filled with; names are listed as the language lists them. */
export type Filling = Readonly<Record<string, string | number | readonly string[]>>;

/** Says a message by its name, filled. */
export interface Say<K extends string> {
  (name: K, filling?: Filling): string;
  /** The same with elements in it, such as an amount. */
  rich(name: K, filling: Readonly<Record<string, ReactNode>>): ReactNode;
  /** Whether there is a message of that name: for names that come from data. */
  has(name: string): name is K;
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(text: string, locale: string): IntlMessageFormat {
  const key = `${locale}\n${text}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new IntlMessageFormat(text, locale);
  formats.set(key, made);
  return made;
}

const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * What is filled in, kept apart from the sentence around it where it is written the other way, or
 * has signs that turn text around: a name then moves nothing but itself (Unicode UAX 9, FSI).
 */
function isolated(text: string, locale: string): string {
  const plain = text.replaceAll(MARKS, '');
  const other = locale.startsWith('ar') ? /\p{Script=Latin}/u : RIGHT_TO_LEFT;
  return plain.length < text.length || other.test(plain) ? `\u2068${plain}\u2069` : text;
}

const isolatedAll = <V>(filling: Readonly<Record<string, V>>, locale: string) =>
  Object.fromEntries(
    Object.entries(filling).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value, locale) : value,
    ]),
  );

/** Each name is kept apart by itself: a list runs as the sentence does, whatever is in it. */
function listedAll(filling: Filling, locale: string): Readonly<Record<string, string | number>> {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(filling)) {
    if (typeof value === 'number') filled[name] = value;
    else if (typeof value === 'string') filled[name] = isolated(value, locale);
    else
      filled[name] = namesText(
        value.map((one) => isolated(one, locale)),
        locale,
      );
  }
  return filled;
}

/** Says messages of some texts in a language; what is missing there is said in English. */
export function speaker<K extends string>(texts: Texts, english: Texts, locale: string): Say<K> {
  const textOf = (name: string): string => texts[name] ?? english[name] ?? name;
  const say = (name: K, filling: Filling = {}): string => {
    const said: unknown = formatOf(textOf(name), locale).format(listedAll(filling, locale));
    return typeof said === 'string' ? said : String(said);
  };
  const rich = (name: K, filling: Readonly<Record<string, ReactNode>>): ReactNode => {
    const said = formatOf(textOf(name), locale).format<ReactNode>(isolatedAll(filling, locale));
    const parts = Array.isArray(said) ? said : [said];
    return parts.map((part, index) => createElement(Fragment, { key: index }, part));
  };
  const has = (name: string): name is K => name in english;
  return Object.assign(say, { rich, has });
}

/** The hook with which a room speaks: `const useWords = wordsOf({ en, ar, de })`. */
export function wordsOf<E extends Texts>(pack: Pack<E>): () => Say<keyof E & string> {
  const fetched = new Map<Language, Fetched>();
  const english = Promise.resolve({ default: pack.en });
  const textsOf = (language: Language): Fetched => {
    if (language === 'en') return english;
    const known = fetched.get(language);
    if (known !== undefined) return known;
    // Offline, before the language was ever fetched: English is better than nothing.
    const asked = pack[language]().catch(() => english);
    fetched.set(language, asked);
    return asked;
  };
  return function useWords() {
    const { language, locale } = useLocale();
    const texts = language === 'en' ? pack.en : use(textsOf(language)).default;
    return useMemo(() => speaker(texts, pack.en, locale), [texts, locale]);
  };
}
