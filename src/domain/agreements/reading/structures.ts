// Terms that are more than one plain value: parties, rates, tranches, tables and the like.

import { formatAmount, parseAmount } from '../../money/amount.ts';
import type { Money } from '../../money/amount.ts';
import { currencyOf } from '../../money/currency.ts';
import * as read from './values.ts';
import type { Reading } from './values.ts';

/** Somebody who is expected to sign, or who keeps a role; `authority` is who may sign for them. */
export interface Party {
  readonly agent: string;
  readonly name: string;
  readonly roles?: readonly string[];
  readonly authority?: string;
}
/** An agreed rate of one agent, for one kind or for all, from a day on. */
export interface Rate {
  readonly agent: string;
  readonly kind?: string;
  /** For one unit of the kind, for time one hour. */
  readonly amount: Money;
  readonly from: string;
}
/** What any hour is worth where all hours are equal: an award's level, or a sum. */
export type EqualRate = { readonly classification: string } | { readonly amount: Money };
/** Claims of a tranche are paid before those of a higher priority number. */
export interface TrancheRule {
  readonly priority: number;
  readonly kinds?: readonly string[];
  readonly agents?: readonly string[];
}
/** What part of each payment goes to a release that this one builds on. */
export interface UpstreamShare {
  readonly release: string;
  readonly share: string;
}
/** A table as it was when the agreement was drafted. */
export interface PinnedTable {
  readonly id: string;
  readonly vintage: string;
  readonly sha256: string;
}
/** What a kind of contribution needs here; kinds that are not named keep the node's rules. */
export interface KindRule {
  readonly id: string;
  readonly unit?: string;
  readonly rateSource?: string;
  readonly evidenceMin: number;
}
/** A class of users and its price; null is free. */
export interface UserClass {
  readonly id: string;
  readonly name: string;
  readonly price: Money | null;
  readonly per: 'once' | 'year' | 'seat' | 'use';
}
/** A part of the work that belongs to somebody else. */
export interface ThirdPartyPart {
  readonly part: string;
  readonly holder: string;
  readonly licence: string;
}
/** The rules, seat, appointing body and language of an arbitration. */
export interface Arbitration {
  readonly rules: string;
  readonly seat: string;
  readonly body: string;
  readonly language: string;
}
/** Who has looked at the agreement as a lawyer, for which place, on which day. */
export interface LegalReview {
  readonly by: string;
  readonly for: string;
  readonly on: string;
}
/** What one hour costs, for the worked example. */
export interface ExampleHour {
  readonly amount: Money;
  readonly because: string;
}

type Properties = Readonly<Record<string, unknown>>;
type Reader<T> = (value: unknown, at: Reading) => T;

/** Whether the value is a plain object, not null and not a list. */
export function isProperties(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The properties of an object that has no others than the given ones. */
function properties(value: unknown, at: Reading, names: readonly string[]): Properties {
  const expected = `an object with ${names.join(', ')}`;
  if (!isProperties(value)) return read.malformed(at, `it is ${read.shown(value)}`, expected);
  const extra = Object.keys(value).find((name) => !names.includes(name));
  if (extra !== undefined) read.malformed(at, `it has "${read.shown(extra)}"`, expected);
  return value;
}

/** A list whose entries are read one by one; a key of each entry may not occur twice. */
export function listOf<T>(reader: Reader<T>, keyOf?: (item: T) => string): Reader<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return read.malformed(at, `it is ${read.shown(value)}`, 'a list');
    if (value.length > 10_000)
      return read.malformed(at, 'it is too long', 'at most 10,000 entries');
    const items = value.map((item: unknown, index) =>
      reader(item, { ...at, key: `${at.key}[${index}]` }),
    );
    const keys = items.map((item) => (keyOf === undefined ? JSON.stringify(item) : keyOf(item)));
    const seen = new Set<string>();
    const twice = keys.find((key) => seen.size === seen.add(key).size);
    if (twice !== undefined) read.malformed(at, `${read.shown(twice)} occurs twice`, 'each once');
    return items;
  };
}

