import type { Browser, Page } from 'playwright-core';
import { almanacNode } from '../test/browser/almanac-node.ts';
import type { AlmanacNode } from '../test/browser/almanac-node.ts';
import { fill, MANY } from '../test/browser/many-rows.ts';
import { buildApp } from '../test/browser/built.ts';
import { openBrowser, signedIn } from '../test/browser/stage.ts';
import { WORK } from '../test/almanac.ts';
import type { BenchResult } from './result.ts';
import { startHello, startTall } from './setting/hello.ts';

/** What a first page may weigh, in thousands of bytes of gzipped JavaScript. */
const AIM_KB = 170;

const ROW_PIXELS = 41;

/**
 * Measures the web app in a real browser: what a first page weighs, when it is painted and can be
 * used, beside the least app of the same making; and the frames of a list of 100,000 rows, beside
 * a page as high with nothing in it. Skipped where there is no browser.
 */
export async function benchWeb(runs = 7): Promise<BenchResult[]> {
  let browser: Browser;
  try {
    browser = await openBrowser();
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : undefined;
    const note = `no browser: ${why ?? 'it does not start'}`;
    return ['first page, JavaScript', 'first page to use', '100,000 rows, frames'].map((name) =>
      skipped(name, note),
    );
  }
  buildApp();
  const node = await almanacNode();
  try {
    const page = await signedIn(browser, await node.link());
    const paints = await paintResults(page, node, runs);
    fill(node.dataDir);
    return [...paints, ...(await scrollResults(page, node))];
  } finally {
    await browser.close();
    await node.stop();
  }
}

const skipped = (name: string, note: string): BenchResult => ({
  name,
  ours: 0,
  peer: null,
  ratio: null,
  aim: null,
  unit: '',
  note,
  skipped: true,
});

/** What was seen of one load of a page, milliseconds from its start; shift has no unit. */
interface Load {
  readonly usable: number;
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  readonly scriptKb: number;
}

async function paintResults(page: Page, node: AlmanacNode, runs: number): Promise<BenchResult[]> {
  const hello = await startHello();
  const places = {
    first: { url: `${node.url}/app/`, ready: 'main h1' },
    work: { url: `${node.url}/app/works/${WORK}`, ready: 'main table' },
    hello: { url: hello.url, ready: 'main h1' },
  };
  const loads: Record<keyof typeof places, Load[]> = { first: [], work: [], hello: [] };
  try {
    // In turn, so that a busy machine slows all of them.
    for (let run = 0; run < runs; run += 1) {
      for (const name of ['first', 'work', 'hello'] as const) {
        loads[name].push(await loaded(page, places[name]));
      }
    }
  } finally {
    await hello.stop();
  }
  const { first, work } = loads;
  const beside = (name: string, of: readonly Load[], key: 'usable' | 'first' | 'largest') =>
    besideHello(name, median(of, key), median(loads.hello, key));
  return [
    weight('first page, JavaScript', median(first, 'scriptKb'), { most: AIM_KB }),
    beside('first page, first paint', first, 'first'),
    beside('first page, largest paint', first, 'largest'),
    beside('first page to use', first, 'usable'),
    beside('room of a work, largest paint', work, 'largest'),
    beside('room of a work to use', work, 'usable'),
    stillness('first page, layout shift', Math.max(...first.map(({ shift }) => shift))),
    stillness('room of a work, layout shift', Math.max(...work.map(({ shift }) => shift))),
  ];
}

function median(loads: readonly Load[], key: keyof Load): number {
  const sorted = loads.map((load) => load[key]).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const besideHello = (name: string, ours: number, peer: number): BenchResult => ({
  name,
  ours,
  peer,
  ratio: ours / peer,
  aim: null,
  unit: 'ms',
  note: 'nothing cached; beside React that says one word, built by the same Vite; for comparison',
});

const weight = (name: string, ours: number, aim: BenchResult['aim']): BenchResult => ({
  name,
  ours,
  peer: null,
  ratio: null,
  aim,
  unit: 'kB',
  note: 'all scripts that the browser fetched until the page could be used, as they came',
});

const stillness = (name: string, ours: number): BenchResult => ({
  name,
  ours,
  peer: null,
  ratio: null,
  aim: { most: 0.01 },
  unit: '',
  note: 'the most of several loads, as Chromium counts it',
});

async function loaded(
  page: Page,
  { url, ready }: { readonly url: string; readonly ready: string },
): Promise<Load> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  await cdp.send('Network.setBypassServiceWorker', { bypass: true });
  const scripts = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  // The bodies as they came; what the protocol says of a whole answer counts its headers too.
  cdp.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page
    .locator(ready)
    .first()
    .waitFor()
    .then(() => page.evaluate(() => performance.now()));
  const scriptKb = bytes / 1000;
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(
    () =>
      new Promise<{ first: number; largest: number; shift: number }>((resolve) => {
        const found = { first: 0, largest: 0, shift: 0 };
        found.first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        new PerformanceObserver((list) => {
          found.largest = list.getEntries().at(-1)?.startTime ?? 0;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            found.shift += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(found), 200);
      }),
  );
  await cdp.detach();
  return { usable, scriptKb, ...seen };
}

/** How a long list is scrolled, pixels a frame: as one reads, and flung, faster than one reads. */
const paces = { read: 120, flung: 600 };

/** Scrolls through a long page, and times the frames. */
async function scrollResults(page: Page, node: AlmanacNode): Promise<BenchResult[]> {
  const tall = await startTall(MANY * ROW_PIXELS);
  const results: BenchResult[] = [];
  try {
    for (const [pace, pixels] of Object.entries(paces)) {
      await page.goto(`${node.url}/app/works/${WORK}`);
      await page.locator('main tr[aria-rowindex="2"]').waitFor();
      const ours = await frameTime(page, pixels);
      await page.goto(tall.url);
      const peer = await frameTime(page, pixels);
      results.push({
        name: `100,000 rows ${pace}, a frame of ${pixels} pixels`,
        ours,
        peer,
        ratio: ours / peer,
        aim: { most: 2 },
        unit: 'ms',
        note: '95 of 100 frames take no longer; beside a page as high with nothing in it',
      });
    }
  } finally {
    await tall.stop();
  }
  return results;
}

const frameTime = (page: Page, pixels: number): Promise<number> =>
  page.evaluate(async (step) => {
    const times: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 240; frame += 1) {
      window.scrollBy(0, step);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
  }, pixels);
