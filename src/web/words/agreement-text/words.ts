// The text of agreements in other languages than the one that is signed. English readers fetch
// nothing of it.

import type { Language } from '../locale.tsx';
import type { Known, Texts, Tongue } from './tongue.ts';

/** Makes the tongue of a language for a locale. */
export type TongueMaker = (locale: string, known: Known) => Tongue;

const packs: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>> = {
  ar: async () => (await import('./ar.ts')).arabic,
  de: async () => (await import('./de.ts')).german,
};

const makers = new Map<Language, Promise<TongueMaker | undefined>>();

/**
 * Who says agreements in a language, fetched once; to be given to `use`. Undefined offline, before
 * it was ever fetched: then there is the text as it is signed.
 */
export function tongueMakerIn(language: Exclude<Language, 'en'>): Promise<TongueMaker | undefined> {
  const known = makers.get(language);
  if (known !== undefined) return known;
  const made = fetched(language).catch(() => undefined);
  makers.set(language, made);
  return made;
}

async function fetched(language: Exclude<Language, 'en'>): Promise<TongueMaker> {
  const [{ tongueOf }, texts] = await Promise.all([import('./tongue.ts'), packs[language]()]);
  return (locale, known) => tongueOf(texts, locale, known);
}
