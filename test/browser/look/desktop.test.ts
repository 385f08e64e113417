// Every room and every sheet on a desktop, as people come to them: in light and dark, enlarged,
// with wider text, and with a keyboard alone.

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { furnishedNode, placesOf } from '../furnished.ts';
import type { Place } from '../furnished.ts';
import {
  cutOf,
  faultsOf,
  lacksOf,
  motionsOf,
  namelessOf,
  slidesOf,
  spaceOut,
} from '../looked-at.ts';
import { sizes } from '../stage.ts';
import { staged } from '../staged.ts';
import { lookAround } from './around.ts';
import { walked } from './walked.ts';

const on = staged(furnishedNode);

test('every address of the app is among the places that are looked at', async () => {
  const router = new URL('../../../src/web/app/router.tsx', import.meta.url);
  const source = await readFile(router, 'utf8');
  const routes = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(10);
  const seen = new Set(placesOf(on.node).map(({ route }) => route));
  const unseen = routes.filter((route) => !seen.has(route ?? ''));
  expect(unseen, 'add them to placesOf in test/browser/furnished.ts').toEqual([]);
});

const NARROW = { width: 320, height: 640 };

/** Enlarged twice and four times, and with the spacing of text that a reader may set. */
async function enlarged(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize({ width: 640, height: 400 });
  faults.push(...(await slidesOf(page, 'at 200 %')));
  await page.setViewportSize(NARROW);
  faults.push(...(await slidesOf(page, 'at 400 %')));
  faults.push(...(await faultsOf(page, { rules: ['target-size'] })));
  await spaceOut(page, true);
  faults.push(...(await slidesOf(page, 'spaced out')), ...(await cutOf(page)));
  await spaceOut(page, false);
  return faults;
}

/** With the keys alone, where a bar at the lower end may hide what has the focus. */
async function byKeys(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 640 });
  return walked(page);
}

/** All that is to be seen of a place that was loaded once. */
async function faultsAt(page: Page, { sheet }: Place): Promise<string[]> {
  const within = sheet ? 'dialog[open]' : undefined;
  const faults = [
    ...(await lacksOf(page)),
    ...(await motionsOf(page)),
    ...(await namelessOf(page)),
    ...(await slidesOf(page, 'on a desktop')),
    ...(await faultsOf(page, { within, themes: ['light', 'dark'] })),
    ...(await enlarged(page)),
    ...(await byKeys(page)),
  ];
  await page.setViewportSize(sizes.desktop.viewport);
  return faults;
}

test('every place is drawn without a fault, in light and dark, at every size, by keys', async () => {
  const look = { on, places: placesOf(on.node), options: sizes.desktop, language: 'en' } as const;
  expect(await lookAround({ ...look, latencyMs: 20 }, faultsAt)).toEqual({});
}, 600_000);
