import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../../almanac.ts';
import { almanacNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';
import { faultsOf } from '../looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from '../stage.ts';

// The record, checked by a browser itself; and what it says where somebody has tampered with it.

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

interface Entry {
  readonly seq: number;
  readonly type: string;
  readonly recordedAt: string;
}

/** Somebody at the record; what the node answers reaches the page without a service worker. */
async function atRecord(agent?: string): Promise<Page> {
  const options = { ...sizes.desktop, serviceWorkers: 'block' } as const;
  const page = await signedIn(browser, await node.link(agent), options);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/record`);
  await page.getByText('The checkpoint carries the signature of the node.').waitFor();
  return page;
}

/** Changes each entry of a list on its way to the page. */
const changing = (change: (entry: Entry) => object) => async (route: Route) => {
  const response = await route.fetch();
  const list = (await response.json()) as { items: Entry[] };
  await route.fulfill({ response, json: { ...list, items: list.items.map(change) } });
};

const verify = (page: Page) => page.getByRole('button', { name: 'Verify here' }).click();

describe('the record in a browser', () => {
  test('is worked out there, entry by entry, and each act down to its signature', async () => {
    const page = await atRecord();
    const complaints = complaintsOf(page);
    await page.getByText('This browser sees the record for the first time.').waitFor();
    await verify(page);
    await page.getByText('The root worked out here is the one that was signed.').waitFor();
    const { size } = { size: (await node.client.record.entries({ limit: 1000 })).items.length };
    await page.getByText(`All ${size} entries hold`).waitFor();
    await page.getByLabel('What happened').selectOption('contribution.accepted');
    await page
      .getByRole('link', { name: /^Look at entry \d+: Work was accepted$/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('The leaf leads up to the signed root').waitFor();
    expect(await sheet.getByText('Holds', { exact: true }).count()).toBe(4);
    await sheet.getByText(/^from entry \d+$/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('stops when it is told to, and goes on with what was there before', async () => {
    const page = await atRecord();
    // The entries never come.
    await page.context().route('**/record/entries?limit=250&acts=true', () => {});
    await verify(page);
    await page.getByText('0 of ').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Verify here' }).waitFor();
    await page.context().close();
  });

  test('is found out where an entry was changed, by the name of the entry', async () => {
    const page = await atRecord();
    const entries = '**/record/entries?*';
    const later = (entry: Entry) =>
      entry.seq === 7 ? { ...entry, recordedAt: '2026-01-01T00:00:00.000Z' } : entry;
    await page.context().route(entries, changing(later));
    await verify(page);
    await page.getByRole('heading', { name: 'Entry 7 was changed.' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the evidence' }).click();
    expect((await saved).suggestedFilename()).toBe('record-evidence.json');
    await page.context().unroute(entries);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Verify here' }).waitFor();
    await page.context().close();
  });

  test('is found out where its past was rewritten since this browser saw it', async () => {
    const page = await atRecord();
    await verify(page);
    await page.getByText('The root worked out here is the one that was signed.').waitFor();
    // Another record under the same key: one entry less, and another instead.
    const proofs = '**/record/proofs/consistency?*';
    await page.context().route(proofs, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { proof: string[] };
      const proof = answer.proof.map((hash) => hash.replaceAll(/[0-7]/g, 'a'));
      await route.fulfill({ response, json: { ...answer, proof } });
    });
    await node.client.payments.receive({
      work: WORK,
      amount: { amount: '10.00', currency: 'AUD' },
      payer: { name: 'Wattle Council' },
    });
    await page.getByRole('heading', { name: 'The past of this record was rewritten.' }).waitFor();
    await page.getByText(/^On .* this browser saw \d+ entries under a signature/).waitFor();
    await page.getByText('Keep the evidence, sign nothing here').waitFor();
    // What it saw before is not overwritten by a lie.
    await page.reload();
    await page.getByRole('heading', { name: 'The past of this record was rewritten.' }).waitFor();
    await page.context().unroute(proofs);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('What this browser saw before still stands.').waitFor();
    await page.context().close();
  });

  test('shows a member what they signed, and that the past still stands', async () => {
    const page = await atRecord(people.designer.id);
    await page.getByText('Each act that you signed can be checked here').waitFor();
    await page
      .getByRole('link', { name: /Work was handed in$/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('The leaf leads up to the signed root').waitFor();
    expect(await sheet.getByText('Holds', { exact: true }).count()).toBe(4);
    await page.context().close();
  });
});
