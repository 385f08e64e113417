import { describe, expect, test } from 'vitest';
import { sha256 } from '../record/hash.ts';
import { toMultikey } from '../record/multibase.ts';
import { signingKey } from '../record/signature.ts';
import { Refusal } from '../refusals.ts';
import {
  LIVE_KEYS_MAX,
  isKeptByNode,
  liveKeys,
  signingKeyIn,
  standingKey,
  withKey,
  withoutKey,
} from './key-chain.ts';
import type { KeyChain } from './key-chain.ts';

const keyOf = (seed: string): string => toMultikey(signingKey(sha256(seed)).publicKey);
const [node, phone, laptop] = [keyOf('node'), keyOf('phone'), keyOf('laptop')];
const agent = 'agent_noor';

const first: KeyChain = [{ publicKey: node, name: null, keptByNode: true, from: 3, to: null }];
const mine = { holder: null, agent, entry: 7 };
const added = withKey(first, { publicKey: phone, name: ' Phone ' }, mine);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'it was not refused';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('a key that comes', () => {
  test('stands behind those that are there, and its holder keeps it', () => {
    expect(added).toEqual([
      ...first,
      { publicKey: phone, name: 'Phone', keptByNode: false, from: 7, to: null },
    ]);
    expect(standingKey(added)?.publicKey).toBe(node);
    expect(isKeptByNode(added)).toBe(true);
  });

  test('is refused in the order: name, form, another agent, ended, known, too many', () => {
    const ended = withoutKey(added, phone, 8);
    const theirs = { ...mine, holder: 'agent_tama' };
    const own = { ...mine, holder: agent };
    let full = first;
    for (let one = 1; one < LIVE_KEYS_MAX; one++) {
      full = withKey(full, { publicKey: keyOf(`device ${one}`), name: `${one}` }, mine);
    }
    const more = (said: object, how: typeof own | typeof theirs | typeof mine, chain = ended) =>
      codeOf(() => withKey(chain, { publicKey: phone, name: 'Phone', ...said }, how));
    expect(more({ name: 'a\nb', publicKey: 'x' }, theirs)).toBe('name-malformed');
    expect(more({ name: ' ', publicKey: 'x' }, theirs)).toBe('name-missing');
    expect(more({ name: 'n'.repeat(501), publicKey: 'x' }, theirs)).toBe('name-too-long');
    expect(more({ publicKey: 'x' }, theirs)).toBe('key-malformed');
    expect(more({}, theirs)).toBe('key-in-use');
    expect(more({}, own)).toBe('key-ended');
    expect(more({}, own, added)).toBe('key-known');
    expect(more({ publicKey: laptop }, mine, full)).toBe('keys-too-many');
    expect(more({ publicKey: laptop }, mine, withoutKey(full, node, 9))).toBe('it was not refused');
  });
});

describe('a key that is ended', () => {
  test('signs nothing any more; another then stands for the agent, and the node can sign no more', () => {
    const ended = withoutKey(added, node, 9);
    expect(liveKeys(ended).map(({ publicKey }) => publicKey)).toEqual([phone]);
    expect(standingKey(ended)?.publicKey).toBe(phone);
    expect(isKeptByNode(ended)).toBe(false);
    expect(ended[0]).toEqual({ ...first[0], to: 9 });
    expect(codeOf(() => signingKeyIn(ended, node))).toBe('signing-key-ended');
    expect(signingKeyIn(ended, phone).name).toBe('Phone');
  });

  test('is one of the agent, lives, and is not the last: refused in that order', () => {
    const ended = withoutKey(added, node, 9);
    expect(codeOf(() => withoutKey(ended, laptop, 10))).toBe('key-not-yours');
    expect(codeOf(() => withoutKey(ended, node, 10))).toBe('key-ended');
    expect(codeOf(() => withoutKey(ended, phone, 10))).toBe('key-last');
    expect(codeOf(() => withoutKey(first, node, 10))).toBe('key-last');
  });
});

test('an act by a key that is none of the agent does not count (signature-invalid)', () => {
  expect(codeOf(() => signingKeyIn(added, laptop))).toBe('signature-invalid');
  expect(codeOf(() => signingKeyIn([], laptop))).toBe('signature-invalid');
});
