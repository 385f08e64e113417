// The pages that a node serves itself, for everybody: no sign-in, no script.

import { expect, test } from 'vitest';
import { WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import { cutOf, faultsOf, namelessOf, slidesOf } from '../looked-at.ts';
import { sizes } from '../stage.ts';
import { staged } from '../staged.ts';

const on = staged(almanacNode);

const places = ['/', `/public/works/${WORK}`];

test.each([
  ['en-GB', sizes.desktop],
  ['ar', { ...sizes.phone, viewport: { width: 320, height: 640 } }],
] as const)('have no fault in light and dark, in %s', async (locale, size) => {
  const context = await on.browser.newContext({ reducedMotion: 'reduce', locale, ...size });
  const page = await context.newPage();
  for (const place of places) {
    await page.goto(`${on.node.url}${place}`);
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
  const context = await on.browser.newContext(sizes.desktop);
  const page = await context.newPage();
  await page.goto(`${on.node.url}${place}`);
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
