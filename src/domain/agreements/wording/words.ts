// Terms in words, as a layperson reads them.

import { canonicalJson } from '../../record/canonical-json.ts';
import type { Field, FieldType } from '../reading/field.ts';
import { fields } from '../fields.ts';
import type { Terms } from '../fields.ts';
import type { EqualRate, Party, TrancheRule, UserClass } from '../reading/structures.ts';
import { inEnglish, list, piece, PLACES, said, saying } from './saying.ts';
import type { Piece, Saying } from './saying.ts';

const plainWords = (text: string): string => text.replaceAll('-', ' ');

/** What each work is for where nobody says otherwise. */
export const usualPurpose = saying('To make "{title}" and keep it useful to those who use it.');

/** The purpose of a work of that title where nobody says otherwise, as it is signed. */
export const usualPurposeOf = (title: string): string => inEnglish(withTitle(title));

const withTitle = (title: string): Saying =>
  saying(usualPurpose.text, { title: piece('own', title) });

function nameOf(agent: string, terms: Terms): string {
  const people: readonly Party[] = [terms.steward, ...terms.parties];
  return people.find((party) => party.agent === agent)?.name ?? agent;
}

function partyWords({ agent, name, roles, authority }: Party): Piece {
  const own = roles?.map((role) => piece('own', role));
  return list(
    [
      piece('own', name),
      ...(name === agent ? [] : [said(' [{agent}]', { agent: piece('code', agent) })]),
      ...(own === undefined ? [] : [said(' ({roles})', { roles: list(own) })]),
      ...(authority === undefined
        ? []
        : [said(', by {authority}', { authority: piece('own', authority) })]),
    ],
    '',
  );
}

function equalRateWords(rate: EqualRate): Piece {
  if ('amount' in rate) return { is: 'money', money: rate.amount };
  const classification = piece('code', rate.classification);
  return said('the rate of {classification}', { classification });
}

function trancheWords(rule: TrancheRule, terms: Terms): Piece {
  const kinds = (rule.kinds ?? []).map((kind) => piece('kind', kind));
  const agents = (rule.agents ?? []).map((agent) => piece('own', nameOf(agent, terms)));
  const who = [...kinds, ...agents];
  return said('priority {priority}: {who}', {
    priority: piece('decimal', String(rule.priority)),
    who: who.length === 0 ? said('everyone else') : list(who, ' and '),
  });
}

function classWords({ id, name, price, per }: UserClass): Piece {
  const filling = {
    name: { is: 'class', id, text: name },
    id: piece('code', id),
  } as const satisfies Record<string, Piece>;
  if (price === null) return said('{name} [{id}] free', filling);
  return said(`{name} [{id}] {price} per ${per}`, {
    ...filling,
    price: { is: 'money', money: price },
  });
}

function kindWords(kind: Terms['kinds'][number]): Piece {
  const { id, unit, rateSource, evidenceMin } = kind;
  return list(
    [
      piece('kind', id),
      ...(unit === undefined ? [] : [said(' in {unit}', { unit: piece('code', unit) })]),
      ...(rateSource === undefined
        ? []
        : [said(', rate from {source}', { source: piece('own', rateSource) })]),
      said(', pieces of evidence: {n}', { n: piece('decimal', String(evidenceMin)) }),
    ],
    '',
  );
}

function rateWords({ agent, kind, amount, from }: Terms['rates'][number], terms: Terms): Piece {
  return list(
    [
      piece('own', nameOf(agent, terms)),
      ...(kind === undefined ? [] : [said(' for {kind}', { kind: piece('kind', kind) })]),
      said(' {amount} from {day}', {
        amount: { is: 'money', money: amount },
        day: piece('day', from),
      }),
    ],
    '',
  );
}

const BECAUSE = /^([^,:]+), level ([^,:]+): (.+)$/s;

/** Why the hour of the example costs that: a row of an award, as the node wrote it; else as is. */
export function becauseWords(because: string): Piece {
  const [, award, level, name] = BECAUSE.exec(because) ?? [];
  if (award === undefined || level === undefined || name === undefined) {
    return piece('own', because);
  }
  return said('{award}, level {level}: {name}', {
    award: piece('code', award),
    level: piece('code', level),
    name: piece('english', name),
  });
}

/** What of a value's words depends on its type; types that are not here are as people wrote. */
type Worded = {
  readonly [T in FieldType]?: (value: never, terms: Terms) => Piece;
};

const code = (value: string): Piece => piece('code', value);

