import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { refusals } from '../../domain/refusals.ts';
import { arabic } from './agreement-text/ar.ts';
import { german } from './agreement-text/de.ts';
import { speaker } from './words.ts';

const here = new URL('./', import.meta.url);
const rooms = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  // Their English is the node's own, or what is signed.
  .filter((name) => name !== 'refusals' && name !== 'agreement-text');

const textsOf = (room: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`${room}/${language}.json`, here), 'utf8')) as Record<
    string,
    string
  >;

/** What a message is to be filled with. */
function places(text: string, language: string): string[] {
  const found = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      const isText = JSON.stringify(part.type) === '0';
      if ('value' in part && typeof part.value === 'string' && !isText) {
        found.add(part.value);
      }
      if ('options' in part) {
        for (const option of Object.values(part.options)) walk(option.value);
      }
    }
  };
  walk(new IntlMessageFormat(text, language).getAst());
  return [...found].toSorted();
}

describe.each(rooms)('the words of %s', (room) => {
  const english = textsOf(room, 'en');

  test.each(['ar', 'de'])('are complete in %s, with the same things to fill in', (language) => {
    const texts = textsOf(room, language);
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [name, text] of Object.entries(texts)) {
      const [theirs, ours] = [places(text, language), places(english[name] ?? '', 'en')];
      expect(theirs, `${room}/${language}.json: ${name}`).toEqual(ours);
    }
  });

  test('use no exclamation mark and no word that the house does not say', () => {
    const found = Object.entries(english).filter(([, text]) =>
      /!|\b(please|oops|successfully|liability|disbursed|unlock)\b/i.test(text),
    );
    expect(found).toEqual([]);
  });
});

/** Words that `docs/glossary.md` has another for, and signs that the language writes otherwise. */
const strange = {
  de: /!|"|\.\.\.|\d %|\b(bitte|erfolgreich|Ertrag|Aufstellung|Bargeld|Unterzeichner|getippt)\b/,
  ar: /!|"|\.\.\.|\d %|,\s|;\s|\?$|من فضلك|بنجاح|هدية|ترخيص|المنبع|مسوّدة|بصفة/,
} as const;

/** A message as it is read: without what it is filled with, and what is typed into a terminal. */
const asRead = (text: string): string =>
  text
    .replaceAll(/\u2066[^\u2066\u2069]*\u2069|"(\{path\}|37\.97)"|\(hledger, ledger\)/g, '')
    .replaceAll(/\{\w+(, (number|plural|percent))*,?\}?/g, '');

test.each(['ar', 'de'] as const)('the words in %s are those of the glossary', (language) => {
  const all = [...rooms, 'refusals', 'refusals/phrases'].flatMap((room) =>
    Object.entries(textsOf(room, language)).map(([name, text]) => [`${room} ${name}`, text]),
  );
  const own = Object.entries(language === 'de' ? german : arabic);
  const found = [...all, ...own].filter(([, text = '']) => strange[language].test(asRead(text)));
  expect(found).toEqual([]);
});

