// What a node refuses, in the reader's own words, by the refusal's name. English is the node's own
// text, but where the app knows better what to do; the other languages have all of it. Fetched when
// the first "no" comes.

import type { Language } from '../locale.tsx';
import type { Teller, Texts } from './telling.ts';

type Read = Promise<{ readonly default: Texts }>;

const packs: Readonly<Record<Language, () => readonly Read[]>> = {
  en: () => [import('./en.json', { with: { type: 'json' } })],
  ar: () => [
    import('./ar.json', { with: { type: 'json' } }),
    import('./phrases/ar.json', { with: { type: 'json' } }),
  ],
  de: () => [
    import('./de.json', { with: { type: 'json' } }),
    import('./phrases/de.json', { with: { type: 'json' } }),
  ],
};

/** As the node says it: offline, before the words were ever fetched, better than nothing. */
const plain: Teller = {
  tell: ({ detail, kept, remedy }) => ({ title: undefined, happened: detail, kept, todo: remedy }),
  sentence: (_code, detail) => detail,
  phrase: (english) => english,
};

const tellers = new Map<Language, Promise<Teller>>();

/** Who tells refusals in a language, fetched once; to be given to `use`. */
export function tellerIn(language: Language, locale: string): Promise<Teller> {
  const known = tellers.get(language);
  if (known !== undefined) return known;
  const made = fetched(language, locale).catch(() => plain);
  tellers.set(language, made);
  return made;
}

async function fetched(language: Language, locale: string): Promise<Teller> {
  const [{ tellerOf }, words, phrases] = await Promise.all([
    import('./telling.ts'),
    ...packs[language](),
  ]);
  return tellerOf(
    { words: words?.default ?? {}, phrases: phrases?.default ?? {} },
    language,
    locale,
  );
}
