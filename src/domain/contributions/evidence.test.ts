import { expect, test } from 'vitest';
import { parseEvidence, parseEvidenceList } from './evidence.ts';

test.each([
  ['', 'empty'],
  ['   ', 'blank'],
  ['http://', 'no host'],
  ['https://ada:secret@example.org/', 'a password'],
  ['javascript:alert(1)', 'a program'],
  ['JavaScript:alert(1)', 'a program in capitals'],
  ['data:text/html,x', 'a page in the address'],
  ['file:///etc/passwd', 'a file of the reader'],
  ['one\u0007two', 'a control character'],
  ['x'.repeat(2001), 'too long'],
])('evidence-malformed: %j (%s)', (text) => {
  expect(() => parseEvidence(text)).toThrow(
    expect.objectContaining({ code: 'evidence-malformed' }),
  );
});

test('an address is kept as it was written', () => {
  expect(parseEvidence(' https://example.org/pull/7?a=1#b ')).toEqual({
    type: 'address',
    text: 'https://example.org/pull/7?a=1#b',
  });
});

test('a reference in words, of any script, is one too', () => {
  expect(parseEvidence('commit: 3b25165..44ae1b').type).toBe('reference');
  expect(parseEvidence('إيصال رقم ٧').type).toBe('reference');
});

test('the same piece twice counts once', () => {
  expect(parseEvidenceList(['receipt 7', ' receipt 7', 'receipt 8'])).toHaveLength(2);
});
