import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fields } from '../../../domain/agreements/fields.ts';
import type { TermKey, Terms } from '../../../domain/agreements/fields.ts';
import { presetNames } from '../../../domain/agreements/presets.ts';
import type { Field } from '../../../domain/agreements/reading/field.ts';
import { templateOf } from '../../../domain/agreements/template.ts';
import { parseTerms } from '../../../domain/agreements/terms.ts';
import { saidSections } from '../../../domain/agreements/text.ts';
import { departureKeys } from '../../../domain/agreements/wording/departures.ts';
import { inEnglish, saying } from '../../../domain/agreements/wording/saying.ts';
import type { Piece, Saying } from '../../../domain/agreements/wording/saying.ts';
import { termSaying } from '../../../domain/agreements/wording/words.ts';
import { isoCurrencies } from '../../../domain/money/currency.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { tongueOf } from './tongue.ts';
import type { Texts } from './tongue.ts';

const jsonOf = (path: string): Texts =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Texts;
const locales = { ar: 'ar-EG-u-nu-arab', de: 'de-DE' } as const;
const languages = ['ar', 'de'] as const;
const texts = { ar: arabic, de: german } as const;

const unknown = { kind: () => undefined, userClass: () => undefined };
const tongues = {
  ar: tongueOf(texts.ar, locales.ar, unknown),
  de: tongueOf(texts.de, locales.de, unknown),
};

const aud = (amount: string) => ({ amount, currency: 'AUD' });
const preset = (name: string): Terms =>
  parseTerms({}, name, {
    work: { id: 'work_tides', title: 'Gezeiten', kind: 'software', currency: 'AUD' },
    steward: { agent: 'agent_ana', name: 'Ana' },
    currencies: isoCurrencies(),
    tables: [{ id: 'au-award-history', vintage: '2026-07-01', sha256: 'a'.repeat(64) }],
    upstream: [],
  });

/** Every form that a sentence of a term can take, besides its default and its choices. */
const others: Readonly<Partial<Record<TermKey, readonly unknown[]>>> = {
  reviewed: [{ by: 'Lena Roth', for: 'AU-VIC', on: '2026-05-01' }],
  steward: [{ agent: 'agent_org', name: 'Org', roles: ['steward'], authority: 'Mira' }],
  standIn: [{ agent: 'agent_bo', name: 'Bo' }],
  parties: [[{ agent: 'agent_bo', name: 'Bo' }]],
  purpose: ['Warn those at sea.'],
  criteria: [['serves', 'kind']],
  kinds: [[{ id: 'labour', unit: 'h', rateSource: 'award', evidenceMin: 2 }]],
  earlier: ['none', 'since:2020-01-31'],
  claimWithin: ['P60D'],
  method: ['webizen-effort-2'],
  tables: [[]],
  classification: ['MA000065/6'],
  rates: [[{ agent: 'agent_ana', kind: 'labour', amount: aud('40.00'), from: '2026-01-01' }]],
  equalRate: [{ amount: aud('30.00') }],
  'factor.exclusive': ['1.25'],
  'factor.urgent': ['1.5'],
  return: ['3'],
  'return.cash': ['1.2', '1.6'],
  'delay.rate': ['0.05'],
  'delay.grace': ['P2D', 'P2M', 'P2Y', 'P1Y6M', 'P0D'],
  'delay.ceiling': ['3'],
  'review.n': ['2'],
  'review.within': ['P60D'],
  'review.escalate': ['P7D'],
  'review.conflicts': [['author']],
  appeal: ['P60D'],
  'moral.acts': [['correct', 'set to music']],
  employerConsent: ['by letter'],
  thirdParty: [[{ part: 'icons', holder: 'Nia', licence: 'MIT' }]],
  deadman: ['P30D'],
  successorVote: ['P30D'],
  backstop: ['none', 'P30Y'],
  'split.host': ['0.2'],
  'split.hostAgent': ['Host Co'],
  'split.reserve': ['0.125'],
  'split.upstream': [[{ release: 'rel_1', share: '0.1' }]],
  tranches: [[{ priority: 1, kinds: ['cash'], agents: ['agent_ana'] }, { priority: 2 }]],
  classes: [
    [
      { id: 'student', name: 'Students', price: null, per: 'once' },
      ...['once', 'year', 'seat', 'use'].map((per) => ({
        id: per,
        name: 'Organisations',
        price: aud('10.00'),
        per,
      })),
    ],
  ],
  priceChange: ['0.6'],
  notice: ['P60D'],
  'open.threshold': ['0.8'],
  'open.licence': ['MIT'],
  'open.manifest': ['MANIFEST'],
  'open.hold': ['P10D'],
  'payout.min': ['25.00'],
  'payout.within': ['P60D'],
  keep: ['P10Y'],
  locked: [['return', 'appeal']],
  'leave.notice': ['P40D'],
  steps: [['talk']],
  'law.person': ['AU'],
  'law.work': ['DE'],
  forum: ['Berlin'],
  arbitration: [{ rules: 'UNCITRAL', seat: 'Wien', body: 'VIAC', language: 'en' }],
  languages: [['en', 'de']],
  example: [{ amount: aud('37.97'), because: 'MA000065, level 6: Social worker' }],
};

