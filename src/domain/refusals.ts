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
  'currency-code-malformed': {
    status: 400,
    sentence: '"{code}" cannot be the code of a currency.',
    remedy: 'Use 2 to 12 letters, digits and dashes, beginning with a letter, such as AUDm.',
  },
  'currency-scale-malformed': {
    status: 400,
    sentence: '{code} cannot have {scale} decimals.',
    remedy: 'Give a whole number of decimals from 0 to {max}.',
  },
  'currency-scale-fixed': {
    status: 409,
    sentence: '{code} has {scale} decimals, and amounts are written with them.',
    remedy: 'Give the currency of the other scale a code of its own.',
  },
  // the store
  'disk-full': {
    status: 507,
    sentence: 'The disk that holds {path} is full; nothing of this was written.',
    remedy: 'Make room and try again. What was acknowledged before is safe; reading still works.',
  },
  'disk-failing': {
    status: 503,
    sentence: 'The disk did not take what was written to {path}.',
    remedy: 'Check the disk and its cable, then try again: the node reads the file afresh first.',
  },
  'disk-read-only': {
    status: 503,
    sentence: '{path} cannot be written.',
    remedy: 'Give the user who runs the node the right to write there, or name another --data DIR.',
  },
  'store-damaged': {
    status: 503,
    sentence: '{path} is damaged, or is no database at all.',
    remedy: 'Move it away, keep it, and import your newest export into an empty directory with: webizen node import DIR.',
  },
  'store-foreign': {
    status: 409,
    sentence: '{path} is a database of another program.',
    remedy: 'Name another directory with --data DIR; this file was not touched.',
  },
  'store-newer': {
    status: 409,
    sentence: '{path} was written by a later version (schema {found}; this version knows {known}).',
    remedy: 'Start it with that later version; nothing was changed.',
  },
  'data-in-use': {
    status: 409,
    sentence: 'Another process is at work on {path}.',
    remedy: 'Stop it first, or use it: commands find a running node by themselves.',
  },
  // the record
  'act-malformed': {
    status: 400,
    sentence: 'The act is not well formed: {where}: {what}.',
    remedy: 'Compare it with the description of this act in /reference.',
  },
  'act-unknown': {
    status: 400,
    sentence: 'There is no act of the type "{type}".',
    remedy: 'See docs/reference/record-entries.md for every type.',
  },
  'act-misplaced': {
    status: 409,
    sentence: 'This act was composed for another node ({found}; this is {expected}).',
    remedy: 'Compose and sign it again for this node.',
  },
  'id-reused': {
    status: 409,
    sentence: 'The id "{id}" was used before, for something else.',
    remedy: 'Use a new id; to try the same thing again, send exactly what was sent first.',
  },
  'signature-invalid': {
    status: 401,
    sentence: 'The signature does not fit the act: {why}.',
    remedy: 'Sign it again with the key of the agent that acts, and change nothing afterwards.',
  },
  'record-damaged': {
    status: 503,
    sentence: 'The record does not hold together: {what}.',
    remedy: 'Stop using this copy, keep it as evidence, and import your newest export.',
  },
  'json-too-deep': {
    status: 400,
    sentence: 'The JSON nests deeper than {depth} levels.',
    remedy: 'Send a flatter document.',
  },
  'json-text-malformed': {
    status: 400,
    sentence: 'The JSON holds text that is not Unicode: half of a surrogate pair.',
    remedy: 'Repair the text where it was cut in the middle of a character.',
  },
  'json-number-inexact': {
    status: 400,
    sentence: 'The number {text} cannot be held exactly.',
    remedy: 'Send numbers of that size as text, in quotes.',
  },
  'json-malformed': {
    status: 400,
    sentence: 'This is not JSON: {reason}.',
    remedy: 'Check the text at that place with any JSON tool.',
  },
  'json-key-twice': {
    status: 400,
    sentence: 'The JSON has the key "{key}" twice in one object.',
    remedy: 'Keep one of the two, as nobody can tell which was meant.',
  },
  'key-malformed': {
    status: 400,
    sentence: '"{text}" is not an Ed25519 public key.',
    remedy: 'Give it as a multikey, which begins with z6Mk, or as did:key:z6Mk….',
  },
  'note-malformed': {
    status: 400,
    sentence: 'This is not a signed note: {reason}.',
    remedy: 'Take the checkpoint again, byte for byte, from where it was published.',
  },
  'checkpoint-malformed': {
    status: 400,
    sentence: 'This is not a checkpoint of a record: {reason}.',
    remedy: 'Take the checkpoint again, byte for byte, from where it was published.',
  },
  'entry-malformed': {
    status: 422,
    sentence: 'This is not an entry of a record: {reason}.',
    remedy: 'Compare the record with a copy of it, or restore a backup.',
  },
  'commitment-mismatch': {
    status: 422,
    sentence: 'The act is not the one that the entry of the record commits to.',
    remedy: 'Compare the act and its salt with a copy of the record, or restore a backup.',
  },
  'proof-mismatch': {
    status: 422,
    sentence: 'The proof does not lead to the root of the record: {reason}.',
    remedy: 'Ask for the proof again, and keep both checkpoints: they may be evidence.',
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
