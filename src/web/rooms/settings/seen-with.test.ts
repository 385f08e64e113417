import { expect, test } from 'vitest';
import { seenWith } from './seen-with.ts';

const page = { people: ['Ada', 'Ben'], others: 2 };

test('a name comes, changes and goes, and as many are counted as before', () => {
  const isMaker = true;
  expect(seenWith(page, { before: undefined, after: 'Aki', isMaker })).toEqual({
    people: ['Ada', 'Aki', 'Ben'],
    others: 1,
  });
  expect(seenWith(page, { before: 'Ben', after: 'A gardener', isMaker })).toEqual({
    people: ['A gardener', 'Ada'],
    others: 2,
  });
  expect(seenWith(page, { before: 'Ben', after: undefined, isMaker })).toEqual({
    people: ['Ada'],
    others: 3,
  });
  const twice = { people: ['Ada', 'Ada'], others: 0 };
  expect(seenWith(twice, { before: 'Ada', after: undefined, isMaker })).toEqual({
    people: ['Ada'],
    others: 1,
  });
});

test('whoever has given nothing that was accepted is on no page', () => {
  const change = { before: undefined, after: 'Aki', isMaker: false };
  expect(seenWith(page, change)).toEqual(page);
});
