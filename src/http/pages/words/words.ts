// What the pages of a node that everybody can see say, in each language. They have no script, so
// the node itself speaks; a reader's browser says which languages they read.

import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import type { PublicWords } from './said.ts';

/** Languages of these pages, by their codes. */
export const publicWords = { en: english, ar: arabic, de: german } as const satisfies Readonly<
  Record<string, PublicWords>
>;
export type PublicLanguage = keyof typeof publicWords;

const isKnown = (code: string): code is PublicLanguage => Object.hasOwn(publicWords, code);

/** The first of some tags of languages (BCP 47) that is spoken here, in its order of preference. */
function firstKnown(header: string): PublicLanguage | undefined {
  const wishes = header
    .split(',')
    .map((wish) => {
      const [tag = '', ...more] = wish.trim().split(';');
      const weight = more.map((one) => /^\s*q=([\d.]+)/.exec(one)?.[1]).find(Boolean) ?? '1';
      return { code: tag.toLowerCase().split('-')[0] ?? '', weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((left, right) => right.weight - left.weight);
  return wishes.map(({ code }) => code).find(isKnown);
}

/** The language that is asked for, else the first that the browser reads, else English. */
export function languageOf(asked: string | undefined, accepted: string | null): PublicLanguage {
  const wished = (asked ?? '').toLowerCase().split('-')[0] ?? '';
  if (isKnown(wished)) return wished;
  return firstKnown((accepted ?? '').slice(0, 1000)) ?? 'en';
}