function* changesOf(base: Terms): Generator<Terms> {
  yield base;
  yield { ...base, rateBy: 'equal', equalRate: { amount: aud('30.00') } };
  yield { ...base, rateBy: 'agreed', rates: others.rates?.[0] as Terms['rates'] };
  for (const field of fields as readonly (Field & { key: TermKey })[]) {
    const few = field.type === 'flag' ? [true, false] : (field.choices ?? []);
    const whole = field.type === 'choices' ? [] : few;
    for (const value of [...whole, ...(others[field.key] ?? [])]) {
      yield { ...base, [field.key]: value };
    }
  }
}

const agreements = presetNames.flatMap((name) => [...changesOf(preset(name))]);

function sayingsIn(said: Saying): readonly Saying[] {
  const within = (piece: Piece): readonly Saying[] => {
    if (piece.is === 'said') return sayingsIn(piece.said);
    return piece.is === 'list' ? piece.items.flatMap(within) : [];
  };
  return [said, ...Object.values(said.filling).flatMap(within)];
}

const each = agreements.flatMap((terms) =>
  saidSections(terms).flatMap(({ paragraphs, items }) => [...paragraphs.flat(), ...items]),
);
const all = [...new Map(each.map((said) => [inEnglish(said), said])).values()];
const sentences = new Map(all.flatMap(sayingsIn).map((said) => [said.text, said]));
const worded = [...sentences.keys()].filter((text) =>
  /\p{L}/u.test(text.replaceAll(/\{.*?\}/g, '')),
);
const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{([A-Za-z.]+)(?::dative)?\}/g)].map(([, name = '']) => name).toSorted();

const termOf = (key: TermKey): Field & { key: TermKey } => {
  const found = fields.find((field) => field.key === key);
  if (found === undefined) throw new Error(`There is no term "${key}".`);
  return found;
};

