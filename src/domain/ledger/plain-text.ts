import { accountOf } from './accounts.ts';
import type { AccountKind } from './accounts.ts';

/** A transfer as plain-text accounting needs it. Amounts are decimal strings. */
export interface PlainTransfer {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  /** Who paid or was paid, or what was given, as people wrote it; null where nobody did. */
  readonly about: string | null;
  /** ISO day on which it happened. */
  readonly on: string;
  readonly entries: readonly {
    readonly account: string;
    readonly amount: string;
    readonly currency: string;
  }[];
}

/** Programs whose files the books can be written in. */
export const bookFormats = ['hledger', 'beancount', 'csv'] as const;
export type BookFormat = (typeof bookFormats)[number];

const ROOTS: Readonly<Record<'asset' | 'liability' | 'equity', string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
};

const KIND_NAMES: Readonly<Record<AccountKind, string>> = {
  cash: 'Cash',
  tax: 'Tax',
  host: 'Host',
  reserve: 'Reserve',
  held: 'Held',
  pool: 'Pool',
  refund: 'Refund',
  claims: 'Claims',
  obligation: 'Obligation',
  gift: 'Gift',
};

/**
 * An account's name in those programs: class, kind and ids. beancount takes letters, digits and
 * hyphens, each part beginning with a capital or a digit, so any other sign of an id is written as
 * its code point between hyphens, and ids that differ stay different.
 */
export function plainAccount(name: string): string {
  const { kind, ids, class: kindClass } = accountOf(name);
  return [ROOTS[kindClass], KIND_NAMES[kind], ...ids.map(plainId)].join(':');
}

/** Ids of the product's own making, with the number of a tranche behind that of a release. */
const OWN_ID = /^([a-z])([a-z]*)_([a-z2-7]{20})(?:\.(\d+))?$/;

/** `rel_abc…` becomes `Rel-abc…`; any other id begins with X, its odd signs by code point. */
const plainId = (id: string): string => {
  const [, first = '', rest = '', own, number] = OWN_ID.exec(id) ?? [];
  if (own !== undefined) {
    return `${first.toUpperCase()}${rest}-${own}${number === undefined ? '' : `-${number}`}`;
  }
  return `X${id.replaceAll(/[^A-Za-z0-9]/gu, (sign) => `-${codeOf(sign)}-`)}`;
};

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16);

/** A currency's code in an hledger journal: quoted, unless it is letters alone. */
export const hledgerCurrency = (code: string): string =>
  /^[A-Za-z]+$/.test(code) ? code : `"${code}"`;

/**
 * A currency's code in beancount, which takes 2 to 24 capitals, digits and `'._-`, letters or
 * digits at the ends. Any other code is written in capitals, with a point and the places of its
 * small letters as the bits of a hexadecimal number: `kWh` is `KWH.5`. Codes that differ stay
 * different.
 */
export function beancountCurrency(code: string): string {
  if (/^[A-Z][A-Z0-9-]*[A-Z0-9]$/.test(code)) return code;
  const small = code.replaceAll(/./gsu, (sign) => (/[a-z]/.test(sign) ? '1' : '0'));
  return `${code.toUpperCase()}.${Number.parseInt(small, 2).toString(16).toUpperCase()}`;
}

/** Currencies whose code is written otherwise in a beancount file. */
const renamed = (currencies: readonly string[]): readonly (readonly [string, string])[] =>
  currencies
    .map((code) => [code, beancountCurrency(code)] as const)
    .filter(([code, plain]) => code !== plain);

const MATTERS: Readonly<Record<string, string>> = {
  'contribution.accepted': 'Accepted work',
  'contribution.cancelled': 'Cancelled work',
  'payment.received': 'Payment',
  'payment.reversed': 'Reversal',
  'payout.recorded': 'Payout',
  'tranche.grown': 'Claims grown',
  'tranche.settled': 'Dust settled',
  'work.swept': 'Held money passed on',
};

/** A text in one line: in each of these formats a line break would begin something else. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * What a transfer was, for people. A name is only shown here, never relied on: it may change, and
 * what `signs` says is written otherwise. What is exact stands beside it, by id.
 */
