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

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

type Theme = 'light' | 'dark';

/** What is looked at: by which rules, all of the standard by default; which part of the page. */
interface Narrowed {
  readonly rules?: readonly string[] | undefined;
  readonly within?: string | undefined;
  /**
   * One after the other, in the page as it stands; without any, the one that is shown. All rules in
   * the first; in another, those that colours can break: the rest would be found again.
   */
  readonly themes?: readonly Theme[];
}

/** What axe finds against WCAG 2.2 AA, or against some of its rules. */
export async function faultsOf(page: Page, narrowed: Narrowed = {}): Promise<string[]> {
  if (narrowed.themes === undefined) return faultsNow(page, narrowed);
  const found: string[] = [];
  for (const [index, colorScheme] of narrowed.themes.entries()) {
    await page.emulateMedia({ colorScheme });
    const faults = await faultsNow(page, index === 0 ? narrowed : { ...narrowed, ...OF_COLOURS });
    found.push(...faults.map((fault) => `in ${colorScheme}, ${fault}`));
  }
  return found;
}

/** The rules that a theme can break. */
const OF_COLOURS = { rules: ['color-contrast', 'link-in-text-block'] } as const;

/** In place of axe's own text, once it is in the page. */
const THERE = 'void 0';

async function faultsNow(page: Page, { rules, within }: Narrowed): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // A second page for the last step would find the same, and costs half of the time.
  let axe = new AxeBuilder({ page, ...(isThere && { axeSource: THERE }) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  if (within !== undefined) axe = axe.include(within);
  axe = rules === undefined ? axe.withTags(STANDARD) : axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Pictures and buttons of one drawing that say nothing to who does not see them. */
export const namelessOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSaid = (element: Element): boolean =>
      (element.getAttribute('aria-label') ?? element.textContent).trim() !== '';
    const pictures = [...document.querySelectorAll('svg, canvas, img:not([alt])')].filter(
      (picture) =>
        picture.closest('[aria-hidden="true"]') === null &&
        !(picture.getAttribute('role') === 'img' && isSaid(picture)),
    );
    const buttons = [...document.querySelectorAll('button, a[href]')].filter(
      (button) => !isSaid(button) && button.querySelector('img[alt]') === null,
    );
    return [...pictures, ...buttons].map(
      ({ outerHTML }) => `says nothing: ${outerHTML.slice(0, 120)}`,
    );
  });

/** By how many pixels the page can be scrolled sideways. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** The same as a fault, where there is one. */
export async function slidesOf(page: Page, how: string): Promise<string[]> {
  const by = await sidewaysOf(page);
  return by > 0 ? [`scrolls sideways by ${by} px ${how}`] : [];
}

/** What a page lacks of what every page has: a heading, a title, a main part, a language. */
export const lacksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const count = (selector: string): number => document.querySelectorAll(selector).length;
    const { lang, dir } = document.documentElement;
    const turning = /[\u202a-\u202e\u2066-\u2069]/g;
    const written = document.querySelector('h1')?.textContent.trim() ?? '';
    const heading = written.replaceAll(turning, '');
    if (count('h1') !== 1) found.push(`${count('h1')} headings of the first level`);
    if (heading === '' || !document.title.startsWith(heading))
      found.push(`the title "${document.title}" for the heading "${heading}"`);
    if (count('main') !== 1) found.push(`${count('main')} main parts`);
    if (count('nav a') > 0 && count('a[href="#content"]') !== 1)
      found.push('no way past the rooms');
    if (count('.shell-nav [aria-current]') > 1) found.push('several rooms at once');
    if (dir !== (lang === 'ar' ? 'rtl' : 'ltr')) found.push(`the direction ${dir} for ${lang}`);
    return found;
  });

/** Counts from now on what moves by itself while a page is being drawn. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { sum: 0, what: [] as string[] };
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources?: { node?: Node | null }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        seen.sum += entry.value;
        for (const { node } of entry.sources ?? []) {
          const element = node instanceof Element ? node : node?.parentElement;
          const { tagName = 'gone', textContent = '' } = element ?? {};
          const what = `${tagName}.${element?.getAttribute('class') ?? ''}`;
          seen.what.push(`moves by ${entry.value.toFixed(4)}: ${what} ${textContent.slice(0, 40)}`);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The most that a page may move by itself: a tenth of what is commonly called good. */
const SHIFT_MOST = 0.01;

/** What has moved by itself since the page was opened, by so much that one sees it. */
export const shiftsOf = (page: Page): Promise<string[]> =>
  page.evaluate((most) => {
    const { shifts } = window as unknown as { shifts: { sum: number; what: string[] } };
    return shifts.sum < most ? [] : shifts.what;
  }, SHIFT_MOST);

/** What moves although the reader asked for no motion. */
export const motionsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.className ?? ''),
  );

/** The spacing of text that WCAG 1.4.12 asks a page to bear; `false` takes it away again. */
export const spaceOut = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((wide) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important }' +
        '* { word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = wide ? [sheet] : [];
  }, on);

/** Text that is cut off: it is larger than a box that neither scrolls nor shows what is over. */
export const cutOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const isHidden = (value: string): boolean => value === 'hidden' || value === 'clip';
        if (element.closest('svg, [aria-hidden="true"]') !== null) return false;
        // Words for a screen reader alone.
        if (style.clipPath !== 'none') return false;
        // A name of many lines, of which some are shown: all of it can be asked for.
        if (style.webkitLineClamp !== 'none' && element.closest('[title]') !== null) return false;
        const isCut =
          (isHidden(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (isHidden(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
        return isCut && element.clientHeight > 0 && style.textOverflow !== 'ellipsis';
      })
      .map(
        (element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`,
      ),
  );

/** What is held over the page at its edges and leaves less than 70 % of it to be seen. */
export const heldOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isHeld = (element: Element): boolean =>
      ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    const bars = [...document.querySelectorAll('body *')]
      .filter((element) => element.closest('dialog') === null && isHeld(element))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      // A column at the side holds nothing from being seen.
      .filter(({ box }) => box.height > 0 && box.width > innerWidth / 2 && box.bottom > 0);
    const seen = bars.filter(({ box }) => box.top < innerHeight && box.bottom <= innerHeight + 1);
    const held = seen.reduce((sum, { box }) => sum + box.height, 0);
    if (held <= innerHeight * 0.3) return [];
    const names = seen.map(({ element }) => element.className).join(', ');
    return [`${Math.round(held)} of ${innerHeight} px are held by ${names}`];
  });

const ENGLISH = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 });

/** An amount as a page in English writes it: Intl takes the decimal string as it is. */
export const inEnglish = (amount: string): string => ENGLISH.format(amount as `${number}`);
