import { describe, expect, test } from 'vitest';
import { toMultikey } from './multibase.ts';
import { signDocument, verifyDocument } from './proof.ts';
import { signingKey } from './signature.ts';

const key = signingKey(new Uint8Array(32).fill(1));
const second = signingKey(new Uint8Array(32).fill(2));
const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], name: 'A', n: [1, 2] };
const proof = signDocument(document, key).proof as object;
const refused = expect.objectContaining({ code: 'signature-invalid' });

describe('a document with proofs', () => {
  test('holds only when every proof of a set does', () => {
    const set = signDocument(signDocument(document, key), second);
    expect(verifyDocument(set)).toEqual([key, second].map((one) => toMultikey(one.publicKey)));
    const [first] = set.proof as readonly unknown[];
    const forged = { ...(first as object), created: '2026-01-01T00:00:00Z' };
    expect(() => verifyDocument({ ...set, proof: [first, forged] })).toThrow(refused);
  });

  test('holds under keys that the reader looks up, and under no others', () => {
    const signed = signDocument(document, key);
    const multikeyFor = () => toMultikey(key.publicKey);
    expect(verifyDocument(signed, { multikeyFor })).toHaveLength(1);
    expect(() => verifyDocument(signed, { multikeyFor: () => null })).toThrow(/not known/);
    const elsewhere = { ...(signed.proof as object), verificationMethod: 'https://x.example/#1' };
    expect(() => verifyDocument({ ...document, proof: elsewhere })).toThrow(/not known/);
  });

  test('does not hold after it has expired', () => {
    const signed = signDocument(document, key, { expires: '2026-06-01T00:00:00Z' });
    expect(verifyDocument(signed, { at: '2026-05-31T00:00:00Z' })).toHaveLength(1);
    expect(() => verifyDocument(signed, { at: '2026-06-01T00:00:00Z' })).toThrow(/expired/);
  });

  test('does not hold for another purpose than it was made for', () => {
    const signed = signDocument(document, key, { proofPurpose: 'authentication' });
    expect(verifyDocument(signed, { proofPurpose: 'authentication' })).toHaveLength(1);
    expect(() => verifyDocument(signed)).toThrow(/another purpose/);
  });

  test('does not hold when a proof that it builds on is gone or was changed', () => {
    const one = signDocument(document, key, { id: 'urn:1' });
    const chain = signDocument(one, second, { previousProof: 'urn:1' });
    expect(verifyDocument(chain)).toHaveLength(2);
    const [, last] = chain.proof as readonly unknown[];
    expect(() => verifyDocument({ ...chain, proof: last })).toThrow(/not there/);
    expect(() => signDocument(document, key, { previousProof: 'urn:9' })).toThrow(/not there/);
  });

  test.each([
    ['no proof', document],
    ['an empty set', { ...document, proof: [] }],
    ['a text for a proof', { ...document, proof: 'z…' }],
    ['an impossible date', signDocument(document, key, { created: 'yesterday' })],
    ['another context', { ...signDocument(document, key), '@context': ['https://x.example'] }],
    ['no key', { ...document, proof: { ...proof, verificationMethod: 1 } }],
    ['no type', { ...document, proof: { ...proof, type: 'Proof' } }],
  ])('does not hold with %s', (_, value) => {
    expect(() => verifyDocument(value as Record<string, unknown>)).toThrow(refused);
  });

  test('may gain contexts after those that were signed, and then covers those it names', () => {
    const signed = signDocument(document, key);
    const more = { ...signed, '@context': [...document['@context'], 'https://x.example'] };
    expect(verifyDocument(more)).toHaveLength(1);
  });
});
