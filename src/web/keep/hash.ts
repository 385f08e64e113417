// SHA-256 in a browser: what domain/record/hash.ts is on Node, with the same names. Checked against
// Node's own in its test. WebCrypto's digest is asynchronous, and the record's hashing is not.

const SIZE = 64;

/** The first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4, 4.2.2). */
function constants(): { readonly start: Uint32Array; readonly rounds: Uint32Array } {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < SIZE; n += 1n) {
    if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
  }
  const fraction = (prime: bigint, root: 2n | 3n): number => {
    const scaled = prime << (32n * root);
    let [low, high] = [0n, 1n << 40n];
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if (middle ** root <= scaled) low = middle;
      else high = middle;
    }
    return Number(low & 0xffff_ffffn);
  };
  return {
    start: Uint32Array.from(primes.slice(0, 8), (prime) => fraction(prime, 2n)),
    rounds: Uint32Array.from(primes, (prime) => fraction(prime, 3n)),
  };
}

const { start, rounds } = constants();

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / SIZE) * SIZE);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return view;
}

function schedule(view: DataView, offset: number, words: Uint32Array): void {
  for (let t = 0; t < 16; t += 1) words[t] = view.getUint32(offset + t * 4);
  for (let t = 16; t < SIZE; t += 1) {
    const [two, fifteen] = [words[t - 2] ?? 0, words[t - 15] ?? 0];
    const high = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10);
    const low = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3);
    words[t] = high + (words[t - 7] ?? 0) + low + (words[t - 16] ?? 0);
  }
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < SIZE; t += 1) {
    const big = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + big + chosen + (rounds[t] ?? 0) + (words[t] ?? 0)) | 0;
    const small = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + small + most) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

/** The 32 bytes of SHA-256 (FIPS 180-4) over the bytes, or over the UTF-8 of the text. */
export function sha256(data: Uint8Array | string): Uint8Array {
  const view = padded(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  const state = Uint32Array.from(start);
  const words = new Uint32Array(SIZE);
  for (let offset = 0; offset < view.byteLength; offset += SIZE) {
    schedule(view, offset, words);
    mix(state, words);
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => out.setUint32(index * 4, word));
  return new Uint8Array(out.buffer);
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return toHex(sha256(data));
}

/** The bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that lower-case hexadecimal digits stand for, or null where they are not that. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
