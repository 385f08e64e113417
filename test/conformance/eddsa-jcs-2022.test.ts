import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';
import { sha256Hex, toHex } from '../../src/domain/record/hash.ts';
import {
  fromMultibase,
  fromMultikey,
  fromSecretMultikey,
  toMultibase,
  toMultikey,
  toSecretMultikey,
} from '../../src/domain/record/multibase.ts';
import {
  coveredBy,
  proofHash,
  signDocument,
  verifyDocument,
} from '../../src/domain/record/proof.ts';
import { signBytes, signingKey } from '../../src/domain/record/signature.ts';

interface KeyPair {
  readonly publicKeyMultibase: string;
  readonly privateKeyMultibase: string;
}
type Document = Record<string, unknown>;

const vectors = new URL('../data/vectors/vc-di-eddsa/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, vectors), 'utf8').trim();
const json = <T = Document>(name: string): T => JSON.parse(text(name)) as T;
const keyOf = (pair: KeyPair) => signingKey(fromSecretMultikey(pair.privateKeyMultibase)!);

describe('W3C test vectors of eddsa-jcs-2022', () => {
  const pair = json<KeyPair>('keyPair.json');
  const key = keyOf(pair);
  const unsigned = json('unsigned.json');
  const options = json('eddsa-jcs-2022/proofConfigJCS.json');

  test('the multikeys are read and written as published', () => {
    expect(toMultikey(key.publicKey)).toBe(pair.publicKeyMultibase);
    expect(toMultikey(fromMultikey(pair.publicKeyMultibase))).toBe(pair.publicKeyMultibase);
    const seed = fromSecretMultikey(pair.privateKeyMultibase)!;
    expect(toSecretMultikey(seed)).toBe(pair.privateKeyMultibase);
  });

  test('the canonical document, its options and all hashes are the published ones', () => {
    const document = canonicalJson(unsigned);
    const config = canonicalJson(options);
    expect(document).toBe(text('eddsa-jcs-2022/canonDocJCS.txt'));
    expect(config).toBe(text('eddsa-jcs-2022/proofCanonJCS.txt'));
    expect(sha256Hex(document)).toBe(text('eddsa-jcs-2022/docHashJCS.txt'));
    expect(sha256Hex(config)).toBe(text('eddsa-jcs-2022/proofHashJCS.txt'));
    expect(toHex(proofHash({ options: config, document }))).toBe(
      text('eddsa-jcs-2022/combinedHashJCS.txt'),
    );
  });

  test('signing again gives the same bytes', () => {
    const message = proofHash({
      options: canonicalJson(options),
      document: canonicalJson(unsigned),
    });
    const signature = signBytes(message, key);
    expect(toHex(signature)).toBe(text('eddsa-jcs-2022/sigHexJCS.txt'));
    expect(toMultibase(signature)).toBe(text('eddsa-jcs-2022/sigBTC58JCS.txt'));
    expect(toHex(fromMultibase(text('eddsa-jcs-2022/sigBTC58JCS.txt'))!)).toBe(toHex(signature));
    const signed = signDocument(unsigned, key, { created: '2023-02-24T23:36:38Z' });
    expect(canonicalJson(signed)).toBe(canonicalJson(json('eddsa-jcs-2022/signedJCS.json')));
  });

  test('the published signed document holds, and any other does not', () => {
    const signed = json('eddsa-jcs-2022/signedJCS.json');
    expect(verifyDocument(signed)).toEqual([pair.publicKeyMultibase]);
    expect(() => verifyDocument({ ...signed, name: 'Another credential' })).toThrow(
      expect.objectContaining({ code: 'signature-invalid' }),
    );
  });
});

describe('W3C test vectors of proof sets and chains', () => {
  const pairs = json<Record<string, KeyPair>>('proof-set-chain/multiKeyPairs.json');

  test('all their keys are read and written as published', () => {
    expect(Object.keys(pairs)).toHaveLength(4);
    for (const pair of Object.values(pairs)) {
      expect(toMultikey(keyOf(pair).publicKey)).toBe(pair.publicKeyMultibase);
    }
  });

  test.each([1, 2])('a chained proof %i covers exactly the published document', (step) => {
    const chain = json(`proof-set-chain/signedProofChain${step}.json`);
    const options = json(`proof-set-chain/proofChainConfig${step}.json`);
    const expected = json(`proof-set-chain/proofChainTempDoc${step}.json`);
    expect(canonicalJson(coveredBy(chain, options))).toBe(canonicalJson(expected));
  });

  test('a proof in a set covers the document without any proof', () => {
    const set = json('proof-set-chain/signedProofSet2.json');
    const options = json('proof-set-chain/proofSetConfig2.json');
    const expected = json('proof-set-chain/unsigned.json');
    expect(canonicalJson(coveredBy(set, options))).toBe(canonicalJson(expected));
  });

  test('a set and a chain signed with the published keys by eddsa-jcs-2022 hold', () => {
    const created = '2023-02-24T23:36:38Z';
    const [first, second, third] = Object.values(pairs).map(keyOf);
    const one = signDocument(json('unsigned.json'), first!, { id: 'urn:uuid:1', created });
    const set = signDocument(one, second!, { id: 'urn:uuid:2', created });
    const previousProof = ['urn:uuid:1', 'urn:uuid:2'];
    const chain = signDocument(set, third!, { created, previousProof });
    const signers = Object.values(pairs).map((pair) => pair.publicKeyMultibase);
    expect(verifyDocument(set)).toEqual(signers.slice(0, 2));
    expect(verifyDocument(chain)).toEqual(signers.slice(0, 3));
  });

  test('the published sets are refused, as their suite is another one', () => {
    const set = json('proof-set-chain/signedProofSet2.json');
    expect(() => verifyDocument(set)).toThrow(/cryptosuite is not eddsa-jcs-2022/);
  });
});
