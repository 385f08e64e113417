// The pages that a node serves itself, for everybody: no sign-in, no script.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { cutOf, faultsOf, namelessOf, slidesOf } from '../looked-at.ts';
import { openBrowser, sizes } from '../stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const places = ['/', `/public/works/${WORK}`];

test.each([
  ['en-GB', sizes.desktop],
  ['ar', { ...sizes.phone, viewport: { width: 320, height: 640 } }],
] as const)('have no fault in light and dark, in %s', async (locale, size) => {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale, ...size });
  const page = await context.newPage();
  for (const place of places) {
    await page.goto(`${node.url}${place}`);
    const faults = [
      ...(await faultsOf(page, { themes: ['light', 'dark'] })),
      ...(await namelessOf(page)),
      ...(await slidesOf(page, `in ${locale}`)),
      ...(await cutOf(page)),
    ];
    expect(faults, place).toEqual([]);
  }
  await context.close();
});

test.each(['/reference', '/reference/refusals'])('%s has no fault', async (place) => {
  const context = await browser.newContext(sizes.desktop);
  const page = await context.newPage();
  await page.goto(`${node.url}${place}`);
  const faults = [
    ...(await faultsOf(page, { themes: ['light', 'dark'] })),
    ...(await namelessOf(page)),
    ...(await slidesOf(page, 'on a desktop')),
  ];
  await page.setViewportSize({ width: 320, height: 640 });
  faults.push(...(await slidesOf(page, 'on a phone')));
  expect(faults).toEqual([]);
  await context.close();
});
