// SHA-256, the only hash of the product, behind this one file.

import { hash } from 'node:crypto';

/** The same bytes as a bare Uint8Array: a Buffer would not equal one in a deep comparison. */
const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

/** The 32 bytes of SHA-256 (FIPS 180-4) over the bytes, or over the UTF-8 of the text. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return plain(hash('sha256', data, 'buffer'));
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/** The bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** The bytes that lower-case hexadecimal digits stand for, or null where they are not that. */
export function fromHex(text: string): Uint8Array | null {
  return text.length % 2 === 0 && /^[0-9a-f]*$/.test(text) ? plain(Buffer.from(text, 'hex')) : null;
}
