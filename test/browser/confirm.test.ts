import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giving, people, RELEASE, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf, sidewaysOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;
const { programmer } = people;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

/** Drafts of the programmer's, as an import leaves them. */
async function draft(id: string, what: string, quantity: string): Promise<void> {
  const more = { what, quantity, classification: 'MA000065/6', draft: true };
  const { body } = giving(programmer.id, id, more);
  await node.client.contributions.add(body as Parameters<typeof node.client.contributions.add>[0], {
    id,
    by: programmer.id,
  });
}

test('on a phone: values follow what is typed; a wrong line goes back; the rest is signed', async () => {
  await draft('con_calendar', 'Leap years', '10');
  await draft('con_import', 'Old import', '4');
  await draft('con_wrong', 'Somebody else’s evening', '3');
  const page = await signedIn(browser, await node.link(programmer.id), sizes.phone);
  const complaints = complaintsOf(page);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}/confirm`);
  const line = (what: string) => page.getByRole('listitem').filter({ hasText: what });
  await line('Leap years')
    .getByText('10 h × A$37.97 × 1.5, and never more than that; nothing, if nobody pays')
    .waitFor();
  await line('Leap years').getByText('A$569.55').waitFor();
  await line('Leap years').getByRole('textbox').fill('12');
  await line('Leap years').getByText('A$683.46').waitFor();
  await line('Old import').getByRole('textbox').fill('0');
  await line('Old import').getByText('is not more than zero').waitFor();
  await line('Old import').getByRole('textbox').fill('4');
  await line('Old import').getByText('A$227.82').waitFor();
  await line('Leap years').getByRole('button', { name: 'How it is worked out' }).click();
  await line('Leap years').getByText('MA000065', { exact: false }).first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);

  const wrong = line('Somebody else’s evening');
  await wrong.getByRole('button', { name: 'Say what is wrong' }).click();
  await wrong.getByRole('button', { name: 'Take it back with this reason' }).click();
  await wrong.getByText('Say in a few words what is wrong.').waitFor();
  await wrong.getByLabel('What is wrong with it').fill('That evening was Noor’s.');
  await wrong.getByRole('button', { name: 'Take it back with this reason' }).click();
  await wrong.waitFor({ state: 'detached' });
  await page.getByText('2 lines together').waitFor();
  await page.getByText('A$911.28').waitFor();

  // Whoever has signed and leaves everything out has nothing to do here.
  for (const what of ['Leap years', 'Old import']) {
    await line(what).getByRole('button', { name: 'Leave it out' }).click();
  }
  await page.getByText('Every line is left out').waitFor();
  expect(await page.getByRole('button', { name: /^(Sign|Confirm)/ }).count()).toBe(0);
  for (const what of ['Leap years', 'Old import']) {
    await line(what)
      .getByRole('button', { name: /Take it in/ })
      .click();
  }
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.waitForURL(`**/works/${WORK}`);

  const shown = (id: string) => node.client.contributions.show(id);
  expect(await shown('con_calendar')).toMatchObject({ status: 'submitted', quantity: '12' });
  expect(await shown('con_import')).toMatchObject({ status: 'submitted', quantity: '4' });
  expect(await shown('con_wrong')).toMatchObject({
    status: 'withdrawn',
    ended: { name: programmer.name, reason: 'That evening was Noor’s.' },
  });
  // What the page saw of the refused quantity of nothing is no fault of its own.
  expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
  await page.context().close();
});

const OWN_WORK = 'work_own';
const OWN_RELEASE = 'rel_own';

/** A work at rates of each one's own, which two people have not signed yet. */
async function ownRates(): Promise<void> {
  const { client, owner } = node;
  await client.works.add(
    { title: 'Seed Exchange', kind: 'software', currency: 'AUD', release: OWN_RELEASE },
    { id: OWN_WORK },
  );
  const drafted = await client.agreements.draft(
    { work: OWN_WORK, release: OWN_RELEASE, preset: 'rates', terms: {} },
    { id: 'agr_own' },
  );
  const { termsHash, textHash } = drafted;
  await client.agreements.sign({ agreement: drafted.id, termsHash, textHash }, { by: owner });
}

/** Drafts of somebody who is not in the books yet, as an import leaves them. */
async function bringNoor(): Promise<void> {
  const identity = 'ab'.repeat(32);
  const line = {
    author: identity,
    kind: 'knowledge-work',
    unit: 'h',
    evidence: [],
    estimate: true,
    contentHash: 'b1',
  };
  await node.client.contributions.import({
    work: OWN_WORK,
    release: OWN_RELEASE,
    format: 'git',
    source: 'seeds',
    authors: [{ id: NOOR, identity, name: 'Noor' }],
    lines: [
      { ...line, ...on(4), id: 'con_own', key: 'git:1', what: 'Code', quantity: '2' },
      { ...line, ...on(5), id: 'con_long', key: 'git:2', what: 'Night', quantity: '9' },
    ],
  });
}

const NOOR = 'agent_noor';
const on = (day: number) => ({ from: `2026-05-0${day}`, to: `2026-05-0${day}` });

/** A phone that has come by an invitation, and joined. */
async function joined(unclaimed?: string): Promise<Page> {
  const code = node.client.invitations.newCode();
  const expiresAt = '2026-06-08T09:00:00.000Z';
  const whose = unclaimed === undefined ? {} : { unclaimed };
  await node.client.invitations.make({
    code,
    work: OWN_WORK,
    role: 'signatory',
    expiresAt,
    ...whose,
  });
  const options = { locale: 'en-GB', serviceWorkers: 'block', ...sizes.phone } as const;
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(60_000);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/join#${code}`);
  await page.getByText('Willow Street').waitFor();
  await page.getByText('Works once, until 8 Jun 2026').waitFor();
  await page.getByLabel('Your name').fill(unclaimed === undefined ? 'Bo' : 'Noor');
  await page.getByLabel('Where you live').selectOption({ label: 'New Zealand' });
  await page.getByRole('button', { name: 'Make my key and go on' }).click();
  await page.waitForURL(`**/works/${OWN_WORK}/confirm`);
  return page;
}

