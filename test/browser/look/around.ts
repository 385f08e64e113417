// Looks at all places of the app in one look: each is loaded once, and everything is found out
// there. Several are looked at side by side, as a page mostly waits.

import { availableParallelism } from 'node:os';
import { expect } from 'vitest';
import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import { people } from '../../almanac.ts';
import { NOW, visit } from '../furnished.ts';
import type { FurnishedNode, Place, Spoken } from '../furnished.ts';
import { shiftsOf, watchShifts } from '../looked-at.ts';
import { complaintsOf, signedIn } from '../stage.ts';
import type { Staged } from '../staged.ts';

type Who = NonNullable<Place['who']> | 'owner';

/** As whom, in which language and how places are looked at. */
export interface Look {
  readonly on: Staged<FurnishedNode>;
  readonly options: BrowserContextOptions;
  readonly language: Spoken;
  readonly places: readonly Place[];
  /** From afar: every answer takes so long, so that they come one after another. */
  readonly latencyMs?: number;
  /** Nothing is kept from page to page. */
  readonly isCold?: boolean;
}

/** Looks at every place; gives what is wrong, by the names of the places. */
export async function lookAround(
  look: Look,
  faultsAt: (page: Page, place: Place) => Promise<string[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  const left = look.places.values();
  const lane = async (): Promise<void> => {
    const pages = new Map<Who, Promise<Eyes>>();
    for (const place of left) {
      const who = place.who ?? 'owner';
      const opening = pages.get(who) ?? eyesOf(look, who);
      pages.set(who, opening);
      const faults = await seenAt(await opening, { place, look, faultsAt });
      if (faults.length > 0) found[place.name] = faults;
    }
    for (const { page } of await Promise.all(pages.values())) await page.context().close();
  };
  const lanes = Math.max(2, Math.floor(availableParallelism() / 2));
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}

/** A page, and what it still asks of the node. */
interface Eyes {
  readonly page: Page;
  readonly asked: Set<Request>;
}

async function eyesOf(look: Look, who: Who): Promise<Eyes> {
  const { on, options } = look;
  const { browser, node } = on;
  const page =
    who === 'nobody'
      ? await stranger(look)
      : await signedIn(
          browser,
          await node.link(who === 'owner' ? undefined : people[who].id),
          options,
        );
  const asked = new Set<Request>();
  page.on('request', (request) => {
    // The line by which the node tells of changes stays open.
    if (request.resourceType() !== 'eventsource') asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  await page.clock.setFixedTime(NOW);
  await watchShifts(page);
  const wire = await page.context().newCDPSession(page);
  if (look.isCold) await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (look.latencyMs !== undefined) {
    const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
    const conditions = { offline: false, latency: look.latencyMs, ...unlimited };
    await wire.send('Network.emulateNetworkConditions', conditions);
  }
  return { page, asked };
}

async function stranger({ on, options }: Look): Promise<Page> {
  const still = { locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block' } as const;
  const context = await on.browser.newContext({ ...still, ...options });
  return context.newPage();
}

interface Seeing {
  readonly place: Place;
  readonly look: Look;
  readonly faultsAt: (page: Page, place: Place) => Promise<string[]>;
}

async function seenAt(eyes: Eyes, { place, look, faultsAt }: Seeing): Promise<string[]> {
  const { page } = eyes;
  const complaints = complaintsOf(page);
  const faults = await load(eyes, place, look).then(
    async (shifts) => [...shifts, ...(await faultsAt(page, place))],
    (error: unknown) => [`was not drawn: ${String(error)}`],
  );
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
  return [...faults, ...complaints.filter((complaint) => !isOfRefusal(complaint))];
}

/** A browser notes each "no" of the node; on some pages that is what is shown. */
const isOfRefusal = (complaint: string): boolean =>
  /^Failed to load resource.*40[134]|^Problem: /.test(complaint);

/**
 * Loads a place as one does who follows a link to it, and opens what stands over it. Gives what
 * moved by itself before anything was pressed.
 */
async function load(eyes: Eyes, place: Place, { on, language, options }: Look): Promise<string[]> {
  const { page } = eyes;
  // A change of nothing but the part behind the # would load nothing anew.
  if (place.address.includes('#')) await page.goto('about:blank');
  await page.goto(`${on.node.url}/app/${place.address}`, { waitUntil: 'commit' });
  await page.locator('h1').waitFor({ state: 'attached' });
  if (place.open === undefined && place.sheet) await page.locator('dialog[open]').waitFor();
  await settled(eyes);
  // On a phone a sheet comes up from below, and grows to what it shows.
  const isGrowing = place.sheet === true && options.isMobile === true;
  const shifts = isGrowing ? [] : await shiftsOf(page);
  if (place.open !== undefined) {
    await place.open(await visit(page, language));
    if (place.sheet) await page.locator('dialog[open]').waitFor();
    await settled(eyes);
  }
  return shifts;
}

/** Until everything that was asked for has come, and what followed from it. */
async function settled({ page, asked }: Eyes): Promise<void> {
  do {
    await expect.poll(() => asked.size, { interval: 10, timeout: 30_000 }).toBe(0);
    await page.waitForFunction(() => document.querySelector('.loading') === null);
    await drawn(page);
  } while (asked.size > 0);
}

/** Until what has come is on the screen, and what follows from it was asked for. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
