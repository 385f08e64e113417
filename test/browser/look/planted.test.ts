// Each kind of fault, planted in a page of its own, is seen; and in a page without one nothing is.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cutOf,
  faultsOf,
  lacksOf,
  motionsOf,
  namelessOf,
  shiftsOf,
  slidesOf,
  watchShifts,
} from '../looked-at.ts';
import { openBrowser } from '../stage.ts';
import { walked } from './walked.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

const sound = {
  head: `<title>Almanac</title><style>
    :root { color-scheme: light dark; color: light-dark(#111, #eee) }
    body { background: light-dark(#fff, #111) } button { min-height: 30px }
    :focus-visible { outline: 2px solid } .bare { outline: none !important }
    @keyframes go { to { opacity: 0.9 } } .goes { animation: go 9s infinite }
    .small { display: block; width: 9px; height: 9px; min-height: 0; padding: 0; border: 0 }
    .room { height: 290px }
    .cover { position: fixed; inset: auto 0 0; height: 300px; background: Canvas }</style>`,
  body: `<main><h1>Almanac</h1><p>Who gave what.</p>
    <button>Add</button> <button>Bring</button> <button>Sign</button></main>`,
};

/** The sound page with something planted in it. */
async function opened(body: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 400, height: 600 } });
  const page = await context.newPage();
  await watchShifts(page);
  await page.route('http://page.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en" dir="ltr"><head>${sound.head}</head>
        <body>${sound.body}${body}</body></html>`,
    }),
  );
  await page.goto('http://page.test/');
  return page;
}

const everything = async (page: Page): Promise<string[]> => [
  ...(await lacksOf(page)),
  ...(await shiftsOf(page)),
  ...(await motionsOf(page)),
  ...(await namelessOf(page)),
  ...(await slidesOf(page, 'here')),
  ...(await cutOf(page)),
  ...(await faultsOf(page, { themes: ['light', 'dark'] })),
  ...(await faultsOf(page, { rules: ['target-size'] })),
  ...(await walked(page)),
];

test('in a sound page nothing is found', async () => {
  const page = await opened('');
  expect(await everything(page)).toEqual([]);
  await page.context().close();
});

const FALLING =
  '<script>setTimeout(() => document.querySelector("h1").style.paddingTop = "200px", 50)</script>';

test.each([
  ['a second heading', '<h1>Again</h1>', /^2 headings/],
  [
    'a faint word in light',
    '<p style="color: light-dark(#bbb, #eee)">Faint</p>',
    /^in light, color/,
  ],
  [
    'a faint word in the dark',
    '<p style="color: light-dark(#111, #333)">Faint</p>',
    /^in dark, color/,
  ],
  [
    'a button without a name',
    '<button><svg aria-hidden="true" width="9" height="9"/></button>',
    /^in light, button-name/,
  ],
  [
    'a picture without words',
    '<svg width="40" height="40"><rect width="40" height="40"/></svg>',
    /^says nothing: <svg/,
  ],
  ['a field without a label', '<input />', /^in light, label/],
  ['what is wider than the page', '<div style="width: 900px">Wide</div>', /^scrolls sideways by/],
  ['text that is cut off', '<p style="overflow: hidden; height: 8px">Cut</p>', /^P\..*Cut/],
  ['what moves on and on', '<p class="goes">Goes</p>', /^goes$/],
  [
    'small targets beside each other',
    '<button class="small">i</button><button class="small">j</button>',
    /^target-size/,
  ],
  ['a control without a ring', '<button class="bare">Bare</button>', /^no ring around/],
  [
    'a control that is covered',
    '<div class="cover"></div><div class="room"></div><button>Under</button>',
    /^hidden while it has the focus/,
  ],
  ['a control that no key reaches', '<button onfocus="this.blur()">Away</button>', /^not reached/],
  [
    'an order that jumps',
    '<button tabindex="2">B</button><button tabindex="1">A</button><button tabindex="3">C</button>',
    /^an order that jumps/,
  ],
])('%s is found', async (_, body, fault) => {
  const page = await opened(body);
  expect(await everything(page)).toContainEqual(expect.stringMatching(fault));
  await page.context().close();
});

test('what is pushed down by what comes later is found', async () => {
  const page = await opened(FALLING);
  await page.waitForFunction(
    () => (window as unknown as { shifts: { sum: number } }).shifts.sum > 0,
  );
  expect(await shiftsOf(page)).toContainEqual(expect.stringMatching(/^moves by 0\.\d+: /));
  await page.context().close();
});