const words = {
  decimal: (value: string) => piece('decimal', value),
  integer: (value: string) => piece('decimal', value),
  fraction: (value: string) => piece('percent', value),
  duration: (value: string) => piece('duration', value),
  'duration-or-none': (value: string) =>
    value === 'none' ? said(value) : piece('duration', value),
  licence: code,
  currency: code,
  classification: code,
  choices: (value: Terms['review.conflicts']) => list(value.map((one) => said(plainWords(one)))),
  languages: (value: Terms['languages']) => list(value.map((one) => piece('language', one))),
  earlier: (value: string) =>
    value.startsWith('since:')
      ? said('on or after {day}', { day: piece('day', value.replace(/^since:/, '')) })
      : said(value),
  sum: (value: string, terms: Terms) => ({
    is: 'money',
    money: { amount: value, currency: terms.currency },
  }),
  party: partyWords,
  'optional-party': (value: Party | null) => (value === null ? said('nobody') : partyWords(value)),
  parties: (value: Terms['parties']) => list(value.map(partyWords), '; '),
  kinds: (value: Terms['kinds']) => list(value.map(kindWords), '; '),
  tables: (value: Terms['tables']) =>
    list(
      value.map(({ id, vintage, sha256 }) =>
        said('{id} of {vintage} (sha256 {hash})', {
          id: piece('code', id),
          vintage: piece('code', vintage),
          hash: piece('code', sha256),
        }),
      ),
      '; ',
    ),
  rates: (value: Terms['rates'], terms: Terms) =>
    list(
      value.map((rate) => rateWords(rate, terms)),
      '; ',
    ),
  'equal-rate': equalRateWords,
  upstream: (value: Terms['split.upstream']) =>
    list(
      value.map(({ share, release }) =>
        said('{share} to {release}', {
          share: piece('percent', share),
          release: piece('code', release),
        }),
      ),
      '; ',
    ),
  tranches: (value: Terms['tranches'], terms: Terms) =>
    value === 'one'
      ? said('all alike')
      : list(
          value.map((rule) => trancheWords(rule, terms)),
          '; ',
        ),
  classes: (value: Terms['classes']) => list(value.map(classWords), '; '),
  'third-party': (value: Terms['thirdParty']) =>
    list(
      value.map(({ part, holder, licence }) =>
        said('{part} of {holder}, {licence}', {
          part: piece('own', part),
          holder: piece('own', holder),
          licence: piece('code', licence),
        }),
      ),
      '; ',
    ),
  arbitration: (value: Terms['arbitration']) =>
    value === null
      ? said('none')
      : said('{rules}, seat {seat}, by {body}, in {language}', {
          rules: piece('own', value.rules),
          seat: piece('own', value.seat),
          body: piece('own', value.body),
          language: piece('language', value.language),
        }),
  review: (value: Terms['reviewed']) =>
    value === null
      ? said('none')
      : said('{by}, for {for}, on {on}', {
          by: piece('own', value.by),
          for: piece('own', value.for),
          on: piece('day', value.on),
        }),
  example: (value: Terms['example']) =>
    value === null
      ? said('a round sum')
      : said('{amount} ({because})', {
          amount: { is: 'money', money: value.amount },
          because: becauseWords(value.because),
        }),
} satisfies Worded;

const wordings: Readonly<Partial<Record<string, (value: never, terms: Terms) => Piece>>> = words;

/** A value as the table of terms writes it in `sayings`: plain text, or JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** A text of a term: words that the table of terms has itself, or what people wrote. */
function ownWords(field: Field, text: string, terms: Terms): Piece {
  if (field.key === 'preset') return said(text);
  if (field.key === 'work' || field.key === 'method') return piece('code', text);
  if (field.key === 'purpose' && text === usualPurposeOf(terms.title)) {
    return { is: 'said', said: withTitle(terms.title) };
  }
  const usual: readonly unknown[] = Array.isArray(field.default) ? field.default : [field.default];
  return usual.includes(text) ? said(text) : piece('own', text);
}

/** The value of a term in words. */
export function termWords(field: Field, terms: Terms): Piece {
  const value = termValue(terms, field.key);
  const wording = wordings[field.type];
  if (field.type === 'texts' && Array.isArray(value)) {
    return list(value.map((text) => ownWords(field, String(text), terms)));
  }
  // The value has the type of its field: the reader of that type made it.
  if (wording !== undefined) return wording(value as never, terms);
  return ownWords(field, valueText(value), terms);
}

/** The value of a term by its name; undefined for a name that is no term. */
export function termValue(terms: Terms, key: string): unknown {
  return Object.getOwnPropertyDescriptor(terms, key)?.value;
}

/** The words of a value that is one of few, each of which has a sentence of its own. */
function chosenWords({ type }: Field, value: unknown): string | undefined {
  if (type === 'flag') return value === true ? 'yes' : 'no';
  return type === 'choice' ? plainWords(valueText(value)) : undefined;
}

/** What one term says, with its value. */
export function termSaying(field: Field, terms: Terms): Saying {
  const value = termValue(terms, field.key);
  const special = field.sayings?.[valueText(value)];
  if (special !== undefined) return saying(special);
  const chosen = chosenWords(field, value);
  if (chosen !== undefined) return saying(field.says.replaceAll('{value}', chosen));
  return saying(field.says, { value: termWords(field, terms) });
}

/** The sentence of one term as it is signed, with its value in words. */
export const termSentence = (field: Field, terms: Terms): string =>
  inEnglish(termSaying(field, terms));

/** A sentence of a template, each `{key}` filled with that term in words. */
export function filledWith(text: string, terms: Terms): Saying {
  const filling: Record<string, Piece> = {};
  for (const [, key = ''] of text.matchAll(PLACES)) {
    const field = fields.find((one) => one.key === key);
    if (field !== undefined) filling[key] = termWords(field, terms);
  }
  return saying(text, filling);
}