/** The reader's value, or null for null. */
export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? null : reader(value, at));
}

const part = <T>(value: Properties, name: string, at: Reading, reader: Reader<T>): T =>
  reader(value[name], { ...at, key: `${at.key}.${name}` });

function optional<K extends string, T>(
  value: Properties,
  name: K,
  at: Reading,
  reader: Reader<T>,
): { readonly [key in K]?: T } {
  const empty: { [key in K]?: T } = {};
  if (value[name] === undefined) return empty;
  return { ...empty, [name]: part(value, name, at, reader) };
}

const texts = listOf(read.readText);

/**
 * Money, not below zero, with all decimals of its currency. A JSON number is not taken, as it may
 * have lost digits. Refuses `terms-malformed`, `currency-unknown` and as `parseAmount` does.
 */
export function readMoney(value: unknown, at: Reading): Money {
  const given = properties(value, at, ['amount', 'currency']);
  const currency = currencyOf(at.currencies, part(given, 'currency', at, read.readText));
  if (typeof given['amount'] !== 'string') {
    return read.malformed(at, 'its amount is not a text', 'an amount in quotes such as "37.97"');
  }
  return { amount: formatAmount(parseAmount(given['amount'], currency)), currency: currency.code };
}

/** A sum in the work's currency, such as "20": a decimal string, never a JSON number. */
export function readSum(value: unknown, at: Reading): string {
  return readMoney({ amount: value, currency: at.currency }, at).amount;
}

/** A party; a bare text is an agent id, and its name too. Refuses `terms-malformed`. */
export function readParty(value: unknown, at: Reading): Party {
  if (typeof value === 'string') return readParty({ agent: value, name: value }, at);
  const given = properties(value, at, ['agent', 'name', 'roles', 'authority']);
  const agent = part(given, 'agent', at, read.readText);
  return {
    agent,
    name: given['name'] === undefined ? agent : part(given, 'name', at, read.readText),
    ...optional(given, 'roles', at, texts),
    ...optional(given, 'authority', at, read.readText),
  };
}

/** An agreed rate. Refuses `terms-malformed` and as `readMoney` does. */
export function readRate(value: unknown, at: Reading): Rate {
  const given = properties(value, at, ['agent', 'kind', 'amount', 'from']);
  return {
    agent: part(given, 'agent', at, read.readText),
    ...optional(given, 'kind', at, read.readText),
    amount: part(given, 'amount', at, readMoney),
    from: part(given, 'from', at, read.readDay),
  };
}

/**
 * What any hour is worth: a classification, money, or `{"amount": money}`. Refuses
 * `terms-malformed` and as `readMoney` does.
 */
export function readEqualRate(value: unknown, at: Reading): EqualRate {
  if (typeof value === 'string') return { classification: read.readClassification(value, at) };
  if (isProperties(value) && 'currency' in value) return { amount: readMoney(value, at) };
  const given = properties(value, at, ['classification', 'amount']);
  if (given['amount'] !== undefined) return { amount: part(given, 'amount', at, readMoney) };
  return { classification: part(given, 'classification', at, read.readClassification) };
}

function readPriority(value: unknown, at: Reading): number {
  const priority = Number(read.readInteger(value, at));
  if (priority < 1 || priority > 9) read.malformed(at, `it is ${priority}`, 'from 1 to 9');
  return priority;
}

function readTranche(value: unknown, at: Reading): TrancheRule {
  const given = properties(value, at, ['priority', 'kinds', 'agents']);
  return {
    priority: part(given, 'priority', at, readPriority),
    ...optional(given, 'kinds', at, texts),
    ...optional(given, 'agents', at, texts),
  };
}

/** "one", or rules in the order in which they are tried for a claim. */
export function readTranches(value: unknown, at: Reading): 'one' | readonly TrancheRule[] {
  return value === 'one' ? 'one' : listOf(readTranche)(value, at);
}

