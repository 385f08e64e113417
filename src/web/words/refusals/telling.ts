// How refusals are told in one language. `words.ts` fetches it when the first "no" comes.

import { createElement } from 'react';
import type { ReactNode } from 'react';
import type { Money } from '../../../domain/money/amount.ts';
import { refusals } from '../../../domain/refusals.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import type { ProblemDocument } from '../../../http/problem.ts';
import { problemIn } from '../../../sdk/problem.ts';
import type { Language } from '../locale.tsx';
import { dayText, instantText, moneyText } from '../numbers.ts';
import { speaker } from '../words.ts';

export type Texts = Readonly<Record<string, string>>;

/** The texts of one language. */
export interface Pack {
  /** `<code>.happened`, `<code>.todo`; here and there `<code>.title` and `<code>.kept`. */
  readonly words: Texts;
  /** What refusals are filled with where it is English: by the English, `{x}` for what varies. */
  readonly phrases: Texts;
}

/** A refusal in words. */
export interface RefusalTold {
  readonly title: string | undefined;
  readonly happened: ReactNode;
  readonly kept: ReactNode;
  readonly todo: ReactNode;
}

/** Tells refusals in one language. */
export interface Teller {
  readonly tell: (problem: ProblemDocument) => RefusalTold;
  /** What was refused, where an answer names it by its code and its sentence alone. */
  readonly sentence: (code: string, detail: string) => ReactNode;
  /** A few words of the node, such as why a line was left out; unknown ones as they are. */
  readonly phrase: (english: string) => ReactNode;
}

/** What holds words of the node, which are English, and not what somebody wrote. */
const PHRASED = new Set([
  ...['allowed', 'criteria', 'detail', 'expected', 'part', 'problem', 'range', 'reason', 'rule'],
  ...['status', 'units', 'verb', 'what', 'why'],
]);

/** Amounts in the currency that the refusal names beside them: the words have both as one. */
const AMOUNTS = new Set(['amount', 'due', 'waiting']);

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** Tells refusals with the texts of one language. */
export function tellerOf({ words, phrases }: Pack, language: Language, locale: string): Teller {
  const say = speaker<string>(words, words, locale);
  const sayPhrase = speaker<string>(phrases, phrases, locale);
  const known = phraseFinder(phrases);
  const asWritten = (text: string): ReactNode =>
    language === 'en' || text === ''
      ? text
      : createElement('span', { lang: 'en', dir: 'ltr' }, text);
  const found = (english: string): ReactNode => {
    const hit = known(english);
    return hit === undefined ? undefined : sayPhrase.rich(hit.name, filled(hit.parts));
  };
  const phrase = (english: string): ReactNode => found(english) ?? listed(english);
  const listed = (english: string): ReactNode => {
    const parts = english.split(', ');
    if (!parts.some((part) => found(part) !== undefined)) return asWritten(english);
    return parts
      .map((part) => found(part) ?? asWritten(part))
      .flatMap((part, at) => (at === 0 ? [part] : [COMMA[language], part]));
  };
  const shown = (name: string, value: string | number): ReactNode => {
    if (typeof value === 'number') return value;
    if (PHRASED.has(name)) return phrase(value);
    if (INSTANT.test(value)) return instantText(value, locale);
    if (DAY.test(value) && name !== 'text') return dayText(value, locale);
    // Messages may count it, or write it as the language does.
    if (NUMBER.test(value)) return value;
    const [, amount, currency] = MONEY.exec(value) ?? [];
    const isMoney = amount !== undefined && currency !== undefined;
    return isMoney ? sum({ amount, currency }) : createElement('bdi', null, value);
  };
  const sum = (money: Money): ReactNode => createElement('bdi', null, moneyText(money, locale));
  const filled = (values: Readonly<Record<string, string | number>>): Record<string, ReactNode> => {
    const { currency } = values;
    const told = ([name, value]: [string, string | number]): ReactNode =>
      AMOUNTS.has(name) && typeof value === 'string' && typeof currency === 'string'
        ? sum({ amount: value, currency })
        : shown(name, value);
    return Object.fromEntries(Object.entries(values).map((one) => [one[0], told(one)]));
  };
  const tell = ({ code, values, detail, remedy, kept }: ProblemDocument): RefusalTold => {
    const filling = filled(values);
    const own = (part: string, english: string): ReactNode => {
      const name = `${code}.${part}`;
      // The client may say more than the refusal does: what it says then has words of its own.
      if (Object.hasOwn(phrases, english)) return phrase(english);
      if (!say.has(name)) return asWritten(english);
      try {
        return say.rich(name, filling);
      } catch {
        // A node of another version may not give every value that these words name.
        return asWritten(english);
      }
    };
    const title = `${code}.title`;
    return {
      title: say.has(title) ? say(title) : undefined,
      happened: own('happened', detail),
      kept: say.has(`${code}.kept`) ? say(`${code}.kept`) : phrase(kept),
      todo: own('todo', remedy),
    };
  };
  const sentence = (code: string, detail: string): ReactNode => {
    if (!Object.hasOwn(refusals, code)) return phrase(detail);
    const problem = problemIn({ code, detail, values: valuesIn(code, detail), status: 422 });
    return problem === undefined ? phrase(detail) : tell(problem.document).happened;
  };
  return { tell, sentence, phrase };
}

/** What a refusal's English names, for where an answer has kept that alone; as it was written. */
export function valuesIn(code: string, detail: string): Readonly<Record<string, string>> {
  if (!Object.hasOwn(refusals, code)) return {};
  return formOf(refusals[code as RefusalCode].sentence).exec(detail)?.groups ?? {};
}

const COMMA: Readonly<Record<Language, string>> = { en: ', ', ar: '، ', de: ', ' };

interface Hit {
  readonly name: string;
  /** What stands where the phrase has its places. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Finds the name of a phrase by its English, with what varies in it. */
function phraseFinder(phrases: Texts): (english: string) => Hit | undefined {
  const varied = Object.keys(phrases)
    .filter((name) => name.includes('{'))
    .map((name) => ({ name, form: formOf(name) }));
  return (english) => {
    if (Object.hasOwn(phrases, english)) return { name: english, parts: {} };
    for (const { name, form } of varied) {
      const fits = form.exec(english);
      if (fits !== null) return { name, parts: fits.groups ?? {} };
    }
    return undefined;
  };
}

/** A text with places, as what finds them filled; where a place comes twice, by its first. */
function formOf(text: string): RegExp {
  const met = new Set<string>();
  const source = text
    .split(/\{(\w+)\}/)
    .map((part, at) => {
      if (at % 2 === 0) return part.replaceAll(/[.*+?^${}()[\]|\\/]/g, '\\$&');
      if (met.has(part)) return `\\k<${part}>`;
      met.add(part);
      return `(?<${part}>.*)`;
    })
    .join('');
  return new RegExp(`^${source}$`, 'su');
}
