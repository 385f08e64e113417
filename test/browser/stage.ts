// A browser for tests of the web app: Debian's Chromium where it is installed, else the one of the
// npm package. Each test gets a fresh profile.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const DEBIAN = '/usr/bin/chromium';

/** Where a browser is that can be started. */
async function browserPath(): Promise<string> {
  if (existsSync(DEBIAN)) return DEBIAN;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** Starts a browser, with more flags than all tests need where one does. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...FLAGS, ...more];
  return chromium.launch({ executablePath: await browserPath(), args, timeout: 60_000 });
}

/** The sizes at which everything is looked at. */
export const sizes = {
  phone: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const satisfies Record<string, BrowserContextOptions>;

/** What goes wrong in a page without anybody seeing it: errors, and what the policy stopped. */
export function complaintsOf(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  return found;
}

/**
 * A page of a fresh profile, signed in by a one-time link. It keeps nothing for a lost connection,
 * so that a test sees what the node says now: who tries that allows service workers.
 */
export async function signedIn(
  browser: Browser,
  link: string,
  options: BrowserContextOptions = sizes.desktop,
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/app/enter'));
  return page;
}
