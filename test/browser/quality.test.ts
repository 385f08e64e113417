// Every room is looked at in `look`; here is what people do in the room of a work, by keyboard and
// in a second window.

import { describe, expect, test } from 'vitest';
import { WORK } from '../almanac.ts';
import { furnishedNode } from './furnished.ts';
import { signedIn } from './stage.ts';
import { staged } from './staged.ts';

const on = staged(furnishedNode);

describe('the room of a work', () => {
  test('a figure opens its workings by keyboard, and gives the focus back', async () => {
    const page = await signedIn(on.browser, await on.node.link());
    await page.goto(`${on.node.url}/app/works/${WORK}`);
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
    const page = await signedIn(on.browser, await on.node.link());
    await page.goto(`${on.node.url}/app/works/${WORK}`);
    await page.getByText('Up to date').waitFor();
    await on.node.client.payments.receive({
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
