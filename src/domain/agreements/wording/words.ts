// Terms in words, as a layperson reads them.

import type { Money } from '../../money/amount.ts';
import { formatRatio, multiply, parseDecimal } from '../../money/ratio.ts';
import { canonicalJson } from '../../record/canonical-json.ts';
import { durationWords } from '../duration.ts';
import type { Field, FieldType } from '../reading/field.ts';
import { fields } from '../fields.ts';
import type { Terms } from '../fields.ts';
import type { EqualRate, Party, TrancheRule } from '../reading/structures.ts';

/** "0.05" as "5 %", "0.125" as "12.5 %". */
export function percentWords(fraction: string): string {
  const hundredfold = formatRatio(multiply(parseDecimal(fraction), parseDecimal('100')), 2);
  return `${hundredfold.replace(/\.?0+$/, '') || '0'} %`;
}

const moneyWords = (money: Money): string => `${money.amount} ${money.currency}`;
const plainWords = (text: string): string => text.replaceAll('-', ' ');

function nameOf(agent: string, terms: Terms): string {
  const people: readonly Party[] = [terms.steward, ...terms.parties];
  return people.find((party) => party.agent === agent)?.name ?? agent;
}

function partyWords(party: Party): string {
  const roles = party.roles === undefined ? '' : ` (${party.roles.join(', ')})`;
  const authority = party.authority === undefined ? '' : `, by ${party.authority}`;
  const agent = party.name === party.agent ? '' : ` [${party.agent}]`;
  return `${party.name}${agent}${roles}${authority}`;
}

function equalRateWords(rate: EqualRate): string {
  if ('amount' in rate) return moneyWords(rate.amount);
  return `the rate of ${rate.classification}`;
}

function trancheWords(rule: TrancheRule, terms: Terms): string {
  const kinds = rule.kinds ?? [];
  const agents = (rule.agents ?? []).map((agent) => nameOf(agent, terms));
  const who = [...kinds, ...agents].join(' and ');
  return `priority ${rule.priority}: ${who === '' ? 'everyone else' : who}`;
}

/** What of a value's words depends on its type; types that are not here say themselves. */
type Worded = {
  readonly [T in FieldType]?: (value: never, terms: Terms) => string;
};

const words = {
  fraction: percentWords,
  duration: durationWords,
  'duration-or-none': (value: string) => (value === 'none' ? value : durationWords(value)),
  choice: plainWords,
  choices: (value: Terms['review.conflicts']) => value.map(plainWords).join(', '),
  texts: (value: Terms['criteria']) => value.join(', '),
  languages: (value: Terms['languages']) => value.join(', '),
  flag: (value: boolean) => (value ? 'yes' : 'no'),
  earlier: (value: string) => value.replace(/^since:/, 'on or after '),
  sum: (value: string, terms: Terms) => `${value} ${terms.currency}`,
  party: partyWords,
  'optional-party': (value: Party | null) => (value === null ? 'nobody' : partyWords(value)),
  parties: (value: Terms['parties']) => value.map(partyWords).join('; '),
  kinds: (value: Terms['kinds']) =>
    value
      .map((kind) => {
        const unit = kind.unit === undefined ? '' : ` in ${kind.unit}`;
        const source = kind.rateSource === undefined ? '' : `, rate from ${kind.rateSource}`;
        return `${kind.id}${unit}${source}, pieces of evidence: ${kind.evidenceMin}`;
      })
      .join('; '),
  tables: (value: Terms['tables']) =>
    value.map((table) => `${table.id} of ${table.vintage} (sha256 ${table.sha256})`).join('; '),
  rates: (value: Terms['rates'], terms: Terms) =>
    value
      .map((rate) => {
        const kind = rate.kind === undefined ? '' : ` for ${rate.kind}`;
        return `${nameOf(rate.agent, terms)}${kind} ${moneyWords(rate.amount)} from ${rate.from}`;
      })
      .join('; '),
  'equal-rate': equalRateWords,
  upstream: (value: Terms['split.upstream']) =>
    value.map((one) => `${percentWords(one.share)} to ${one.release}`).join('; '),
  tranches: (value: Terms['tranches'], terms: Terms) =>
    value === 'one' ? 'all alike' : value.map((rule) => trancheWords(rule, terms)).join('; '),
  classes: (value: Terms['classes']) =>
    value
      .map((one) =>
        one.price === null
          ? `${one.name} [${one.id}] free`
          : `${one.name} [${one.id}] ${moneyWords(one.price)} per ${one.per}`,
      )
      .join('; '),
  'third-party': (value: Terms['thirdParty']) =>
    value.map((one) => `${one.part} of ${one.holder}, ${one.licence}`).join('; '),
  arbitration: (value: Terms['arbitration']) =>
    value === null
      ? 'none'
      : `${value.rules}, seat ${value.seat}, by ${value.body}, in ${value.language}`,
  review: (value: Terms['reviewed']) =>
    value === null ? 'none' : `${value.by}, for ${value.for}, on ${value.on}`,
  example: (value: Terms['example']) =>
    value === null ? 'a round sum' : `${moneyWords(value.amount)} (${value.because})`,
} satisfies Worded;

const wordings: Readonly<Partial<Record<string, (value: never, terms: Terms) => string>>> = words;

/** A value as the table of terms writes it in `sayings`: plain text, or JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** The value of a term in words. */
export function termWords(field: Field, terms: Terms): string {
  const value = termValue(terms, field.key);
  const wording = wordings[field.type];
  // The value has the type of its field: the reader of that type made it.
  return wording === undefined ? (valueText(value) ?? '') : wording(value as never, terms);
}

/** The value of a term by its name; undefined for a name that is no term. */
export function termValue(terms: Terms, key: string): unknown {
  return Object.getOwnPropertyDescriptor(terms, key)?.value;
}

/** The sentence of one term, with its value in words. */
export function termSentence(field: Field, terms: Terms): string {
  const special = field.sayings?.[valueText(termValue(terms, field.key))];
  return special ?? field.says.replaceAll('{value}', () => termWords(field, terms));
}

/** The text with each `{key}` replaced by the term in words. */
export function fillTerms(text: string, terms: Terms): string {
  return text.replace(/\{([A-Za-z.]+)\}/g, (whole, key: string) => {
    const field = fields.find((one) => one.key === key);
    return field === undefined ? whole : termWords(field, terms);
  });
}