function matterOf({ kind, about }: PlainTransfer, signs: Readonly<Record<string, string>>): string {
  const name = Array.from(oneLine(about ?? ''), (sign) => signs[sign] ?? sign).join('');
  const matter = MATTERS[kind] ?? kind;
  return name === '' ? matter : `${matter}: ${name}`;
}

/** What the head of a file has to declare. */
export interface PlainHead {
  /** Every account that is used, by its own name, in order. */
  readonly accounts: readonly string[];
  /** Every currency that is used, with its number of decimals. */
  readonly currencies: readonly { readonly code: string; readonly scale: number }[];
  /** The first day of the books, ISO. */
  readonly begins: string;
}

/** The head of an hledger journal: what `hledger check --strict` wants declared. */
export function hledgerHead({ accounts, currencies }: PlainHead): string {
  return [
    '; The books of a Webizen node. Debits are above zero, credits below.',
    'decimal-mark .',
    ...currencies.map(({ code, scale }) => `commodity ${hledgerCurrency(code)} ${sample(scale)}`),
    'tag kind',
    'tag subject',
    ...accounts.map((name) => `account ${plainAccount(name)}`),
    '',
    '',
  ].join('\n');
}

/** hledger wants a decimal mark in a commodity's directive, whether it has decimals or not. */
const sample = (scale: number): string => `1000.${'0'.repeat(scale)}`;

/** What would begin a comment in a description, or part a payee from a note. */
const HLEDGER_SIGNS = { ';': ',', '|': '/' };

/** One transfer of an hledger journal: its number as the code, what it was about as tags. */
export function hledgerTransfer(one: PlainTransfer): string {
  const { id, kind, subject, on, entries } = one;
  const matter = matterOf(one, HLEDGER_SIGNS);
  const lines = entries.map(
    ({ account, amount, currency }) =>
      `    ${plainAccount(account)}  ${hledgerCurrency(currency)} ${amount}`,
  );
  const head = `${on} (${id}) ${matter}  ; kind:${kind}, subject:${subject}`;
  return [head, ...lines, '', ''].join('\n');
}

/** The head of a beancount file: options, accounts opened on the first day. */
export function beancountHead({ accounts, currencies, begins }: PlainHead): string {
  const codes = currencies.map(({ code }) => code);
  return [
    '; The books of a Webizen node. Debits are above zero, credits below.',
    ...renamed(codes).map(([code, plain]) => `; ${plain} is ${code}`),
    'option "title" "Webizen"',
    ...codes.map((code) => `option "operating_currency" "${beancountCurrency(code)}"`),
    ...codes.map((code) => `option "inferred_tolerance_default" "${beancountCurrency(code)}:0"`),
    '',
    ...codes.map((code) => `${begins} commodity ${beancountCurrency(code)}`),
    ...accounts.map((name) => `${begins} open ${plainAccount(name)}`),
    '',
    '',
  ].join('\n');
}

/** What would end a text, or turn what follows it into something else. */
const BEANCOUNT_SIGNS = { '"': "'", '\\': '/' };

/** One transfer of a beancount file: what it was about stands as metadata, by id. */
export function beancountTransfer(one: PlainTransfer): string {
  const { id, kind, subject, on, entries } = one;
  const lines = entries.map(
    ({ account, amount, currency }) =>
      `  ${plainAccount(account)}  ${amount} ${beancountCurrency(currency)}`,
  );
  const exact = [`  transfer: "${id}"`, `  kind: "${kind}"`, `  subject: "${subject}"`];
  return [`${on} * "${matterOf(one, BEANCOUNT_SIGNS)}"`, ...exact, ...lines, '', ''].join('\n');
}

/** The head of the books as CSV. */
export const csvHead = (): string => 'transfer,on,kind,subject,account,amount,currency,about\n';

/** The entries of a transfer as CSV; nothing in it can begin a formula. */
export function csvTransfer({ id, kind, subject, about, on, entries }: PlainTransfer): string {
  const name = csvText(oneLine(about ?? ''));
  return entries
    .map(({ account, amount, currency }) =>
      [id, on, kind, csvText(subject), csvText(account), amount, csvText(currency), name].join(','),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What could begin a formula has an apostrophe before it; what has a separator in it is quoted. */
function csvText(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) || plain !== text ? `"${plain.replaceAll('"', '""')}"` : plain;
}
