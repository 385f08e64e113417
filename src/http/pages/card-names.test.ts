import { expect, test } from 'vitest';
import { cardNames } from './card-names.ts';
import type { Letter } from './card-names.ts';

/** From the leftmost to the rightmost point of letters, in pixels of the card. */
function widthOf(letters: readonly Letter[]): readonly [from: number, to: number] {
  const across = letters.flatMap(({ path, place }) =>
    [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => place(Number(x), Number(y))[0]),
  );
  return [Math.min(...across), Math.max(...across)];
}

const set = (title: string, language = 'en') =>
  cardNames({ title, node: 'Willow Street', language });

test('names are letters and never mark-up, each where it is read', async () => {
  const letters = await set('Ab #strong[c] $x$');
  expect(letters.filter(({ isTitle }) => isTitle)).toHaveLength('Ab#strong[c]$x$'.length);
  expect(letters.filter(({ isTitle }) => !isTitle)).toHaveLength('WillowStreet'.length);
  for (const { path } of letters) expect(path).toMatch(/^M[\d.LQCMZ -]+Z$/);
  const [from, to] = widthOf(letters.filter(({ isTitle }) => isTitle));
  // In the middle of a card of 1200.
  expect(Math.abs((from + to) / 2 - 600)).toBeLessThan(10);
});

test.each([
  ['a long word', 'W'.repeat(80)],
  ['a long title', 'Gardens and what grows in them, '.repeat(20)],
])('%s stays on the card', async (_, title) => {
  const [from, to] = widthOf(await set(title));
  expect(from).toBeGreaterThan(0);
  expect(to).toBeLessThan(1200);
});

test('Arabic is drawn in letters that join', async () => {
  const letters = await set('حديقة', 'ar');
  expect(letters.filter(({ isTitle }) => isTitle).length).toBeGreaterThan(0);
  expect(letters[0]?.path).not.toBe((await set('ح', 'ar'))[0]?.path);
});
