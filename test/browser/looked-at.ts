// How every page is looked at: in which sizes, themes and languages, and what counts as a fault.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { sizes } from './stage.ts';

export const looks = [
  { name: 'a desktop in light', options: sizes.desktop },
  { name: 'a desktop in dark', options: { ...sizes.desktop, colorScheme: 'dark' } },
  { name: 'a phone in Arabic', options: { ...sizes.phone, locale: 'ar' } },
  {
    name: 'a phone in German, dark',
    options: { ...sizes.phone, locale: 'de', colorScheme: 'dark' },
  },
] as const;

/** What axe finds against WCAG 2.2 AA. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** By how many pixels the page can be scrolled sideways. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
