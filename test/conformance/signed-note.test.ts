import { describe, expect, test } from 'vitest';
import {
  formatVerifierKey,
  openNote,
  parseVerifierKey,
  signNote,
} from '../../src/domain/record/note.ts';
import { signingKey } from '../../src/domain/record/signature.ts';

// Two published notes: of the Go package sumdb/note (BSD-3-Clause), whose key is published with
// its seed, and of the C2SP signed-note test data (BSD-1-Clause).
const GO_VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const GO_TEXT =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const GO_NOTE =
  `${GO_TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSN` +
  'XgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const FOO_VERIFIER = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const FOO_NOTE =
  'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6Tf' +
  'Xppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

describe('published signed notes', () => {
  test.each([
    [GO_VERIFIER, GO_NOTE, GO_TEXT],
    [FOO_VERIFIER, FOO_NOTE, 'This is an example message.\n'],
  ])('open under %s', (key, note, text) => {
    const verifier = parseVerifierKey(key);
    expect(formatVerifierKey(verifier)).toBe(key);
    expect(openNote(note, [verifier])).toEqual({ text, signers: [verifier] });
    const changed = note.replace(/[a-z]/, 'x');
    expect(() => openNote(changed, [verifier])).toThrow(
      expect.objectContaining({ code: 'signature-invalid' }),
    );
  });

  test('are signed again with the published key to the same bytes', () => {
    const seed = Buffer.from(GO_SEED, 'base64').subarray(1);
    const note = signNote({ text: GO_TEXT, name: 'PeterNeumann' }, signingKey(seed));
    expect(note).toBe(GO_NOTE);
  });
});
