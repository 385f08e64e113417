// Base64 (RFC 4648, section 4), the same on Node and in a browser.

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Bytes as base64 with padding. For keys, hashes and signatures: a few hundred bytes. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** The bytes that base64 stands for, strictly, or null. */
export function fromBase64(text: string): Uint8Array | null {
  if (!BASE64.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  // Spare bits at the end must be zero, or one value would have several texts.
  return toBase64(bytes) === text ? bytes : null;
}
