// Every room and every sheet on a narrow phone: in German, whose words are long, and in Arabic,
// which is written from right to left.

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { furnishedNode, placesOf } from '../furnished.ts';
import { cutOf, faultsOf, heldOf, lacksOf, slidesOf } from '../looked-at.ts';
import { sizes } from '../stage.ts';
import { staged } from '../staged.ts';
import { lookAround } from './around.ts';

const on = staged(furnishedNode);

const phone = { ...sizes.phone, viewport: { width: 320, height: 640 } } as const;

const fits = async (page: Page): Promise<string[]> => [
  ...(await lacksOf(page)),
  ...(await slidesOf(page, 'on a phone')),
  ...(await cutOf(page)),
];

test('every place fits a narrow phone in German, with motion and with nothing kept', async () => {
  const options = { ...phone, locale: 'de', reducedMotion: 'no-preference' } as const;
  // Long words try the rooms: what stands over them is as wide.
  const rooms = placesOf(on.node).filter(({ sheet }) => sheet !== true);
  const look = { on, places: rooms, options, language: 'de', isCold: true } as const;
  expect(await lookAround(look, fits)).toEqual({});
}, 600_000);

test('every place fits a narrow phone in Arabic, and has no fault in dark and light', async () => {
  const options = { ...phone, locale: 'ar' };
  const look = { on, places: placesOf(on.node), options, language: 'ar' } as const;
  const found = await lookAround(look, async (page, { sheet }) => {
    const within = sheet ? 'dialog[open]' : undefined;
    return [
      ...(await fits(page)),
      ...(await faultsOf(page, { within, themes: ['dark', 'light'] })),
    ];
  });
  expect(found).toEqual({});
}, 600_000);

test('no place is hidden by what is held at its edges, on a low page and on a phone', async () => {
  const low = { ...sizes.phone, viewport: { width: 640, height: 400 } } as const;
  const rooms = placesOf(on.node).filter(({ sheet }) => sheet !== true);
  for (const options of [low, phone]) {
    const look = { on, places: rooms, options, language: 'en' } as const;
    expect(await lookAround(look, heldOf)).toEqual({});
  }
}, 600_000);
