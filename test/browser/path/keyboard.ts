// A page as somebody uses it who has no pointer.

import type { Locator, Page } from 'playwright-core';

/** Goes to something by the Tab key alone. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ timeout: 30_000 });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target.toString()}.`);
}

/** Goes to a button or a link, and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field, and types in place of what stands there. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Goes to a group of choices, and by the arrow keys to one of them. */
export async function pick(page: Page, group: Locator, choice: Locator): Promise<void> {
  await reach(page, group.locator('input:checked'));
  for (let presses = 0; presses < 8; presses += 1) {
    if (await choice.isChecked()) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`The arrow keys do not lead to ${choice.toString()}.`);
}

/** A button by its name. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** A link by its name. */
export const link = (page: Page, name: string): Locator =>
  page.getByRole('link', { name, exact: true });