describe.each(languages)('an agreement in %s', (language) => {
  test('has a translation of every sentence that any agreement can say, and of no other', () => {
    expect(Object.keys(texts[language]).toSorted()).toEqual(worded.toSorted());
  });

  test('fills each sentence with what the English one has', () => {
    for (const [english, text] of Object.entries(texts[language])) {
      expect(placesOf(text), english).toEqual(placesOf(english));
      expect(text.replaceAll(/\{[A-Za-z.]+(:dative)?\}/g, ''), english).not.toMatch(/[{}]|!/);
    }
  });

  test('says every sentence of every preset and of every departure from it', () => {
    for (const said of all) {
      const stretches = tongues[language].stretches(said);
      expect(stretches, inEnglish(said)).toBeDefined();
      const foreign = stretches?.filter(({ english }) => english === true) ?? [];
      expect(foreign.map(({ text }) => text).filter((text) => text !== 'Social worker')).toEqual(
        [],
      );
    }
  });

  test('calls clauses by the titles of the signed text, and presets as where one is chosen', () => {
    const terms = jsonOf(`../terms/${language}.json`);
    const titles = jsonOf('../terms/en.json');
    for (const { number, heading } of templateOf().clauses) {
      expect(titles[`cl.${number}`], heading).toBe(heading.replaceAll("'", '’'));
      expect(terms[`cl.${number}`], heading).toBeDefined();
    }
    for (const { id, clause, heading } of saidSections(preset('award'))) {
      if (clause !== null) continue;
      const title = titles[`cl.${id === 'heading' ? 0 : id}`] ?? '?';
      expect(inEnglish(heading).startsWith(title), title).toBe(true);
    }
    const begin = jsonOf(`../begin/${language}.json`);
    for (const name of presetNames) expect(texts[language][name]).toBe(begin[name]);
  });
});

test('the variations reach every term, so that a new one is not forgotten', () => {
  const departed = new Set(agreements.flatMap((terms) => departureKeys(terms)));
  const never = fields
    .filter((field: Field) => field.clause > 0 && (field.choices?.length ?? 2) > 1)
    .map(({ key }) => key)
    .filter((key) => !departed.has(key));
  // What every agreement sets for itself is no departure.
  expect(never).toEqual(['steward', 'parties', 'purpose', 'tables', 'split.upstream']);
});

const inBoth = (key: TermKey, value: unknown): readonly (string | undefined)[] => {
  const said = termSaying(termOf(key), { ...preset('award'), [key]: value });
  return languages.map((language) => tongues[language].text(said));
};

test('numbers, shares, lengths of time and sums are written as each language writes them', () => {
  expect(inBoth('return', '1.25')).toEqual([
    'يُستحق عن المساهمة ما كلّفته مضروبًا في ١٫٢٥.',
    'Für einen Beitrag wird das 1,25-Fache seiner Kosten geschuldet.',
  ]);
  expect(inBoth('split.host', '0.125')[1]).toBe('Host: 12,5\u00a0% jeder Zahlung nach Steuer.');
  expect(inBoth('appeal', 'P60D')).toEqual([
    'لك أن ترد على الرفض خلال ٦٠ يومًا.',
    'Auf eine Ablehnung kannst du binnen 60 Tagen antworten.',
  ]);
  expect(inBoth('review.within', 'P2M')[0]).toBe('تُراجع خلال شهرين.');
  expect(inBoth('deadman', 'P1Y6M')[1]).toBe(
    'Schweigt die Verwaltung, wird sie nach 1 Jahr und 6 Monaten ersetzt.',
  );
  expect(inBoth('payout.min', '25.00')[1]).toBe(
    'Dein Teil wird ab 25,00\u00a0AU$ ausgezahlt, und jede Summe, wenn du gehst.',
  );
});

test('what people wrote is kept as it is, and apart from the sentence around it', () => {
  expect(inBoth('criteria', ['serves', 'kind'])).toEqual([
    'يذكر الرفض أحد هذه المعايير: تخدم العمل و\u2068kind\u2069.',
    'Eine Ablehnung nennt eines dieser Kriterien: dient dem Werk und \u2068kind\u2069.',
  ]);
  expect(inBoth('forum', '{value}')[1]).toBe('Die Gerichte, die entscheiden: \u2068{value}\u2069.');
});

test('a sentence whose English has changed is said in English, and nothing is made up for it', () => {
  const changed = saying('A rate here is a yardstick, and no wage.');
  const around = saying('Unusual: {sentence}', { sentence: { is: 'said', said: changed } });
  for (const language of languages) {
    expect(tongues[language].stretches(changed)).toBeUndefined();
    expect(tongues[language].stretches(around)?.at(-1)).toEqual({
      text: changed.text,
      apart: true,
      english: true,
    });
  }
});
