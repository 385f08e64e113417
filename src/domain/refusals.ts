// data: the catalogue of every named "no".

/**
 * A refusal is an expected "no": it has a name that never changes, a sentence that says what was
 * refused by which rule and with which values, and a remedy. A broken assumption is an `Error`
 * (an assertion) instead, and stops the work.
 */
export interface RefusalEntry {
  /** HTTP status of the problem response (RFC 9457). */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503 | 507;
  /** What was refused; `{name}` is replaced by the value of that name. */
  readonly sentence: string;
  /** What to do next; `{name}` is replaced likewise. */
  readonly remedy: string;
}

/** Every refusal of the product, by noun. Names are kebab-case and are never reused. */
export const refusals = {
  // money
  'amount-malformed': {
    status: 400,
    sentence: '"{text}" is not an amount.',
    remedy: 'Write digits with a point for the decimals and nothing else, such as 1000.50.',
  },
  'amount-too-precise': {
    status: 400,
    sentence: '{text} has more decimals than {currency} has ({scale}).',
    remedy: 'Write at most {scale} decimals, or use a currency with a finer scale.',
  },
  'amount-too-large': {
    status: 400,
    sentence: '{text} {currency} is beyond the largest amount that the books hold.',
    remedy: 'Amounts reach to 2^63 - 1 minor units; split it or check the figure.',
  },
  'amount-not-positive': {
    status: 400,
    sentence: '{text} is not more than zero.',
    remedy: 'Give an amount above zero.',
  },
  'currency-unknown': {
    status: 400,
    sentence: 'No currency has the code "{code}".',
    remedy: 'Use an ISO 4217 code such as AUD, or add your own with: webizen currency add.',
  },
  'decimal-malformed': {
    status: 400,
    sentence: '"{text}" is not a decimal number.',
    remedy: 'Write digits with a point for the decimals, such as 1.5.',
  },
} as const satisfies Record<string, RefusalEntry>;

/** The name of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** Values that a refusal's sentence and remedy name. Never secrets. */
export type RefusalValues = Readonly<Record<string, string | number | bigint>>;

const fill = (template: string, values: RefusalValues): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Thrown for every expected "no". The same in the command line, in HTTP and in the docs. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly values: RefusalValues;
  readonly remedy: string;
  readonly status: number;

  constructor(code: RefusalCode, values: RefusalValues = {}) {
    const entry: RefusalEntry = refusals[code];
    super(fill(entry.sentence, values));
    this.name = 'Refusal';
    this.code = code;
    this.values = values;
    this.remedy = fill(entry.remedy, values);
    this.status = entry.status;
  }
}

/** Refuses: throws the named refusal with its values filled in. */
export function refuse(code: RefusalCode, values: RefusalValues = {}): never {
  throw new Refusal(code, values);
}