const signatures = async (): Promise<number> =>
  (await node.client.record.entries({ limit: 1000 })).items.filter(
    ({ type }) => type === 'agreement.signed',
  ).length;

test('where rates are agreed: one’s own is asked for; what is refused leaves the rest as done', async () => {
  await ownRates();
  await bringNoor();
  const page = await joined(NOOR);
  const line = (what: string) => page.getByRole('listitem').filter({ hasText: what });
  await line('Code').getByText('Say what your hour is worth').waitFor();
  await page.getByText('An hour is worth the rate that its giver').waitFor();
  await page.getByText('by itself and for good').waitFor();
  expect(await page.getByRole('navigation').isVisible()).toBe(false);

  // Nothing is signed as long as a line has no value.
  const before = await signatures();
  await page.getByRole('button', { name: 'Confirm and sign' }).click();
  await page.getByText('Nothing is signed or confirmed yet.').waitFor();
  await page.getByText('“Code” was not confirmed:').waitFor();
  expect(await signatures()).toBe(before);

  await page.getByLabel('Your hour, A$').fill('80');
  await line('Code').getByText('A$240.00').waitFor();
  await line('Night').getByRole('textbox').fill('30');
  await line('Night').getByText('A$3,600.00').waitFor();
  await page.getByRole('button', { name: 'Confirm and sign' }).click();
  await page.getByText('You have signed the agreement. Not everything is confirmed.').waitFor();
  await page.getByText('“Night” was not confirmed:').waitFor();
  await page.getByText('1 other line is confirmed and waits for review.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
  await line('Code').waitFor({ state: 'detached' });

  // A second press signs nothing twice.
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByText('Not everything is confirmed.', { exact: true }).waitFor();
  expect(await signatures()).toBe(before + 1);
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await page.waitForURL(`**/works/${OWN_WORK}`);
  expect(await signatures()).toBe(before + 1);
  expect(await node.client.contributions.show('con_own')).toMatchObject({
    status: 'submitted',
    rate: { amount: '80', currency: 'AUD' },
  });
  expect(await node.client.contributions.show('con_long')).toMatchObject({ status: 'draft' });

  // The next line begins with that rate; those who review it see that it is a proposal.
  await page.goto(`${node.url}/app/works/${OWN_WORK}/add`);
  const hour = page.getByLabel('Your hour, A$');
  await expect.poll(() => hour.inputValue(), { timeout: 60_000 }).toBe('80');
  await page.getByRole('button', { name: '2 h', exact: true }).click();
  await page.getByText('2 h cost A$160.00').waitFor();
  await page.goto(`${node.url}/app/works/${OWN_WORK}?explain=contribution:con_long`);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  const sheet = page.getByRole('dialog');
  const inSheet = sheet.getByLabel('Your hour, A$');
  await expect.poll(() => inSheet.inputValue(), { timeout: 60_000 }).toBe('80');
  await page.context().close();

  const owner = await signedIn(browser, await node.link(), sizes.desktop);
  await owner.goto(`${node.url}/app/works/${OWN_WORK}?explain=contribution:con_own`);
  await owner.getByText('A$80 an hour is Noor’s proposal').waitFor();
  await owner.context().close();
});

test('whoever gave nothing signs, and is told that alone', async () => {
  const page = await joined();
  await page.getByRole('heading', { name: 'What you sign for Seed Exchange' }).waitFor();
  const lines = page.locator('.confirm-agreement ol > li');
  await lines.filter({ hasText: 'Whoever uses it before it opens pays by a quote.' }).waitFor();
  expect(await lines.count()).toBe(4);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.waitForURL(`**/works/${OWN_WORK}`);
  await page.getByText('You have signed the agreement.', { exact: true }).waitFor();
  expect(await page.getByText('What you gave').count()).toBe(0);
  // A draft of somebody else is neither shown nor counted.
  await page.getByText('Contributions 1').waitFor();
  await page.context().close();
});

test('a change of the agreement is pointed to, and not signed along with hours', async () => {
  const { client, owner } = node;
  await draft('con_late', 'Late hours', '2');
  const body = { work: WORK, release: RELEASE, preset: 'award', terms: { return: '1.6' } } as const;
  const { id, termsHash, textHash } = await client.agreements.draft(body, { id: 'agr_more' });
  const page = await signedIn(browser, await node.link(programmer.id), sizes.phone);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  const address = `${node.url}/app/works/${WORK}/confirm`;
  await page.goto(address);
  const doIt = page.getByRole('button', { name: 'Confirm', exact: true });
  await doIt.waitFor();
  const waits = page.getByText('Version 2 of the agreement waits for you to read and sign.');
  expect(await waits.count(), 'a draft that nobody has signed').toBe(0);

  await client.agreements.sign({ agreement: id, termsHash, textHash }, { by: owner });
  await page.goto(address);
  await waits.waitFor();
  await doIt.click();
  await page.waitForURL(`**/works/${WORK}`);
  expect(await client.contributions.show('con_late')).toMatchObject({ status: 'submitted' });
  const { signed } = await client.agreements.show(id);
  expect(signed.map(({ agent }) => agent)).toEqual([owner]);
  await page.goto(address);
  await page.getByRole('link', { name: 'See what changes' }).click();
  await page.getByRole('heading', { name: 'Version 2' }).waitFor();
  await page.context().close();
});

test('an address of this computer alone is drawn for no phone; the command that helps is shown', async () => {
  const page = await signedIn(browser, await node.link(), sizes.phone);
  await page.clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}/invite`);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByText('known to this computer only').waitFor();
  const { port } = new URL(node.url);
  const command = `npm start -- --host 0.0.0.0 --port ${port} --data ${node.dataDir}`;
  await page.getByText(command, { exact: true }).waitFor();
  expect(await page.locator('.qr').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(await sidewaysOf(page)).toBe(0);
  await page.context().close();
});
