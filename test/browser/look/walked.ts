import type { CDPSession, Page } from 'playwright-core';

/** A control that had the focus. */
interface Passed {
  readonly index: number;
  readonly isSeen: boolean;
  readonly isCovered: boolean;
}

/** A walk, as the page itself keeps it. */
interface Walk {
  readonly passed: Passed[];
  /** It has come back to a control that it was at. */
  isRound: boolean;
  note(): void;
}

/** Walks through a page by the Tab key; gives what is passed over, out of order or not seen. */
export async function walked(page: Page): Promise<string[]> {
  const all = await page.evaluate(setOut);
  const wire = await page.context().newCDPSession(page);
  let walk: Pick<Walk, 'passed' | 'isRound'> = { passed: [], isRound: false };
  // A field for a day has a stop for each part of it.
  for (let presses = 0; presses < 2 * all.length + 8 && !walk.isRound; presses += AT_ONCE) {
    await pressTab(wire);
    walk = await page.evaluate(comeThisFar);
  }
  await wire.detach();
  return faultsIn(walk.passed, all);
}

function faultsIn(passed: readonly Passed[], all: readonly string[]): string[] {
  const order = passed.map(({ index }) => index);
  const turns = order.filter((index, at) => at > 0 && index < (order[at - 1] ?? 0)).length;
  return [
    ...passed.filter(({ isSeen }) => !isSeen).map(({ index }) => `no ring around ${all[index]}`),
    ...passed
      .filter(({ isCovered }) => isCovered)
      .map(({ index }) => `hidden while it has the focus: ${all[index]}`),
    ...all.filter((_, index) => !order.includes(index)).map((stop) => `not reached: ${stop}`),
    ...(turns > 1 ? [`an order that jumps: ${order.join(' ')}`] : []),
  ];
}

/** How often the key is pressed before it is asked how far that led. */
const AT_ONCE = 16;

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/** Presses follow each other as the page takes them, without a way back to here after each. */
async function pressTab(wire: CDPSession): Promise<void> {
  const keys = Array.from({ length: AT_ONCE }, () => [
    wire.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
    wire.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
  ]);
  await Promise.all(keys.flat());
}

/** In the page: numbers what can have the focus, and notes at each key where the last one led. */
function setOut(): string[] {
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
  const isRinged = (part: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const isCovered = (element: HTMLElement): boolean => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    // Hidden is what is hidden whole (WCAG 2.4.11).
    return [0.1, 0.5, 0.9].every((part) => {
      const x = Math.min(Math.max(box.left + box.width * part, 0), innerWidth - 1);
      const there = document.elementFromPoint(x, box.top + box.height * part);
      return there === null || (!element.contains(there) && !there.contains(element));
    });
  };
  const walk: Walk = {
    passed: [],
    isRound: false,
    note: () => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element.dataset.stop === undefined) return;
      const index = Number(element.dataset.stop);
      if (walk.isRound || walk.passed.at(-1)?.index === index) return;
      walk.isRound = walk.passed.some((one) => one.index === index);
      if (walk.isRound) return;
      const beside = element.nextElementSibling;
      const isSeen = isRinged(element) || (beside !== null && isRinged(beside));
      walk.passed.push({ index, isSeen, isCovered: isCovered(element) });
    },
  };
  Object.assign(window, { walk });
  addEventListener('keydown', () => walk.note(), { capture: true });
  return stops.map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** In the page: where it has led by now. */
function comeThisFar(): Pick<Walk, 'passed' | 'isRound'> {
  const { walk } = window as unknown as { walk: Walk };
  walk.note();
  return { passed: walk.passed, isRound: walk.isRound };
}
