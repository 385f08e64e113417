import { describe, expect, it } from 'vitest';
import { wrapped } from './wrap.ts';

describe('wrapping', () => {
  it('breaks between words at 78 characters', () => {
    const lines = wrapped('word '.repeat(40).trim());
    expect(lines.every((line) => line.length <= 78)).toBe(true);
    expect(lines.join(' ')).toBe('word '.repeat(40).trim());
    expect(lines[0]).toHaveLength(74);
  });

  it('begins the first line and the others as told', () => {
    const lines = wrapped('word '.repeat(20).trim(), '- ', '  ');
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['- ', '  ']);
  });

  it('leaves a word that is too long on a line of its own', () => {
    expect(wrapped(`a ${'b'.repeat(90)} c`)).toEqual(['a', 'b'.repeat(90), 'c']);
  });

  it('keeps line ends, and counts characters rather than code units', () => {
    expect(wrapped('one\ntwo')).toEqual(['one', 'two']);
    expect(wrapped('🌊'.repeat(78))).toHaveLength(1);
  });
});
