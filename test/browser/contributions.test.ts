import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giving, people, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

const first = '2026-06-01T09:00:00Z';
let now = first;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(() => new Date(now)), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

const lineAddress = (id: string): string =>
  `${node.url}/app/works/${WORK}?explain=contribution:${id}`;

/** A window whose clock is that of the node, as what is composed elsewhere in time is refused. */
async function enter(agent?: string): Promise<Page> {
  const page = await signedIn(browser, await node.link(agent));
  await page.context().clock.setFixedTime(first);
  return page;
}

type Body = Parameters<AlmanacNode['client']['contributions']['add']>[0];

/** Hands in 40 AUD of cash, or what `more` says. */
async function handIn(by: string, id: string, more: object = {}): Promise<void> {
  const cash = { kind: 'cash', quantity: '40', unit: 'AUD', what: `Cash ${id}` };
  const { body } = giving(by, id, { ...cash, ...more });
  await node.client.contributions.add(body as Body, { id, by });
}

async function sheetOf(page: Page, id: string) {
  await page.goto(lineAddress(id));
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  return sheet;
}

const { designer, giver, moderator } = people;

describe('reviewing', () => {
  test('what waits is accepted, and the next one that waits comes up', async () => {
    await handIn(giver.id, 'con_seeds');
    const page = await enter();
    const complaints = complaintsOf(page);
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByRole('button', { name: 'Waiting for review' }).click();
    const waits = page.getByRole('row', { name: /Cash con_seeds/ });
    await waits.getByText('would be 60.00').waitFor();
    await waits.getByRole('button', { name: 'What it would come to 60.00' }).waitFor();
    await page.getByRole('button', { name: 'Cash con_seeds' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Would come to' }).waitFor();
    await sheet.getByText('A$60.00 is owed to').waitFor();
    await sheet.getByText('a key that this node keeps for you').waitFor();
    await sheet.getByRole('button', { name: 'Accept' }).click();
    await sheet.getByText(/accepted it/).waitFor();
    await sheet.getByRole('button', { name: 'Next to review' }).click();
    await sheet.getByRole('heading', { name: 'Night-shift moderation' }).waitFor();
    expect((await node.client.contributions.show('con_seeds')).status).toBe('accepted');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a rejection asks for its reason, keeps what was typed, and stays in the record', async () => {
    await handIn(giver.id, 'con_gloves');
    const page = await enter();
    let sheet = await sheetOf(page, 'con_gloves');
    await sheet.getByRole('button', { name: 'Reject' }).click();
    await sheet.getByRole('button', { name: 'Reject' }).click();
    await sheet.getByText('A rejection needs a reason').waitFor();
    await sheet.getByText('The agreement asks which criterion it does not meet.').waitFor();
    await sheet.getByLabel('Reason').fill('<script>alert(1)</script> Not for this garden.');
    await sheet.getByLabel('Criterion').selectOption({ label: 'It serves the work' });
    await page.reload();
    sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Reject' }).click();
    await sheet.getByText('This is what you typed before.').waitFor();
    await sheet.getByRole('button', { name: 'Reject' }).click();
    await sheet.getByText('Rejected', { exact: true }).waitFor();
    await sheet.getByRole('button', { name: 'Would have come to' }).waitFor();
    await sheet.getByText('<script>alert(1)</script> Not for this garden.').waitFor();
    expect(await node.client.contributions.show('con_gloves')).toMatchObject({
      status: 'rejected',
      reviews: [{ criterion: 'serves' }],
    });
    await page.context().close();
  });

  test('whoever gave what was rejected puts in a corrected line beside it', async () => {
    await handIn(giver.id, 'con_twine');
    const reason = { reason: 'It is not Usable.', criterion: 'usable' };
    await node.client.contributions.reject({ contribution: 'con_twine', ...reason });
    const page = await enter(giver.id);
    const sheet = await sheetOf(page, 'con_twine');
    await sheet.getByText('It is not Usable.').waitFor();
    await sheet.getByRole('button', { name: 'Put in a corrected line' }).click();
    await sheet.getByLabel('What it was').fill('Twine that holds');
    await sheet.getByRole('button', { name: 'Hand it in' }).click();
    await page.getByText('The corrected line is handed in').waitFor();
    const { items } = await node.client.contributions.list({ work: WORK, agent: giver.id });
    const corrected = items.find(({ what }) => what === 'Twine that holds');
    expect(corrected).toMatchObject({ status: 'submitted' });
    const rejected = await node.client.contributions.show('con_twine');
    expect(rejected).toMatchObject({ status: 'rejected', supersededBy: null });
    await page.context().close();
  });

  test('two windows on the same line: the second is told, and nothing typed is lost', async () => {
    await handIn(giver.id, 'con_rake');
    const page = await enter();
    const other = await page.context().newPage();
    const [sheet, second] = [await sheetOf(page, 'con_rake'), await sheetOf(other, 'con_rake')];
    await second.getByRole('button', { name: 'Reject' }).click();
    await second.getByLabel('Reason').fill('It is a spade.');
    await sheet.getByRole('button', { name: 'Accept' }).click();
    await sheet.getByText(/accepted it/).waitFor();
    await second.getByRole('alert').getByText('This line has changed in the meantime').waitFor();
    await second.getByRole('button', { name: 'See how it stands' }).click();
    await second.getByText('Accepted', { exact: true }).waitFor();
    await page.context().close();
  });
});

describe('one’s own line', () => {
  test('a draft is corrected and confirmed by its author', async () => {
    await handIn(designer.id, 'con_draft', {
      kind: 'knowledge-work',
      quantity: '9',
      unit: 'h',
      classification: 'MA000065/6',
      draft: true,
    });
    const page = await enter(designer.id);
    await page.goto(`${node.url}/app/works/${WORK}`);
    await page.getByText('1 line of yours waits for you to confirm it.').waitFor();
    await page.getByRole('link', { name: 'Look, and confirm' }).waitFor();
    const sheet = await sheetOf(page, 'con_draft');
    await sheet.getByRole('button', { name: 'Confirm' }).click();
    await sheet.getByLabel('How much it really was, h').fill('none');
    await sheet.getByRole('button', { name: 'Confirm' }).click();
    await sheet.getByText('Write hours such as 7.5 or 7:30.').waitFor();
    await sheet.getByLabel('How much it really was, h').fill('7.5');
    await sheet.getByRole('button', { name: 'Confirm' }).click();
    await sheet.getByText('Waits for review', { exact: true }).waitFor();
    await page.getByText('waits for you to confirm it').waitFor({ state: 'detached' });
    expect(await node.client.contributions.show('con_draft')).toMatchObject({
      status: 'submitted',
      quantity: '7.5',
    });
    await page.context().close();
  });

  test('a corrected line takes the place of one that waits; a withdrawn one is worth nothing', async () => {
    await handIn(giver.id, 'con_pots', { evidence: ['https://example.org/pots'] });
    const page = await enter(giver.id);
    const sheet = await sheetOf(page, 'con_pots');
    await sheet.getByRole('button', { name: 'Correct it' }).click();
    await sheet.getByLabel('How much it really was, AUD').fill('45');
    await sheet.getByRole('button', { name: 'Replace it' }).click();
    await sheet.getByRole('button', { name: 'A newer line' }).click();
    await sheet.getByText('A$45.00').first().waitFor();
    await sheet.getByRole('button', { name: 'Withdraw' }).click();
    await sheet.getByRole('button', { name: 'Withdraw' }).click();
    await sheet.getByText('Withdrawn', { exact: true }).waitFor();
    const newer = (await node.client.contributions.show('con_pots')).supersededBy ?? '';
    expect(await node.client.contributions.show(newer)).toMatchObject({
      status: 'withdrawn',
      quantity: '45',
      evidence: ['https://example.org/pots'],
    });
    await page.context().close();
  });

  test('a cancellation says first what it means', async () => {
    const page = await enter(moderator.id);
    const sheet = await sheetOf(page, 'con_moderator');
    const before = await node.client.works.show(WORK);
    await sheet.getByRole('button', { name: 'Cancel it' }).click();
    await sheet.getByText('A$1,122.75 is no longer owed to you, for good.').waitFor();
    await sheet.getByText('You keep what it has earned: A$0.00.').waitFor();
    await sheet.getByRole('button', { name: 'Cancel it for good' }).click();
    await sheet.getByText('Cancelled', { exact: true }).waitFor();
    const minor = ({ amount }: { amount: string }): bigint => BigInt(amount.replace('.', ''));
    const after = await node.client.works.show(WORK);
    expect(minor(before.owed) - minor(after.owed)).toBe(112_275n);
    await page.context().close();
  });
});

describe('what the node refuses', () => {
  test('is said in the language of the reader, and nothing typed is lost', async () => {
    const page = await enter();
    const complaints = complaintsOf(page);
    for (const [language, said] of Object.entries(refused)) {
      await page.evaluate((lang) => localStorage.setItem('webizen.language', lang), language);
      await page.goto(`${node.url}/app/payments/pay_none`);
      await page.getByText(said.unknown).waitFor();
      await page.goto(`${node.url}/app/works/${WORK}/add`);
      await page.getByRole('radio', { name: said.cash }).check();
      await page.getByLabel(said.amount).fill(TOO_MUCH);
      await page.getByRole('button', { name: said.add }).last().click();
      const note = page.getByRole('alert');
      await note.getByText(said.happened).waitFor();
      await note.getByText(said.todo).waitFor();
      expect(await page.getByLabel(said.amount).inputValue()).toBe(TOO_MUCH);
      expect(await note.locator('[lang="en"]').count()).toBe(0);
      expect(await faultsOf(page), language).toEqual([]);
    }
    expect(complaints.filter((one) => !/status of 40[04]|There is no payment/.test(one))).toEqual(
      [],
    );
    await page.context().close();
  });
});

/** More than the books hold: in cents it is beyond 2^63 - 1. */
const TOO_MUCH = '99999999999999999';

const refused = {
  de: {
    unknown: 'Es gibt keine Zahlung pay_none.',
    cash: 'Geld',
    amount: /^Betrag/,
    add: /eintragen$|^Eintragen/,
    happened: 'ist mehr, als die Bücher fassen.',
    todo: 'Beträge reichen bis',
  },
  ar: {
    unknown: 'لا توجد دفعة',
    cash: 'نقد',
    amount: /^المبلغ/,
    add: /^أضف/,
    happened: 'أكبر مما تتسع له الدفاتر',
    todo: 'تبلغ المبالغ',
  },
};

// The last of all: the calendar of the node goes on.
describe('silence', () => {
  test('is shown in the list and on the sheet: some are asked, then all, then it is a case', async () => {
    await handIn(giver.id, 'con_quiet');
    const early = await enter();
    await (
      await sheetOf(early, 'con_quiet')
    )
      .getByText(/Mira Okafor.* may review it until .*2026\./)
      .waitFor();
    await early.context().close();

    now = '2026-07-05T09:00:00Z';
    const page = await enter();
    const complaints = complaintsOf(page);
    const list = `${node.url}/app/works/${WORK}?status=submitted`;
    const row = page.getByRole('row').filter({ hasText: 'Cash con_quiet' });
    await page.goto(list);
    await row.getByText(/Waits for review · all are asked since/).waitFor();
    const asked = await sheetOf(page, 'con_quiet');
    await asked.getByText(/All are asked since .*, until .*Mira Okafor/).waitFor();

    now = '2026-07-20T09:00:00Z';
    await page.goto(list);
    await row.getByText('A case since').waitFor();
    const sheet = await sheetOf(page, 'con_quiet');
    await sheet.getByText(/A case since .*, never a no/).waitFor();
    await sheet.getByText(/Not heard from: .*Mira Okafor/).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
