/** Running sums as they are kept: hexadecimal, for they are long. */
type SumsText = Readonly<Record<string, string>>;

/** A whole number as kept text: hexadecimal, which is read and written fastest. */
export const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** Running sums as kept text. */
export function encodeSums(sums: Readonly<Record<string, bigint>>): SumsText {
  return Object.fromEntries(Object.entries(sums).map(([code, sum]) => [code, hex(sum)]));
}

/** Reads the fields of a kept JSON object one by one; anything else than expected is an error. */
export class KeptFields {
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
    const kept = this.get(name);
    const sums = new KeptFields(kept);
    return Object.fromEntries(Object.keys(Object(kept)).map((code) => [code, sums.whole(code)]));
  }
}
