import { describe, expect, it } from 'vitest';
import { newWork, titleOf, workKinds } from './work.ts';

const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

describe('a title', () => {
  it.each([
    ['  Tide tables ', 'Tide tables'],
    ['Gezeitentafeln für Flußschiffer', 'Gezeitentafeln für Flußschiffer'],
    ['Cafe\u0301', 'Café'],
    ['جداول المد والجزر', 'جداول المد والجزر'],
    ['潮汐表 🌊', '潮汐表 🌊'],
    ['\u200fعنوان', '\u200fعنوان'],
    ['C++', 'C++'],
  ])('reads %j as %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('may have 500 characters of any script, and not one more', () => {
    expect(Array.from(titleOf('🌊'.repeat(500)))).toHaveLength(500);
    expect(() => titleOf('🌊'.repeat(501))).toThrow(
      refusal('title-too-long', { length: 501, limit: 500 }),
    );
  });

  it.each(['', '   ', '\u200f', '\u0301'])('is refused where nothing can be read in %j', (text) => {
    expect(() => titleOf(text)).toThrow(refusal('title-missing'));
  });

  it.each(['a\nb', 'a\tb', 'a\u0000b', 'a\u2028b', 'a\ud800'])('is refused as %j', (text) => {
    expect(() => titleOf(text)).toThrow(refusal('title-malformed'));
  });
});

describe('a new work', () => {
  const input = { id: 'work_1', title: ' Tides ', currency: 'AUD', steward: 'agent_ana' };

  it.each(workKinds)('may be of the kind %s', (kind) => {
    expect(newWork({ ...input, kind })).toEqual({ ...input, title: 'Tides', kind });
  });

  it('is refused for another kind, naming the kinds', () => {
    expect(() => newWork({ ...input, kind: 'game' })).toThrow(
      refusal('work-kind-unknown', { kind: 'game', kinds: workKinds.join(', ') }),
    );
  });
});