/** An upstream share, its part as a fraction. Refuses `terms-malformed`. */
export function readUpstream(value: unknown, at: Reading): UpstreamShare {
  const given = properties(value, at, ['release', 'share']);
  return {
    release: part(given, 'release', at, read.readText),
    share: part(given, 'share', at, read.readFraction),
  };
}

/** A pinned table with its hash of 64 hexadecimal digits. Refuses `terms-malformed`. */
export function readTable(value: unknown, at: Reading): PinnedTable {
  const given = properties(value, at, ['id', 'vintage', 'sha256']);
  const sha256 = part(given, 'sha256', at, read.readText);
  if (!/^[0-9a-f]{64}$/.test(sha256)) read.malformed(at, 'its hash is none', '64 hex digits');
  return {
    id: part(given, 'id', at, read.readText),
    vintage: part(given, 'vintage', at, read.readText),
    sha256,
  };
}

/** The rule of a kind; a bare text is its id. Evidence from 0 to 3. Refuses `terms-malformed`. */
export function readKind(value: unknown, at: Reading): KindRule {
  if (typeof value === 'string') return readKind({ id: value }, at);
  const given = properties(value, at, ['id', 'unit', 'rateSource', 'evidenceMin']);
  const evidenceMin = Number(
    part({ evidenceMin: 0, ...given }, 'evidenceMin', at, read.readInteger),
  );
  if (evidenceMin > 3) read.malformed(at, `evidenceMin is ${evidenceMin}`, 'evidenceMin 0 to 3');
  return {
    id: part(given, 'id', at, read.readText),
    ...optional(given, 'unit', at, read.readText),
    ...optional(given, 'rateSource', at, read.readText),
    evidenceMin,
  };
}

/** A user class; without a price it is free. Refuses `terms-malformed` and as `readMoney`. */
export function readClass(value: unknown, at: Reading): UserClass {
  const given = properties(value, at, ['id', 'name', 'price', 'per']);
  const per = read.readChoice(given['per'] ?? 'once', ['once', 'year', 'seat', 'use'], at);
  const id = part(given, 'id', at, read.readText);
  return {
    id,
    name: given['name'] === undefined ? id : part(given, 'name', at, read.readText),
    price: part({ price: null, ...given }, 'price', at, orNull(readMoney)),
    per: per as UserClass['per'],
  };
}

/** A part of somebody else, with its licence. Refuses `terms-malformed`. */
export function readThirdParty(value: unknown, at: Reading): ThirdPartyPart {
  const given = properties(value, at, ['part', 'holder', 'licence']);
  return {
    part: part(given, 'part', at, read.readText),
    holder: part(given, 'holder', at, read.readText),
    licence: part(given, 'licence', at, read.readText),
  };
}

/** An arbitration clause, whole. Refuses `terms-malformed`. */
export function readArbitration(value: unknown, at: Reading): Arbitration {
  const given = properties(value, at, ['rules', 'seat', 'body', 'language']);
  return {
    rules: part(given, 'rules', at, read.readText),
    seat: part(given, 'seat', at, read.readText),
    body: part(given, 'body', at, read.readText),
    language: part(given, 'language', at, read.readLanguage),
  };
}

/** A lawyer's review: who, for which place, when. Refuses `terms-malformed`. */
export function readReview(value: unknown, at: Reading): LegalReview {
  const given = properties(value, at, ['by', 'for', 'on']);
  return {
    by: part(given, 'by', at, read.readText),
    for: part(given, 'for', at, read.readText),
    on: part(given, 'on', at, read.readDay),
  };
}

/** The hour of the worked example. Refuses `terms-malformed` and as `readMoney` does. */
export function readExample(value: unknown, at: Reading): ExampleHour {
  const given = properties(value, at, ['amount', 'because']);
  return {
    amount: part(given, 'amount', at, readMoney),
    because: part(given, 'because', at, read.readText),
  };
}
