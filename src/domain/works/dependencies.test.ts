import { describe, expect, it } from 'vitest';
import type { Dependency } from './dependencies.ts';
import { newDependencies, parseBuildsOn, shareText, shareUnits } from './dependencies.ts';

const refusal = (code: string, values: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, values: expect.objectContaining(values) });

/** Dependencies as text: "A>B C>D". */
const edges = (text: string): Dependency[] =>
  text
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => ({ from: one.charAt(0), to: one.charAt(2), share: '0.1' }));

const declare = (declared: readonly (readonly [string, string])[], existing = '') =>
  newDependencies({
    from: 'A',
    declared: declared.map(([release, share]) => ({ release, share })),
    existing: edges(existing),
    known: (release) => 'ABCDE'.includes(release),
    nameOf: (release) => release,
  });

describe('a share', () => {
  it.each([
    ['0.05', 500],
    ['5 %', 500],
    ['5%', 500],
    ['12.34%', 1234],
    ['0.1234', 1234],
    ['0.12340', 1234],
    ['1', 10000],
    ['100 %', 10000],
    ['0', 0],
  ])('reads %s as %i ten-thousandths', (text, units) => {
    expect(shareUnits(text)).toBe(units);
  });

  it.each(['', '1.1', '-0.1', '0.00001', '0.001 %', '1e-2', '٥', '.5', '5 %%'])(
    'does not read "%s"',
    (text) => {
      expect(shareUnits(text)).toBeNull();
    },
  );

  it('is written as the shortest decimal', () => {
    expect([0, 1, 500, 1234, 10000].map(shareText)).toEqual(['0', '0.0001', '0.05', '0.1234', '1']);
  });
});

describe('WORK:SHARE', () => {
  it('is read from the last colon', () => {
    expect(parseBuildsOn('work_sea:0.05')).toEqual({ work: 'work_sea', share: '0.05' });
    expect(parseBuildsOn('node:work_sea:5 %')).toEqual({ work: 'node:work_sea', share: '0.05' });
  });

  it.each(['work_sea', 'work_sea:', ':0.1', 'work_sea:0', 'work_sea:half'])(
    'is refused as "%s"',
    (text) => {
      expect(() => parseBuildsOn(text)).toThrow(refusal('upstream-malformed', { text }));
    },
  );
});

describe('what a release builds on', () => {
  it('may come to half of each payment', () => {
    expect(
      declare([
        ['B', '0.3'],
        ['C', '20 %'],
      ]),
    ).toEqual([
      { from: 'A', to: 'B', share: '0.3' },
      { from: 'A', to: 'C', share: '0.2' },
    ]);
    expect(() =>
      declare([
        ['B', '0.3'],
        ['C', '0.2001'],
      ]),
    ).toThrow(refusal('upstream-too-much', { total: '0.5001', limit: '0.5' }));
  });

  it('exists, is another release, is named once, and has a share', () => {
    expect(() => declare([['X', '0.1']])).toThrow(refusal('upstream-unknown', { release: 'X' }));
    expect(() => declare([['A', '0.1']])).toThrow(refusal('upstream-itself', { release: 'A' }));
    expect(() =>
      declare([
        ['B', '0.1'],
        ['B', '0.1'],
      ]),
    ).toThrow(refusal('upstream-twice', { release: 'B' }));
    expect(() => declare([['B', '0.00001']])).toThrow(refusal('upstream-malformed'));
  });

  it.each([
    ['B>A', 'A -> B -> A'],
    ['B>C C>D D>A', 'A -> B -> C -> D -> A'],
    ['B>C B>D D>A C>E', 'A -> B -> D -> A'],
  ])('is refused as a circle where %s holds, and names it', (existing, cycle) => {
    expect(() => declare([['B', '0.1']], existing)).toThrow(refusal('dependency-cycle', { cycle }));
  });

  it('may be reached by several ways', () => {
    expect(
      declare(
        [
          ['B', '0.1'],
          ['C', '0.1'],
        ],
        'B>D C>D D>E',
      ),
    ).toHaveLength(2);
  });

  it('ends its search in a graph that has a circle elsewhere', () => {
    expect(declare([['B', '0.1']], 'B>C C>B')).toHaveLength(1);
  });
});
