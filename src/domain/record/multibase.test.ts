import { describe, expect, test } from 'vitest';
import {
  fromBase58,
  fromMultibase,
  fromMultikey,
  fromSecretMultikey,
  multikeyOf,
  toBase58,
  toDidKey,
  toMultikey,
  toVerificationMethod,
} from './multibase.ts';
import { signingKey } from './signature.ts';

const multikey = toMultikey(signingKey(new Uint8Array(32).fill(3)).publicKey);
const refused = expect.objectContaining({ code: 'key-malformed' });

describe('base58btc', () => {
  // The three examples of draft-msporny-base58, section 5.
  test.each([
    ['48656c6c6f20576f726c6421', '2NEpo7TZRRrLZSi2U'],
    [
      '54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e',
      'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    ],
    ['0000287fb4cd', '11233QC4'],
    ['', ''],
    ['00', '1'],
  ])('%s is %s', (hex, text) => {
    expect(toBase58(Buffer.from(hex, 'hex'))).toBe(text);
    expect(Buffer.from(fromBase58(text)!).toString('hex')).toBe(hex);
  });

  test('takes no letter outside its alphabet, and no text without end', () => {
    for (const text of ['0', 'O', 'I', 'l', 'a b', 'é']) expect(fromBase58(text)).toBeNull();
    expect(fromBase58('2'.repeat(1001))).toBeNull();
    expect(fromMultibase('f00')).toBeNull();
  });
});

describe('a multikey', () => {
  test('begins with z6Mk and names its did:key and verification method', () => {
    expect(multikey).toMatch(/^z6Mk/);
    expect(multikeyOf(toDidKey(multikey))).toBe(multikey);
    expect(multikeyOf(toVerificationMethod(multikey))).toBe(multikey);
  });

  test.each([
    '',
    'z6Mk',
    multikey.slice(1),
    `${multikey}1`,
    // A key of another curve (secp256k1), and a point of small order.
    'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
    toMultikey(new Uint8Array(32)),
  ])('that is not one is refused: %s', (text) => {
    expect(() => fromMultikey(text)).toThrow(refused);
  });

  test('whose did:key names two keys is refused', () => {
    const other = toMultikey(signingKey(new Uint8Array(32).fill(4)).publicKey);
    expect(() => multikeyOf(`did:key:${multikey}#${other}`)).toThrow(refused);
    expect(() => multikeyOf('did:web:x.example')).toThrow(refused);
    expect(fromSecretMultikey(multikey)).toBeNull();
  });
});
