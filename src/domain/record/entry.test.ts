import { describe, expect, test } from 'vitest';
import { commit, decodeEntry, encodeEntry, verifyEntry } from './entry.ts';
import { sha256Hex } from './hash.ts';

const salt = new Uint8Array(16).fill(5);
const canonicalAct = '{"type":"work.added"}';
const commitment = commit(canonicalAct, salt);
const entry = { type: 'work.added', recordedAt: '2026-05-01T12:00:00.000Z', commitment };
const refused = (code: string) => expect.objectContaining({ code });
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');

describe('an entry of the record', () => {
  test('is canonical JSON of type, time and commitment, and nothing personal', () => {
    expect(Buffer.from(encodeEntry(entry)).toString('utf8')).toBe(
      `{"commitment":"${commitment}","recordedAt":"2026-05-01T12:00:00.000Z",` +
        '"type":"work.added","v":1}',
    );
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  test('commits by SHA-256 to the salt and the act after it', () => {
    expect(commitment).toBe(sha256Hex(Buffer.concat([salt, text(canonicalAct)])));
    expect(() => commit(canonicalAct, new Uint8Array(15))).toThrow(/16 to 64 bytes/);
    expect(() => commit(canonicalAct, new Uint8Array(65))).toThrow(/16 to 64 bytes/);
  });

  test('holds for its own act, and for no other act, salt or type', () => {
    expect(() => verifyEntry(entry, canonicalAct, salt)).not.toThrow();
    const mismatch = refused('commitment-mismatch');
    expect(() => verifyEntry(entry, '{"type":"work.lost"}', salt)).toThrow(mismatch);
    expect(() => verifyEntry(entry, canonicalAct, new Uint8Array(16))).toThrow(mismatch);
    expect(() => verifyEntry(entry, canonicalAct, new Uint8Array(3))).toThrow(mismatch);
    const renamed = { ...entry, type: 'work.lost' };
    expect(() => verifyEntry(renamed, canonicalAct, salt)).toThrow(mismatch);
  });

  test.each([
    ['type', { type: 'Anna added a work' }],
    ['time', { recordedAt: 'yesterday' }],
    ['commitment', { commitment: commitment.toUpperCase() }],
  ])('is not made with a malformed %s', (_, change) => {
    expect(() => encodeEntry({ ...entry, ...change })).toThrow(refused('entry-malformed'));
  });

  test.each([
    ['nothing', ''],
    ['no object', 'null'],
    ['another version', `{"v":2}`],
    ['missing fields', `{"v":1}`],
    ['spaces', JSON.stringify({ ...entry, v: 1 }, null, 1)],
    ['another order of keys', JSON.stringify({ v: 1, ...entry })],
    ['a hidden field', `{"a":1,${Buffer.from(encodeEntry(entry)).toString('utf8').slice(1)}`],
    ['a byte order mark', `\ufeff${Buffer.from(encodeEntry(entry)).toString('utf8')}`],
    ['no end', `{"v":1,"type":"${'x'.repeat(2000)}"}`],
  ])('is not read from bytes with %s', (_, value) => {
    expect(() => decodeEntry(text(value))).toThrow(refused('entry-malformed'));
  });
});
