// Every room and every sheet, looked at as people come to them: in light and dark, in three
// languages, on a phone and on a desktop, enlarged, with wider text, and with a keyboard alone.

import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { furnishedNode, NOW, placesOf, visit } from './furnished.ts';
import type { FurnishedNode, Place, Spoken } from './furnished.ts';
import {
  cutOf,
  faultsOf,
  lacksOf,
  motionsOf,
  shiftsOf,
  sidewaysOf,
  spaceOut,
  watchShifts,
} from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: FurnishedNode;
let browser: Browser;
let places: readonly Place[];

beforeAll(async () => {
  [node, browser] = await Promise.all([furnishedNode(), openBrowser()]);
  places = placesOf(node);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

test('every address of the app is among the places that are looked at', async () => {
  const source = await readFile(new URL('../../src/web/app/router.tsx', import.meta.url), 'utf8');
  const routes = [...source.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path);
  expect(routes.length).toBeGreaterThan(10);
  const seen = new Set(places.map(({ route }) => route));
  const unseen = routes.filter((route) => !seen.has(route ?? ''));
  expect(unseen, 'add them to placesOf in test/browser/furnished.ts').toEqual([]);
});

type Who = NonNullable<Place['who']> | 'owner';

interface Look {
  readonly options: BrowserContextOptions;
  readonly language: Spoken;
  /** All places where nothing else is said. */
  readonly among?: readonly Place[];
}

/** Looks at every place in one look; gives what is wrong, by the names of the places. */
async function lookAround(
  { options, language, among = places }: Look,
  faultsAt: (page: Page, place: Place) => Promise<string[]>,
): Promise<Record<string, readonly string[]>> {
  const still = { locale: 'en-GB', reducedMotion: 'reduce', ...options } as const;
  const pages: Record<Who, Page> = {
    owner: await signedIn(browser, await node.link(), options),
    designer: await signedIn(browser, await node.link(people.designer.id), options),
    nobody: await (await browser.newContext(still)).newPage(),
  };
  const found: Record<string, readonly string[]> = {};
  for (const page of Object.values(pages)) {
    await page.clock.setFixedTime(NOW);
    await watchShifts(page);
  }
  for (const place of among) {
    const page = pages[place.who ?? 'owner'];
    const complaints = complaintsOf(page);
    const faults = await load(page, place, language).then(
      () => faultsAt(page, place),
      (error: unknown) => [`was not drawn: ${String(error)}`],
    );
    faults.push(...complaints.filter((complaint) => !isOfRefusal(complaint)));
    if (faults.length > 0) found[place.name] = faults;
    page.removeAllListeners('console');
    page.removeAllListeners('pageerror');
  }
  for (const page of Object.values(pages)) await page.context().close();
  return found;
}

/** A browser notes each "no" of the node; on some pages that is what is shown. */
const isOfRefusal = (complaint: string): boolean =>
  /^Failed to load resource.*40[134]|^Problem: /.test(complaint);

/** Loads a place as one does who follows a link to it, and opens what stands over it. */
async function load(page: Page, place: Place, language: Spoken): Promise<void> {
  // A change of nothing but the part behind the # would load nothing anew.
  await page.goto('about:blank');
  await page.goto(`${node.url}/app/${place.address}`);
  await page.locator('h1').waitFor({ state: 'attached' });
  await place.open?.(await visit(page, language));
  if (place.sheet) await page.locator('dialog[open]').waitFor();
  await expect.poll(() => page.locator('.loading').count()).toBe(0);
}

async function sideways(page: Page, how: string): Promise<string[]> {
  const by = await sidewaysOf(page);
  return by > 0 ? [`scrolls sideways by ${by} px ${how}`] : [];
}

const NARROW = { width: 320, height: 640 };

/** Enlarged twice and four times, and with the spacing of text that a reader may set. */
async function enlarged(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize({ width: 640, height: 400 });
  faults.push(...(await sideways(page, 'at 200 %')));
  await page.setViewportSize(NARROW);
  faults.push(...(await sideways(page, 'at 400 %')));
  faults.push(...(await faultsOf(page, { rules: ['target-size'] })));
  await spaceOut(page, true);
  faults.push(...(await sideways(page, 'spaced out')), ...(await cutOf(page)));
  await spaceOut(page, false);
  await page.setViewportSize(sizes.desktop.viewport);
  return faults;
}

test('every place is drawn without a fault, in light and dark, at every size', async () => {
  const found = await lookAround(
    { options: sizes.desktop, language: 'en' },
    async (page, { sheet }) => {
      const within = sheet ? 'dialog[open]' : undefined;
      const faults = [
        ...(await lacksOf(page)),
        ...(await faultsOf(page, { within })),
        ...(await motionsOf(page)),
        ...(sheet ? [] : await shiftsOf(page)),
        ...(await sideways(page, 'on a desktop')),
      ];
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await faultsOf(page, { rules: ['color-contrast'], within });
      faults.push(...dark.map((fault) => `in the dark, ${fault}`), ...(await enlarged(page)));
      await page.emulateMedia({ colorScheme: 'light' });
      return faults;
    },
  );
  expect(found).toEqual({});
}, 600_000);

test.each([
  // Long words try the rooms, and what stands over them is as wide; the other direction tries all.
  { language: 'de', name: 'German', isSheetSeen: false },
  { language: 'ar', name: 'Arabic', isSheetSeen: true },
] as const)(
  'every place fits a narrow phone in $name',
  async ({ language, isSheetSeen }) => {
    const options = { ...sizes.phone, viewport: NARROW, locale: language };
    const among = places.filter(({ sheet }) => isSheetSeen || sheet !== true);
    const found = await lookAround({ options, language, among }, async (page, { sheet }) => [
      ...(await lacksOf(page)),
      ...(await cutOf(page)),
      ...(sheet ? [] : await shiftsOf(page)),
      ...(await sideways(page, 'on a phone')),
    ]);
    expect(found).toEqual({});
  },
  600_000,
);

/** Walks through a page by the Tab key; gives what is passed over, out of order or not seen. */
async function walked(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const all = await page.evaluate(() => {
    const open = document.querySelector('dialog[open]') ?? document;
    const named = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const stops = [...open.querySelectorAll<HTMLElement>(named)].filter((element) => {
      const isOneOfMany = element instanceof HTMLInputElement && element.type === 'radio';
      return (
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !(isOneOfMany && !element.checked)
      );
    });
    for (const [index, element] of stops.entries()) element.dataset.stop = String(index);
    (document.activeElement as HTMLElement | null)?.blur();
    return stops.map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
  const passed: number[] = [];
  // A field for a day has a stop for each part of it.
  for (let presses = 0; presses < 2 * all.length + 8; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element.dataset.stop === undefined) return undefined;
      const ring = [element, ...(element.nextElementSibling ? [element.nextElementSibling] : [])];
      const isSeen = ring.some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(part);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      // Hidden is what is hidden whole (WCAG 2.4.11).
      const isCovered = [0.1, 0.5, 0.9].every((part) => {
        const x = Math.min(Math.max(box.left + box.width * part, 0), innerWidth - 1);
        const there = document.elementFromPoint(x, box.top + box.height * part);
        return there === null || (!element.contains(there) && !there.contains(element));
      });
      return { index: Number(element.dataset.stop), isSeen, isCovered };
    });
    if (stop === undefined) continue;
    if (passed.at(-1) === stop.index) continue;
    if (passed.includes(stop.index)) break;
    passed.push(stop.index);
    if (!stop.isSeen) faults.push(`no ring around ${all[stop.index]}`);
    if (stop.isCovered) faults.push(`hidden while it has the focus: ${all[stop.index]}`);
  }
  const missed = all.filter((_, index) => !passed.includes(index));
  faults.push(...missed.map((stop) => `not reached: ${stop}`));
  const turns = passed.filter((index, at) => at > 0 && index < (passed[at - 1] ?? 0)).length;
  if (turns > 1) faults.push(`an order that jumps: ${passed.join(' ')}`);
  return faults;
}

test('every control is reached by key in the order of the page, and seen when it is', async () => {
  const options = { ...sizes.desktop, viewport: { width: 360, height: 640 } };
  const found = await lookAround({ options, language: 'en' }, walked);
  expect(found).toEqual({});
}, 600_000);

describe('the room of a work', () => {
  test('a figure opens its workings by keyboard, and gives the focus back', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/works/${WORK}`);
    const figure = page
      .getByRole('button', { name: 'Owed A$1,122.75' })
      .or(page.getByRole('button', { name: 'Owed 1,122.75' }));
    await figure.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('24.95').waitFor();
    await sheet.getByRole('button', { name: 'Work it out again here' }).click();
    await sheet.getByText('Worked out again in this browser: A$1,122.75, the same.').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('a second window shows a payment without being asked', async () => {
    const page = await signedIn(browser, await node.link());
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByText('Up to date').waitFor();
    await node.client.payments.receive({
      work: WORK,
      amount: { amount: '1000.00', currency: 'AUD' },
      payer: { name: 'Bluegum Library' },
    });
    await page.getByText('Bluegum Library').waitFor();
    await page.getByRole('button', { name: 'Paid A$2,000.00' }).waitFor();
    await page.getByRole('button', { name: 'Owed A$7,240.81' }).waitFor();
    await page.context().close();
  });
});
