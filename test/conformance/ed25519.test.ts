import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/record/canonical-json.ts';
import { signAct } from '../../src/domain/record/act.ts';
import { toHex } from '../../src/domain/record/hash.ts';
import { fromMultibase } from '../../src/domain/record/multibase.ts';
import { proofHash } from '../../src/domain/record/proof.ts';
import {
  isPublicKey,
  seedOf,
  signBytes,
  signingKey,
  verifyBytes,
  verifyBytesAsync,
  verifyingKey,
} from '../../src/domain/record/signature.ts';
import { needs } from '../needs.ts';

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');

// RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc).
const vectors = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970' +
      '1cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613' +
      'd0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760' +
      '984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
  {
    seed: '833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42',
    publicKey: 'ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    message:
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23' +
      'a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    signature:
      'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c6' +
      '6431e0303dca179c138ac17ad9bef1177331a704',
  },
];

describe('Ed25519 as RFC 8032 has it', () => {
  test.each(vectors)('key $publicKey signs and verifies', async (vector) => {
    const key = signingKey(bytes(vector.seed));
    const message = bytes(vector.message);
    expect(toHex(key.publicKey)).toBe(vector.publicKey);
    expect(toHex(seedOf(key))).toBe(vector.seed);
    const signature = signBytes(message, key);
    expect(toHex(signature)).toBe(vector.signature);
    const check = verifyingKey(bytes(vector.publicKey));
    expect(verifyBytes(message, signature, check)).toBe(true);
    expect(await verifyBytesAsync(message, signature, check)).toBe(true);
    expect(verifyBytes(Buffer.concat([message, bytes('00')]), signature, check)).toBe(false);
    expect(verifyBytes(message, signature.subarray(1), check)).toBe(false);
  });

  test('a signature whose scalar is not reduced is refused', () => {
    const { publicKey, signature } = vectors[0]!;
    // S + L (section 5.1.7: 0 <= S < L), which a lax verifier takes for the same signature.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const scalar = BigInt(`0x${toHex(bytes(signature).subarray(32).toReversed())}`) + order;
    const grown = bytes(scalar.toString(16).padStart(64, '0')).toReversed();
    const malleable = Buffer.concat([bytes(signature).subarray(0, 32), grown]);
    expect(verifyBytes(new Uint8Array(), malleable, verifyingKey(bytes(publicKey)))).toBe(false);
  });

  test('a point of small order is no key, whatever its sign', () => {
    const weak = 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f';
    expect(isPublicKey(bytes(weak))).toBe(false);
    expect(isPublicKey(bytes(`${weak.slice(0, -2)}ff`))).toBe(false);
    expect(() => verifyingKey(bytes(weak))).toThrow(/no Ed25519/);
    expect(isPublicKey(bytes(vectors[0]!.publicKey))).toBe(true);
  });
});

test('openssl agrees on the signature of an act, and on a changed one', () => {
  needs('openssl');
  const directory = mkdtempSync(join(tmpdir(), 'webizen-openssl-'));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  try {
    const key = signingKey(bytes(vectors[0]!.seed));
    const unsigned = {
      type: 'work.added',
      id: 'work_1',
      by: 'agent_1',
      node: 'node_1',
      composedAt: '2026-05-01T12:00:00Z',
      body: { title: 'Gedichte' },
    };
    const { proof } = signAct(unsigned, key);
    const { proofValue, ...options } = proof;
    const hashed = { options: canonicalJson(options), document: canonicalJson(unsigned) };
    const message = file('message', proofHash(hashed));
    const changed = file('changed', proofHash({ ...hashed, document: '{}' }));
    const signature = file('signature', fromMultibase(proofValue)!);
    const { handle } = verifyingKey(key.publicKey);
    const pem = file('key.pem', handle.export({ format: 'pem', type: 'spki' }));
    const fixed = ['-verify', '-rawin', '-pubin', '-inkey', pem, '-sigfile', signature];
    const check = (path: string) => spawnSync('openssl', ['pkeyutl', ...fixed, '-in', path]).status;
    expect(check(message)).toBe(0);
    expect(check(changed)).toBe(1);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