describe.each(['ar', 'de'])('the words of refusals in %s', (language) => {
  const texts = textsOf('refusals', language);
  const own = textsOf('refusals', 'en');
  const placesOf = (text: string): string[] => places(text, 'en');

  test('say each refusal that the app does not say itself, and nothing else', () => {
    // Said without asking anybody, as nobody is there.
    const codes = Object.keys(refusals).filter((code) => code !== 'node-unreachable');
    const names = [...codes.flatMap((code) => [`${code}.happened`, `${code}.todo`])];
    const more = Object.keys(own).filter((name) => /\.(title|kept)$/.test(name));
    expect(Object.keys(texts).toSorted()).toEqual([...names, ...more].toSorted());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('name what the English names, and nothing that a refusal does not give', () => {
    for (const [code, { sentence, remedy }] of Object.entries(refusals)) {
      if (code === 'node-unreachable') continue;
      const happened = `${code}.happened`;
      expect(places(texts[happened] ?? '', language), happened).toEqual(
        placesOf(own[happened] ?? sentence),
      );
      const given = new Set(placesOf(`${sentence} ${remedy}`));
      const strange = places(texts[`${code}.todo`] ?? '', language).filter((x) => !given.has(x));
      expect(strange, `${code}.todo`).toEqual([]);
    }
  });

  test('keep what is typed into a terminal in its order, from left to right', () => {
    const isolated = /\u2066[^\u2066\u2069]*\u2069/g;
    const loose = Object.entries({ ...texts, ...textsOf('refusals/phrases', language) })
      .map(([name, text]) => [name, text.replaceAll(isolated, '')] as const)
      .filter(([, text]) => language === 'ar' && /[\u2066\u2069]|(^|\s)--\w|\/\w/.test(text));
    expect(loose).toEqual([]);
  });
});

/** What has to be done at the machine of the node, or is never refused to the app. */
const atTheMachine = new Set([
  ...['archive-malformed', 'branch-missing', 'certificate-malformed', 'command-malformed'],
  ...['disk-read-only', 'head-missing', 'key-file-missing', 'link-expired', 'link-unknown'],
  ...['node-founded', 'node-unreachable', 'option-malformed', 'port-in-use'],
  ...['repository-damaged', 'repository-not-trusted', 'repository-shallow', 'store-damaged'],
  ...['store-foreign'],
]);

test.each(['en', 'ar', 'de'])(
  'refusals in %s send nobody from the app to a terminal',
  (language) => {
    const texts = textsOf('refusals', language);
    const typed = Object.entries(refusals)
      .filter(([code]) => !atTheMachine.has(code))
      .map(([code, { remedy }]) => [code, texts[`${code}.todo`] ?? remedy])
      .filter(([, todo = '']) => /webizen |npm |--/.test(todo));
    expect(typed).toEqual([]);
  },
);

test('the few words of the node that are put into refusals are the same in each language', () => {
  const [ar, de] = ['ar', 'de'].map((language) => textsOf('refusals/phrases', language));
  expect(Object.keys(ar ?? {})).toEqual(Object.keys(de ?? {}));
  for (const [english, text] of Object.entries(de ?? {})) {
    expect(places(text, 'de'), english).toEqual(places(english, 'en'));
    expect(places(ar?.[english] ?? '', 'ar'), english).toEqual(places(english, 'en'));
  }
});

test('what another language lacks is said in English', () => {
  const say = speaker<'open' | 'more'>({ open: 'Offen' }, { open: 'Open', more: 'More' }, 'de-DE');
  expect([say('open'), say('more')]).toEqual(['Offen', 'More']);
});

test('plurals follow the language, six forms of them in Arabic', () => {
  const text = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}';
  const say = speaker<'n'>({ n: text }, { n: text }, 'ar-EG');
  expect([0, 1, 2, 3, 11, 100].map((n) => say('n', { n })).join('')).toBe('zotfmx');
});

test('a name that is written the other way turns nothing around but itself', () => {
  const texts = { for: 'For {name}.' };
  const english = speaker<'for'>(texts, texts, 'en-GB');
  expect(english('for', { name: 'Mira' })).toBe('For Mira.');
  expect(english('for', { name: 'نور' })).toBe('For \u2068نور\u2069.');
  expect(english('for', { name: '\u202eariM' })).toBe('For \u2068ariM\u2069.');
  const arabic = speaker<'for'>(texts, texts, 'ar-EG');
  expect(arabic('for', { name: 'Mira' })).toBe('For \u2068Mira\u2069.');
});

test('names are listed as the sentence runs, each kept apart by itself', () => {
  const texts = { by: 'By {names}.' };
  const names = ['Mira', 'نور', 'Jun'];
  expect(speaker<'by'>(texts, texts, 'en-GB')('by', { names })).toBe(
    'By Mira, \u2068نور\u2069 and Jun.',
  );
  expect(speaker<'by'>(texts, texts, 'ar-EG')('by', { names })).toBe(
    'By \u2068Mira\u2069 ونور و\u2068Jun\u2069.',
  );
});

const web = new URL('../', import.meta.url);
const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(new URL(path, web), 'utf8'));

/** The names that are written out, wherever that is. */
const written = new Set(
  sources.flatMap((text) => [...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, name]) => name)),
);

/** Names that are put together: what is filled in may be anything. */
const patternsIn = (text: string): readonly RegExp[] =>
  [...text.matchAll(/`([\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)].map(
    ([, name = '']) =>
      new RegExp(`^${name.replaceAll('.', '\\.').replaceAll(/\$\{[^{}]*\}/g, '.+')}$`),
  );

test.each(rooms)('each of the words of %s is said somewhere', (room) => {
  const patterns = sources
    .filter((source) => source.includes(`words/${room}/words.ts'`))
    .flatMap(patternsIn);
  const isSaid = (name: string): boolean =>
    written.has(name) || patterns.some((pattern) => pattern.test(name));
  expect(Object.keys(textsOf(room, 'en')).filter((name) => !isSaid(name))).toEqual([]);
});
