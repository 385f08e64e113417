import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, RELEASE, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';
import { faultsOf } from './looked-at.ts';
import { complaintsOf, openBrowser, signedIn, sizes } from './stage.ts';

let node: AlmanacNode;
let browser: Browser;

beforeAll(async () => {
  [node, browser] = await Promise.all([almanacNode(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await node?.stop();
});

test('a change is drafted, compared, read as the text that it is, and signed', async () => {
  const page = await signedIn(browser, await node.link());
  const complaints = complaintsOf(page);
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}/agreement/amend`);
  await page.getByText('It starts from version 1').waitFor();
  const host = page.getByLabel('For whoever hosts it, per cent');
  await page.getByText('Splits, and who is paid first').click();
  await host.fill('60');
  await page.getByText(/must be from 0.% to 15.%/).waitFor();
  await host.fill('5');
  await page.getByRole('insertion').filter({ hasText: '5' }).waitFor();
  await page.getByText('It holds for nobody until all these have signed').waitFor();
  await page.getByText('Users and prices').click();
  await page.getByLabel('Students').check();
  await page.getByText('Students [student] free').waitFor();
  await page.reload();
  await page.getByText('What you typed before is still here.').waitFor();
  await page.getByText('Students [student] free').waitFor();
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByRole('heading', { name: 'Your signature' }).waitFor();
  const drafted = await node.client.agreements.of(WORK);
  expect(drafted).toMatchObject({ version: 2, changesFrom: 1, status: 'draft' });
  expect(drafted.changes.map(({ key }) => key)).toEqual(['split.host', 'classes']);
  await page.getByText(drafted.textHash).waitFor();
  await page.getByText('worked out its hash here').waitFor();
  await page.getByRole('heading', { name: '17 Splits, and who is paid first' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'Compare versions' }).click();
  await page.getByText('2 clauses differ, 27 are the same.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('After').selectOption('Version 1');
  await page.getByText('Both say the same.').waitFor();
  await page.goBack();
  await page.getByText('2 clauses differ').waitFor();

  await page.getByRole('link', { name: /^Read version \d/ }).click();
  await page.getByRole('button', { name: 'Sign' }).click();
  await page.getByText('Signed on 1 Jun 2026').waitFor();
  const { signed, status } = await node.client.agreements.of(WORK);
  expect(signed.map(({ agent }) => agent)).toEqual([node.owner]);
  expect(status).toBe('waiting');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a draft that nobody signed is where the next one starts, and is replaced by it', async () => {
  await node.client.agreements.draft({
    work: WORK,
    release: RELEASE,
    preset: 'award',
    terms: { appeal: 'P60D', return: '1.8' },
  });
  const page = await signedIn(browser, await node.link(people.designer.id));
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}/agreement/amend`);
  await page.getByText('Version 3 is a draft that nobody has signed.').waitFor();
  const appeal = page.locator('.terms-one').filter({ hasText: 'A rejection is answered within' });
  await appeal.getByRole('button', { name: 'As it was' }).click();
  await page.getByText('times what it cost.').last().waitFor();
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await page.getByText('Replaced by a later draft').waitFor();
  const { version, changes } = await node.client.agreements.of(WORK);
  expect([version, ...changes.map(({ key }) => key)]).toEqual([4, 'return']);
  await page.context().close();
});

test('an amendment is read clause by clause, before and now, and signed', async () => {
  const { id } = await node.client.agreements.draft({
    work: WORK,
    release: RELEASE,
    preset: 'award',
    terms: { return: '1.6' },
  });
  const page = await signedIn(browser, await node.link(people.designer.id));
  await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
  await page.goto(`${node.url}/app/works/${WORK}`);
  await page.getByRole('button', { name: /^Read version \d/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What it changes in version 1').waitFor();
  await sheet.getByText('a key that this node keeps for you').waitFor();
  await sheet.getByRole('button', { name: 'Sign' }).click();
  await sheet.getByRole('button', { name: 'Sign' }).waitFor({ state: 'detached' });
  const { signed } = await node.client.agreements.show(id);
  expect(signed.map(({ agent }) => agent)).toEqual([people.designer.id]);
  await page.context().close();
});

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe.each([
  {
    language: 'de',
    direction: 'ltr',
    says: 'Für einen Beitrag wird das 1,7-Fache seiner Kosten geschuldet.',
    binds: 'Bindend ist der englische Text; diese Übersetzung ist zum Lesen da.',
    choice: 'Auf Englisch, wie unterschrieben',
    signs: 'Du unterschreibst den englischen Text von Fassung',
    sign: 'Unterschreiben',
    signer: people.moderator.id,
  },
  {
    language: 'ar',
    direction: 'rtl',
    says: 'يُستحق عن المساهمة ما كلّفته مضروبًا في ١٫٧.',
    binds: 'النص الإنجليزي هو الملزم، وهذه الترجمة للقراءة.',
    choice: 'بالإنجليزية كما يُوقَّع',
    signs: 'توقّع النص الإنجليزي للنسخة',
    sign: 'وقّع',
    signer: people.programmer.id,
  },
] as const)('whoever reads $language', (reader) => {
  const { language, direction, says, binds, choice, signs, sign, signer } = reader;

  test('reads all of it, sees the English that is signed, and signs that', async () => {
    const { id, text } = await node.client.agreements.draft({
      work: WORK,
      release: RELEASE,
      preset: 'award',
      terms: { return: '1.7', arbitration: null, appeal: language === 'de' ? 'P40D' : 'P50D' },
    });
    const options = { ...sizes.phone, locale: language };
    const page = await signedIn(browser, await node.link(signer), options);
    const complaints = complaintsOf(page);
    await page.context().clock.setFixedTime('2026-06-01T09:00:00Z');
    await page.goto(`${node.url}/app/works/${WORK}/agreement`);
    await page.getByText(binds).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    const article = page.locator('article');
    await article.locator('li').filter({ hasText: says }).first().waitFor();
    expect(await article.locator('section').count()).toBe(32);
    expect(await article.locator('[lang=en]').count()).toBe(0);
    const translated = plain(await article.innerText());
    expect(translated).not.toContain('Work done before signing');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByLabel(choice).check();
    await page.locator('article[lang=en][dir=ltr]').waitFor();
    const signed = plain(text);
    const sentences = await article.locator('p, li').allInnerTexts();
    expect(sentences.length).toBeGreaterThan(100);
    for (const sentence of sentences) expect(signed).toContain(plain(sentence));
    expect(await faultsOf(page)).toEqual([]);

    await page.getByText(signs).waitFor();
    await page.getByRole('button', { name: sign, exact: true }).click();
    await page.getByRole('button', { name: sign, exact: true }).waitFor({ state: 'detached' });
    const after = await node.client.agreements.show(id);
    expect(after.signed.map(({ agent }) => agent)).toEqual([signer]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('whoever reads English fetches no translation', async () => {
  const page = await signedIn(browser, await node.link());
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${node.url}/app/works/${WORK}/agreement`);
  await page.locator('article section').last().waitFor();
  await page.waitForLoadState('networkidle');
  expect(fetched.some((url) => url.includes('/assets/'))).toBe(true);
  expect(fetched.filter((url) => /\/(ar|de|tongue)-[\w-]+\.js/.test(url))).toEqual([]);
  await page.context().close();
});
