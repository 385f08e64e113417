import { parseRatioText, ratioText } from '../money/ratio.ts';
import type { Claim, Moment, Tranche } from './state.ts';

/** A moment as a JSON-safe object. */
function encodeMoment({ product, exponent, sums }: Moment): Record<string, unknown> {
  return { product: hex(product), exponent, sums: encodeSums(sums) };
}

function decodeMoment(kept: KeptFields): Moment {
  return {
    product: kept.whole('product'),
    exponent: kept.count('exponent'),
    sums: kept.sums('sums'),
  };
}

/** A tranche as a JSON-safe object; `decodeTranche` reads it back exactly. */
export function encodeTranche(tranche: Tranche): Record<string, unknown> {
  const { outstanding, home, closed, claims, foreign, grown, cancelled, factor, pace } = tranche;
  return {
    outstanding: outstanding.toString(),
    ...encodeMoment(tranche),
    home,
    closed,
    claims,
    foreign,
    grown,
    cancelled,
    factor: ratioText(factor),
    ...(pace && { pace: { basis: pace.basis.toString(), taken: encodeSums(pace.taken) } }),
  };
}

/** Reads what `encodeTranche` made. */
export function decodeTranche(value: unknown): Tranche {
  const kept = new KeptFields(value);
  const pace = kept.has('pace') ? new KeptFields(kept.get('pace')) : undefined;
  return {
    outstanding: kept.whole('outstanding'),
    ...decodeMoment(kept),
    home: kept.text('home'),
    closed: kept.flag('closed'),
    claims: kept.count('claims'),
    foreign: kept.flag('foreign'),
    grown: kept.flag('grown'),
    cancelled: kept.flag('cancelled'),
    factor: parseRatioText(kept.text('factor')),
    ...(pace && { pace: { basis: pace.whole('basis'), taken: pace.sums('taken') } }),
  };
}

/** A claim as a JSON-safe object; `decodeClaim` reads it back exactly. */
export function encodeClaim(claim: Claim): Record<string, unknown> {
  return {
    amount: claim.amount.toString(),
    ...encodeMoment(claim),
    ...(claim.exit && { exit: encodeMoment(claim.exit) }),
  };
}

/** Reads what `encodeClaim` made. */
export function decodeClaim(value: unknown): Claim {
  const kept = new KeptFields(value);
  return {
    amount: kept.whole('amount'),
    ...decodeMoment(kept),
    ...(kept.has('exit') && { exit: decodeMoment(new KeptFields(kept.get('exit'))) }),
  };
}

/** Running sums as they are kept: hexadecimal, for they are long. */
type SumsText = Readonly<Record<string, string>>;

/** A whole number as kept text: hexadecimal, which is read and written fastest. */
const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** Running sums as kept text. */
function encodeSums(sums: Readonly<Record<string, bigint>>): SumsText {
  return Object.fromEntries(Object.entries(sums).map(([code, sum]) => [code, hex(sum)]));
}

/** Reads the fields of a kept JSON object one by one; anything else than expected is an error. */
class KeptFields {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(kept: unknown) {
    if (typeof kept !== 'object' || kept === null) throw new Error('A kept object is missing.');
    this.#fields = { ...kept };
  }

  /** Whether the field is there. */
  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  /** The field as it is. */
  get(name: string): unknown {
    if (!this.has(name)) throw new Error(`The kept field ${name} is missing.`);
    return this.#fields[name];
  }

  names(): string[] {
    return Object.keys(this.#fields);
  }

  text(name: string): string {
    const value = this.get(name);
    if (typeof value !== 'string') throw new Error(`The kept field ${name} is not a text.`);
    return value;
  }

  count(name: string): number {
    const value = this.get(name);
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      throw new Error(`The kept field ${name} is not a count.`);
    }
    return value;
  }

  flag(name: string): boolean {
    const value = this.get(name);
    if (typeof value !== 'boolean') throw new Error(`The kept field ${name} is not a flag.`);
    return value;
  }

  whole(name: string): bigint {
    const text = this.text(name);
    if (!/^(0x[0-9a-f]+|[0-9]+)$/.test(text)) {
      throw new Error(`The kept field ${name} is not a whole number.`);
    }
    return BigInt(text);
  }

  sums(name: string): Record<string, bigint> {
    const sums = new KeptFields(this.get(name));
    return Object.fromEntries(sums.names().map((code) => [code, sums.whole(code)]));
  }
}
