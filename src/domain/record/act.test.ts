import { describe, expect, test } from 'vitest';
import {
  actForms,
  actHash,
  readAct,
  signAct,
  signAndCanonicalise,
  verifyAct,
  verifyAndCanonicalise,
  verifyAndCanonicaliseAsync,
} from './act.ts';
import type { Act } from './act.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './hash.ts';
import { toMultikey } from './multibase.ts';
import { signDocument, verifyDocument } from './proof.ts';
import { signingKey } from './signature.ts';

const key = signingKey(new Uint8Array(32).fill(7));
const other = signingKey(new Uint8Array(32).fill(8));
const multikey = toMultikey(key.publicKey);
const unsigned = {
  type: 'work.added',
  id: 'work_1',
  by: 'agent_1',
  node: 'node_1',
  composedAt: '2026-05-01T12:00:00.000Z',
  body: { title: 'Gedichte für Ελένη', tags: ['a', 'b'] },
};
const act = signAct(unsigned, key);
const refused = (code: string) => expect.objectContaining({ code });

describe('a signed act', () => {
  test('holds under the key that signed it, at once and on the thread pool', async () => {
    expect(() => verifyAct(act, multikey)).not.toThrow();
    const forms = verifyAndCanonicalise(act, multikey);
    expect(await verifyAndCanonicaliseAsync(act, multikey)).toEqual(forms);
    expect(signAndCanonicalise(unsigned, key).forms).toEqual(forms);
    expect(actForms(act)).toEqual(forms);
    expect(forms.hash).toBe(actHash(act));
  });

  test('is an ordinary Data Integrity document: the general signer gives the same bytes', () => {
    const general = signDocument(unsigned, key, { created: unsigned.composedAt });
    expect(canonicalJson(general)).toBe(canonicalJson(act));
    expect(verifyDocument(act)).toEqual([multikey]);
    expect(verifyAndCanonicalise(act, multikey).canonical).toBe(canonicalJson(act));
  });

  test('holds whatever order its fields come in', () => {
    const turned = Object.fromEntries(Object.entries(act).toReversed());
    expect(() => verifyAct(turned, multikey)).not.toThrow();
  });

  test.each([
    ['type', { type: 'work.removed' }],
    ['id', { id: 'work_2' }],
    ['agent', { by: 'agent_2' }],
    ['node', { node: 'node_2' }],
    ['body', { body: { ...unsigned.body, title: 'Gedichte' } }],
    ['time', { composedAt: '2026-05-01T12:00:01.000Z' }],
  ])('does not hold with another %s', (_, change) => {
    expect(() => verifyAct({ ...act, ...change }, multikey)).toThrow(refused('signature-invalid'));
  });

  test.each([
    ['cryptosuite', { cryptosuite: 'eddsa-rdfc-2022' }],
    ['type', { type: 'Ed25519Signature2020' }],
    ['purpose', { proofPurpose: 'authentication' }],
    ['key', { verificationMethod: signAct(unsigned, other).proof.verificationMethod }],
    ['time', { created: '2026-05-01T12:00:01.000Z' }],
    ['value', { proofValue: signAct(unsigned, other).proof.proofValue }],
    ['length of value', { proofValue: 'z1111' }],
    ['alphabet', { proofValue: act.proof.proofValue.replace('z', 'u') }],
  ])('does not hold when its proof has another %s', (_, change) => {
    const changed = { ...act, proof: { ...act.proof, ...change } };
    expect(() => verifyAct(changed, multikey)).toThrow(refused('signature-invalid'));
  });

  test('does not hold under another key, on the thread pool neither', async () => {
    const wrong = toMultikey(other.publicKey);
    expect(() => verifyAct(act, wrong)).toThrow(refused('signature-invalid'));
    const posing = { ...act, proof: { ...act.proof, ...signAct(unsigned, other).proof } };
    const changed = { ...posing, id: 'work_2' };
    await expect(verifyAndCanonicaliseAsync(changed, wrong)).rejects.toThrow(
      refused('signature-invalid'),
    );
    expect(() => verifyAct(act, 'z6Mk')).toThrow(refused('key-malformed'));
  });
});

describe('an act from outside', () => {
  const { proof, ...bare } = act;
  test.each([
    ['nothing', null],
    ['a list', []],
    ['no proof', bare],
    ['a field too many', { ...act, note: 'unsigned' }],
    ['a proof with a field too many', { ...act, proof: { ...proof, nonce: 'x' } }],
    ['a proof without a time', { ...act, proof: { ...proof, created: undefined } }],
    ['no id', { ...act, id: '' }],
    ['a number for an id', { ...act, id: 1 }],
    ['a local time', { ...act, composedAt: '2026-05-01T12:00:00' }],
    ['an impossible time', { ...act, composedAt: '2026-13-01T12:00:00Z' }],
    ['a list for a body', { ...act, body: [] }],
  ])('that is or has %s is refused as malformed', (_, value) => {
    expect(() => readAct(value)).toThrow(refused('act-malformed'));
  });

  test('with half a character is refused', () => {
    expect(() => readAct({ ...act, by: '\ud800' })).toThrow(refused('json-text-malformed'));
  });

  test('with a very deep body is refused', () => {
    const deep: unknown = JSON.parse(`{"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`);
    expect(() => verifyAct({ ...act, body: deep }, multikey)).toThrow(refused('json-too-deep'));
  });
});

describe('the hash of an act', () => {
  test('is the same for a retry at another time under another key', () => {
    const retry: Act = signAct({ ...unsigned, composedAt: '2026-06-01T00:00:00Z' }, other);
    expect(actHash(retry)).toBe(actHash(act));
    const { composedAt: _time, ...said } = unsigned;
    expect(actHash(act)).toBe(sha256Hex(canonicalJson(said)));
  });

  test('differs where type, id, agent, node or body do', () => {
    const changes = [{ type: 'x.y' }, { id: 'x' }, { by: 'x' }, { node: 'x' }, { body: {} }];
    const hashes = changes.map((change) => actHash({ ...unsigned, ...change }));
    expect(new Set([...hashes, actHash(act)]).size).toBe(6);
  });
});
