import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, WORK } from '../almanac.ts';
import { almanacNode, emptyNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

// What is shown to whom a door does not open: what happened, and what to do.

let node: AlmanacNode;
let other: AlmanacNode;
let browser: Browser;
/** The clock of the other node. */
let now = new Date('2026-06-01T09:00:00Z');

beforeAll(async () => {
  [node, other, browser] = await Promise.all([
    almanacNode(),
    emptyNode({ node: 'Elsewhere', owner: 'Ben' }, () => now),
    openBrowser(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
  await other?.stop();
});

const newPage = async (options = {}): Promise<Page> =>
  (
    await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...sizes.phone,
      ...options,
    })
  ).newPage();

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

describe('a link', () => {
  test('that was used, is of another node, or is not whole, says so calmly', async () => {
    const page = await newPage();
    const complaints = complaintsOf(page);
    const link = await node.link();
    await page.goto(link);
    await page.waitForURL('**/app/');
    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(link);
    await heading(page, 'This link has been used.').waitFor();
    await page.getByText('If that was you').waitFor();
    await page.getByText('link-used').waitFor();
    expect(new URL(page.url()).hash, 'the code does not stay in the address').toBe('');
    await page.getByRole('button', { name: 'Come in with a passkey' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`${node.url}/app/enter#${new URL(await other.link()).hash.slice(1)}`);
    await heading(page, 'This node does not know this link.').waitFor();
    await page.goto('about:blank');
    await page.goto(`${node.url}/app/enter`);
    await heading(page, 'This link is not whole.').waitFor();
    // The answers that refuse are told in the console by the browser itself.
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    await page.context().close();
  });

  test('that has expired, or an invitation that has, says until when it held', async () => {
    const link = await other.link();
    const { id: work } = await other.client.works.add({
      title: 'Kite',
      kind: 'text',
      currency: 'AUD',
    });
    const code = other.client.invitations.newCode();
    const expiresAt = '2026-06-02T09:00:00Z';
    await other.client.invitations.make({ code, work, role: 'payer', expiresAt });
    now = new Date('2026-06-03T09:00:00Z');
    const page = await newPage({ timezoneId: 'UTC' });
    await page.goto(link);
    await heading(page, 'This link has expired.').waitFor();
    await page.getByText('It could be used until 1 Jun 2026, 09:30.').waitFor();
    await page.goto('about:blank');
    await page.goto(`${other.url}/app/join#${code}`);
    await heading(page, 'This invitation has expired.').waitFor();
    await page.getByText('It could be used until 2 Jun 2026, 09:00.').waitFor();
    await page.getByText('Ask whoever sent it for a new one.').waitFor();
    now = new Date('2026-06-01T09:00:00Z');
    await page.context().close();
  });

  test('leads on where one is in already', async () => {
    const link = await node.link();
    const page = await signedIn(browser, link);
    await page.goto('about:blank');
    await page.goto(link);
    await heading(page, 'This link has been used.').waitFor();
    await page.getByRole('link', { name: 'Go to the works' }).click();
    await page.waitForURL('**/app/');
    await page.context().close();
  });

  test('says in one’s own language until when the door stays shut, after too many attempts', async () => {
    const page = await newPage({ locale: 'ar' });
    for (let attempt = 0; attempt < 10; attempt++) {
      await other.client.doors.enterByLink('guessed').catch(() => undefined);
    }
    await page.clock.install({ time: new Date('2026-06-01T09:00:00Z') });
    await page.goto(`${other.url}/app/enter#guessed`);
    await heading(page, 'محاولات كثيرة جدًا.').waitFor();
    await page.getByText('تستطيع المحاولة من جديد في').waitFor();
    await page.clock.fastForward('06:00');
    await page.getByText('تستطيع المحاولة من جديد الآن.').waitFor();
    await page.context().close();
  });
});

/** A passkey device in software, as Chromium has it. */
async function authenticator(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}

const signOut = async (context: BrowserContext, page: Page): Promise<void> => {
  await context.clearCookies();
  await page.goto(`${node.url}/app/`);
  await heading(page, 'This node lets in whoever it knows.').waitFor();
};

describe('a passkey', () => {
  test('is made, renamed and used; removed, it opens nothing more', async () => {
    const page = await signedIn(browser, await node.link());
    const { cdp, id } = await authenticator(page);
    await page.goto(`${node.url}/app/settings`);
    await page.getByText('You have no passkey yet.').waitFor();
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('button', { name: /^Rename/ }).click();
    await page.getByLabel('Name of the passkey').fill('My phone');
    await page.getByRole('button', { name: 'Keep this name' }).click();
    await page.getByText('My phone', { exact: true }).waitFor();
    expect(
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials,
    ).toHaveLength(1);
    // This device has one already, and the browser says so.
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByText('This device has a passkey for this node already.').waitFor();
    await signOut(page.context(), page);
    const comeIn = page.getByRole('button', { name: 'Come in with a passkey' });
    await comeIn.click();
    await heading(page, 'Works').waitFor();
    await page.goto(`${node.url}/app/settings`);
    await page
      .getByText(/^Last used/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('You have no passkey yet.').waitFor();
    await signOut(page.context(), page);
    await comeIn.click();
    await page.getByRole('heading', { name: 'This passkey does not open this node.' }).waitFor();
    await page.getByText('passkey-wrong').waitFor();
    await page.context().close();
  });

  test('that is not shown, or recognises nobody, changes nothing and can be tried again', async () => {
    const page = await signedIn(browser, await node.link(people.designer.id));
    const { cdp, id } = await authenticator(page);
    await page.goto(`${node.url}/app/settings`);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await cdp.send('WebAuthn.setResponseOverrideBits', { authenticatorId: id, isBadUP: true });
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByText('No passkey was made.').waitFor();
    await cdp.send('WebAuthn.setResponseOverrideBits', { authenticatorId: id });
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('button', { name: /^Rename/ }).waitFor();
    await signOut(page.context(), page);
    const comeIn = page.getByRole('button', { name: 'Come in with a passkey' });
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await comeIn.click();
    await page.getByText('No passkey was shown.').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });
    await comeIn.click();
    await heading(page, 'Works').waitFor();
    await page.context().close();
  });
});

describe('an invitation', () => {
  const inviting = async (days = 7) => {
    const code = node.client.invitations.newCode();
    const expiresAt = new Date(
      Date.parse('2026-06-01T09:00:00Z') + days * 86_400_000,
    ).toISOString();
    const { id } = await node.client.invitations.make({
      code,
      work: WORK,
      role: 'contributor',
      expiresAt,
    });
    return { code, id, url: `${node.url}/app/join#${code}` };
  };

  test('that was taken back on its page, was used, or is another’s, says so', async () => {
    const invited = await inviting();
    const owner = await signedIn(browser, await node.link());
    await owner.clock.setFixedTime('2026-06-01T09:00:00Z');
    await owner.goto(`${node.url}/app/works/${WORK}/invite`);
    await owner.getByRole('button', { name: /^Take back/ }).click();
    await owner.getByText('Taken back').waitFor();
    await owner.context().close();
    const page = await newPage();
    await page.clock.setFixedTime('2026-06-01T09:00:00Z');
    await page.goto(invited.url);
    await heading(page, 'This invitation was taken back.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`${node.url}/app/join#none`);
    await heading(page, 'This node does not know this invitation.').waitFor();
    const { url } = await inviting();
    await page.goto('about:blank');
    await page.goto(url);
    await page.getByLabel('Your name').fill('Yusuf Demir');
    await page.getByRole('button', { name: 'Make my key and go on' }).click();
    await page.waitForURL('**/confirm');
    await page.context().close();
    const late = await newPage();
    await late.goto(url);
    await heading(late, 'Somebody has joined by this invitation.').waitFor();
    await late.context().close();
  });
});
