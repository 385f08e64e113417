import { accountOf } from './accounts.ts';
import type { AccountKind } from './accounts.ts';

/** A transfer as plain-text accounting needs it. Amounts are decimal strings. */
export interface PlainTransfer {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
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
    ...accounts.map((name) => `account ${plainAccount(name)}`),
    '',
    '',
  ].join('\n');
}

/** hledger wants a decimal mark in a commodity's directive, whether it has decimals or not. */
const sample = (scale: number): string => `1000.${'0'.repeat(scale)}`;

/** One transfer of an hledger journal. */
export function hledgerTransfer({ id, kind, subject, on, entries }: PlainTransfer): string {
  const lines = entries.map(
    ({ account, amount, currency }) =>
      `    ${plainAccount(account)}  ${hledgerCurrency(currency)} ${amount}`,
  );
  return [`${on} (${id}) ${kind} ${subject}`, ...lines, '', ''].join('\n');
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

/** One transfer of a beancount file. */
export function beancountTransfer({ id, kind, subject, on, entries }: PlainTransfer): string {
  const lines = entries.map(
    ({ account, amount, currency }) =>
      `  ${plainAccount(account)}  ${amount} ${beancountCurrency(currency)}`,
  );
  return [`${on} * "${kind}" "${subject}"`, `  transfer: "${id}"`, ...lines, '', ''].join('\n');
}

/** The head of the books as CSV. */
export const csvHead = (): string => 'transfer,on,kind,subject,account,amount,currency\n';

/** The entries of a transfer as CSV; nothing in it can begin a formula. */
export function csvTransfer({ id, kind, subject, on, entries }: PlainTransfer): string {
  return entries
    .map(({ account, amount, currency }) =>
      [id, on, kind, csvText(subject), csvText(account), amount, csvText(currency)].join(','),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Ids and codes are letters, digits and a few signs; what could begin a formula is quoted. */
const csvText = (text: string): string =>
  /^[=+\-@\t]/.test(text)
    ? `"'${text}"`
    : /[",\n]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
