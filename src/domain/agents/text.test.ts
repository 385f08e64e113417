import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusals.ts';
import { assertText, plain } from './text.ts';

function refused(text: string): Refusal {
  try {
    assertText(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('It was not refused.');
}

describe('a text of several lines', () => {
  test.each([
    'Two lines.\n\tThe second is set in.\r\n',
    'جدول المدّ والجزر\nنسخة 2 من tide.csv',
    'לוח\u200f (v2)\u200e',
    'می\u200cخواهم 👩‍🌾',
    '',
  ])('may be in any script and direction: %j', (text) => {
    expect(() => assertText(text)).not.toThrow();
    expect(plain(text)).toBe(text);
  });

  test.each([
    ['Paid back:\n100\u202e.00 AUD', 'a sign that turns text around', 2, '100.00 AUD'],
    ['\u2067all of it', 'a sign that turns text around', 1, 'all of it'],
    ['what was drawn in the first week\u0007', 'a control sign', 1, 'e first week'],
    ['a\ud800b', 'half a character', 1, 'ab'],
    ['\u2069', 'a sign that turns text around', 1, ''],
  ])('is refused where it would not read as it is written: %j', (text, what, line, near) => {
    const refusal = refused(text);
    expect(refusal.code).toBe('text-malformed');
    expect(refusal.values).toEqual({ what, line, near });
    expect(refusal.remedy).toMatch(/^Type that place again/);
  });

  test('of another program loses what could not stay', () => {
    expect(plain('fix \u202egpj.exe\u202c\u001b[31m\nmore')).toBe('fix gpj.exe[31m\nmore');
    expect(plain('half \ud800')).toBe('half \ufffd');
  });
});
