import { describe, expect, test } from 'vitest';
import { formatCheckpoint, openCheckpoint, openCheckpointAsync } from './checkpoint.ts';
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { formatVerifierKey, openNote, parseVerifierKey, signNote } from './note.ts';
import { sha256 } from './hash.ts';
import { signingKey } from './signature.ts';

const key = signingKey(new Uint8Array(32).fill(1));
const witness = signingKey(new Uint8Array(32).fill(2));
const origin = 'webizen/node_aaaa';
const verifier = { name: origin, publicKey: key.publicKey };
const checkpoint = { origin, size: 9_007_199_254_740_993n, root: sha256('root') };
const note = signCheckpoint(checkpoint, key);
const refused = (code: string) => expect.objectContaining({ code });

describe('a checkpoint', () => {
  test('says origin, size and root, and is opened with the verifier key', () => {
    expect(openCheckpoint(note, verifier)).toEqual(checkpoint);
    expect(openCheckpoint(note, parseVerifierKey(formatVerifierKey(verifier)))).toEqual(checkpoint);
  });

  test('is opened in the same way where a signature is checked beside', async () => {
    expect(await openCheckpointAsync(note, verifier)).toEqual(checkpoint);
    const changed = note.replace(String(checkpoint.size), '7');
    await expect(openCheckpointAsync(changed, verifier)).rejects.toEqual(
      refused('signature-invalid'),
    );
    const stranger = { name: origin, publicKey: witness.publicKey };
    await expect(openCheckpointAsync(note, stranger)).rejects.toEqual(refused('signature-invalid'));
    const other = signNote({ text: formatCheckpoint(checkpoint), name: 'another' }, key);
    await expect(openCheckpointAsync(other, verifier)).rejects.toEqual(
      refused('signature-invalid'),
    );
  });

  test('is read with lines that others added, which say nothing here', () => {
    const text = `${formatCheckpoint(checkpoint)}extension\n`;
    expect(parseCheckpoint(text)).toEqual(checkpoint);
  });

  test('of another record is refused, though the key is the same', () => {
    const text = formatCheckpoint({ ...checkpoint, origin: 'another' });
    const other = signNote({ text, name: origin }, key);
    expect(() => openCheckpoint(other, verifier)).toThrow(refused('checkpoint-malformed'));
  });

  test.each([
    ['no newline at its end', 'a\n1\nb'],
    ['no origin', '\n1\nb\n'],
    ['a size with a leading zero', `a\n01\n${Buffer.alloc(32).toString('base64')}\n`],
    [
      'a size beyond all bounds',
      `a\n9999999999999999999\n${Buffer.alloc(32).toString('base64')}\n`,
    ],
    ['a short root', `a\n1\n${Buffer.alloc(31).toString('base64')}\n`],
    ['no root', 'a\n1\n'],
    ['an empty line', `a\n1\n${Buffer.alloc(32).toString('base64')}\n\n`],
  ])('with %s is refused', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(refused('checkpoint-malformed'));
  });

  test.each([
    ['origin', { origin: 'two words' }],
    ['size', { size: -1n }],
    ['root', { root: new Uint8Array(31) }],
  ])('is not made with an impossible %s', (_, change) => {
    expect(() => formatCheckpoint({ ...checkpoint, ...change })).toThrow(Error);
  });
});

describe('a signed note', () => {
  const text = formatCheckpoint(checkpoint);
  const both = signNote({ text, name: 'witness', note }, witness);

  test('takes the signature of a witness, and opens under one key or both', () => {
    const other = { name: 'witness', publicKey: witness.publicKey };
    expect(openNote(both, [other, verifier]).signers).toEqual([verifier, other]);
    expect(openNote(both, [other]).signers).toEqual([other]);
    const another = { text: 'x\n', name: 'witness', note };
    expect(() => signNote(another, witness)).toThrow(refused('note-malformed'));
  });

  test('is spoilt by one signature of a known key that does not hold', () => {
    const line = note.split('\n').at(-2)!;
    const [dash, name, signature] = line.split(' ') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const forged = `${both}${dash} ${name} ${bytes.toString('base64')}\n`;
    expect(() => openNote(forged, [verifier])).toThrow(refused('signature-invalid'));
  });

  test('is refused where no known key signed it', () => {
    const stranger = { name: origin, publicKey: witness.publicKey };
    expect(() => openNote(note, [stranger])).toThrow(refused('signature-invalid'));
    expect(() => openNote(note, [])).toThrow(refused('signature-invalid'));
  });

  test.each([
    ['no signatures', text],
    ['a carriage return', note.replace('\n', '\r\n')],
    ['another dash', note.replace('\u2014', '-')],
    ['a line that is none', `${note}hello\n`],
    ['half a line', note.slice(0, -5)],
    ['bits to spare', note.replace(/.=\n$/, '/=\n')],
    ['too many lines', note + note.split('\n').at(-2)!.concat('\n').repeat(100)],
    ['half a character', `\ud800${note}`],
    ['no end', `${'a'.repeat(1_000_001)}\n`],
  ])('with %s is refused', (_, value) => {
    expect(() => openNote(value, [verifier])).toThrow(refused('note-malformed'));
  });

  test.each([
    'name',
    'name+00000000+AAAA',
    formatVerifierKey(verifier).replace(/\+........\+/, '+00000000+'),
    formatVerifierKey(verifier).replace('webizen', 'web izen'),
    `n+00000000+${Buffer.alloc(33, 2).toString('base64')}`,
  ])('is not checked with a malformed key: %s', (value) => {
    expect(() => parseVerifierKey(value)).toThrow(refused('note-malformed'));
  });
});
