// What people type that nobody expected, and what a node or a browser does that nobody hoped for:
// it is shown as text, refused clearly, or said calmly, and nothing typed is lost.

import type { BrowserContextOptions, Locator, Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { giving, people, RELEASE, WORK } from '../almanac.ts';
import { furnishedNode, NOW } from './furnished.ts';
import { cutOf, lacksOf, sidewaysOf } from './looked-at.ts';
import { complaintsOf, signedIn, sizes } from './stage.ts';
import { staged } from './staged.ts';

const on = staged(furnishedNode);

/** A window whose requests are the page's own, with no worker between it and the node. */
async function enter(options: BrowserContextOptions = sizes.desktop): Promise<Page> {
  const page = await signedIn(on.browser, await on.node.link(), {
    serviceWorkers: 'block',
    ...options,
  });
  await page.clock.setFixedTime(NOW);
  page.setDefaultTimeout(60_000);
  return page;
}

const SCRIPT = `"><img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script>`;

/** Whatever a text that is taken for more than a text would do. */
function deedsOf(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === 'evil.example')
      found.push(`a request: ${request.url()}`);
  });
  return found;
}

/** Writes a text into every field of a page that takes one. */
async function writeEverywhere(page: Page, text: string): Promise<number> {
  for (const more of await page.locator('details:not([open]) > summary').all()) await more.click();
  const fields = page.locator('main :is(input:not([type]), input[type=text], textarea):visible');
  for (const field of await fields.all()) await field.fill(text);
  return fields.count();
}

const primary = (page: Page): Locator => page.locator('main .button.ink').first();

describe('a script in a text', () => {
  test('typed into any field of a form it stays a text', async () => {
    const page = await enter();
    const deeds = deedsOf(page);
    const complaints = complaintsOf(page);
    const forms = [`works/${WORK}/quote`, `works/${WORK}/add`, 'people', 'settings'];
    for (const form of forms) {
      await page.goto(`${on.node.url}/app/${form}`);
      await page.locator('h1').waitFor();
      if ((await writeEverywhere(page, SCRIPT)) > 0 && (await primary(page).count()) > 0) {
        await primary(page).click();
        await page.locator('[role="alert"], .field-error').first().waitFor();
      }
    }
    expect(deeds).toEqual([]);
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
    await page.context().close();
  });

  test('kept in the books it is shown as a text in every room, in public and on paper', async () => {
    const { client } = on.node;
    const { id } = await client.works.add({ title: SCRIPT, kind: 'software', currency: 'AUD' });
    await client.agents.name({ agent: people.giver.id, name: SCRIPT }, { by: people.giver.id });
    const line = { kind: 'cash', quantity: '5', unit: 'AUD', what: SCRIPT };
    const evidence = [`https://example.org/${SCRIPT}`];
    const { body } = giving(people.giver.id, 'con_script', { ...line, evidence });
    type Body = Parameters<typeof client.contributions.add>[0];
    const by = people.giver.id;
    await expect(
      client.contributions.add({ ...(body as Body), evidence: ['javascript:alert(3)'] }, { by }),
    ).rejects.toMatchObject({ code: 'evidence-malformed' });
    await client.contributions.add(body as Body, { id: 'con_script', by });
    const page = await enter();
    const deeds = deedsOf(page);
    for (const path of [
      '/app/',
      `/app/works/${id}`,
      `/app/works/${WORK}?explain=contribution:con_script`,
      '/app/people',
      `/app/statement?agent=${people.giver.id}`,
      '/app/ledger',
      '/app/record',
      `/public/works/${id}`,
      `/public/works/${id}/badge.svg`,
      '/',
    ]) {
      await page.goto(on.node.url + path);
      await page.locator('h1, svg').first().waitFor();
    }
    await page.goto(`${on.node.url}/app/works/${WORK}?explain=contribution:con_script`);
    const sheet = page.getByRole('dialog');
    await sheet.getByText('https://example.org/').waitFor();
    expect(await sheet.getByRole('heading').first().textContent()).toContain('<script>');
    expect(deeds).toEqual([]);
    await client.agents.name(
      { agent: people.giver.id, name: people.giver.name },
      { by: people.giver.id },
    );
    await page.context().close();
  });
});

/** A text over and over, up to so many signs. */
const repeated = (text: string, length: number): string =>
  text.repeat(Math.floor(length / Array.from(text).length));

const LONG = {
  latin: repeated('Gartenbauausstellungseröffnung', 480),
  chinese: repeated('花園年鑑與社區種植', 480),
  arabic: repeated('تقويم الحديقة ', 480).trim(),
  devanagari: repeated('क्षत्रियोंकीबगीचा', 480),
  emoji: repeated('👩🏽‍🌾', 480),
  turned: `\u202e${repeated('Almanac', 400)}`,
} as const;

test('names of hundreds of signs in any script break no page of a narrow phone', async () => {
  const { client } = on.node;
  for (const [script, title] of Object.entries(LONG)) {
    const id = `work_${script}`;
    const added = client.works.add({ title, kind: 'software', currency: 'AUD' }, { id });
    if (script === 'turned') {
      await expect(added).rejects.toMatchObject({ code: 'line-malformed' });
      continue;
    }
    await added;
    const { publicKey } = await client.keys.make(`agent_${script}`);
    await client.agents.add(
      { name: title, kind: 'person', publicKey, keptByNode: true },
      { id: `agent_${script}` },
    );
  }
  const page = await enter({ ...sizes.phone, viewport: { width: 320, height: 640 } });
  const found: Record<string, readonly string[]> = {};
  const paths = ['', 'people', 'works/work_latin', 'works/work_emoji'];
  for (const path of [...paths, 'works/work_arabic/add', 'works/work_chinese/invite']) {
    await page.goto(`${on.node.url}/app/${path}`);
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('.loading').count()).toBe(0);
    const by = await sidewaysOf(page);
    const faults = [
      ...(by > 0 ? [`scrolls sideways by ${by}`] : []),
      ...(await cutOf(page)),
      ...(await lacksOf(page)),
    ];
    if (faults.length > 0) found[path] = faults;
  }
  expect(found).toEqual({});
  // What is long leaves room on its sheet for what is said of it, and for what can be done.
  const line = {
    work: WORK,
    release: RELEASE,
    kind: 'cash',
    quantity: '9',
    unit: 'AUD',
    from: '2026-05-01',
  };
  for (const script of ['latin', 'chinese', 'devanagari'] as const) {
    const added = { ...line, to: '2026-05-01', what: LONG[script], evidence: [] };
    await client.contributions.add(added, { id: `con_${script}`, by: people.giver.id });
    await page.goto(`${on.node.url}/app/works/${WORK}?explain=contribution:con_${script}`);
    const body = page.locator('dialog .sheet-body');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click({ trial: true });
    expect((await body.boundingBox())?.height, script).toBeGreaterThan(100);
    expect(await lacksOf(page), script).toEqual([]);
  }
  await page.goto(`${on.node.url}/public/works/work_latin`);
  expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
  await page.context().close();
});

const answered = (how: Parameters<Route['fulfill']>[0]) => async (route: Route) =>
  route.fulfill(how);

const html = { contentType: 'text/html', body: '<h1>Bad gateway</h1>' };

const answers = [
  { how: 'an error page', answer: { status: 502, ...html } },
  { how: 'a page where data should be', answer: { status: 200, ...html } },
  { how: 'half of what it meant', answer: { status: 200, body: '{"items":[{"id":"wo' } },
  { how: 'something else', answer: { status: 200, body: '{"hello":"world"}' } },
  { how: 'nothing', answer: { status: 200, body: '' } },
];

describe('a node that answers', () => {
  test('with what is no answer is told of calmly, and the page goes on when it is back', async () => {
    // The page tries a few times by itself before it says so: all wait for that at once.
    const failed = answers.map(async ({ how, answer }) => {
      const page = await enter();
      const crashes: string[] = [];
      page.on('pageerror', ({ message }) => crashes.push(message));
      await page.route('**/works?*', answered(answer));
      await page.goto(`${on.node.url}/app/`);
      await page.getByRole('alert').waitFor();
      expect(await lacksOf(page), how).toEqual([]);
      await page.unroute('**/works?*');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Garden Almanac' }).waitFor();
      expect(crashes, how).toEqual([]);
      await page.context().close();
    });
    await Promise.all(failed);
  });

  test('late is waited for with a word, and never with an empty page', async () => {
    const page = await enter();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(`**/works/${WORK}*`, async (route) => {
      if (route.request().resourceType() === 'fetch') await held;
      await route.continue();
    });
    await page.goto(`${on.node.url}/app/works/${WORK}`);
    await page.getByText('Reading the books').waitFor();
    await page.getByRole('link', { name: 'Settings' }).waitFor();
    letGo();
    await page.getByRole('heading', { name: 'Garden Almanac' }).waitFor();
    await page.context().close();
  });

  test('late gets one quote of a button that is pressed twice, and of Enter pressed twice', async () => {
    const page = await enter();
    let sent = 0;
    await page.route('**/quotes', async (route) => {
      if (route.request().method() === 'POST') sent += 1;
      await route.continue();
    });
    await page.goto(`${on.node.url}/app/works/${WORK}/quote`);
    const count = async (): Promise<number> =>
      (await on.node.client.quotes.list(WORK)).items.length;
    const before = await count();
    await page.getByLabel('Organisation').fill('Twice');
    await page.getByLabel(/^Amount in/).fill('10');
    await page.getByRole('button', { name: 'Make the quote' }).dblclick();
    await page.getByRole('heading', { name: 'Quote for Twice' }).waitFor();
    await page.goto(`${on.node.url}/app/works/${WORK}/quote`);
    await page.getByLabel('Organisation').fill('Enter');
    await page.getByLabel(/^Amount in/).fill('10');
    await page.getByLabel('Organisation').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Quote for Enter' }).waitFor();
    expect([sent, (await count()) - before]).toEqual([2, 2]);
    await page.context().close();
  });
});

describe('a browser', () => {
  test('keeps what was typed through Back and Forward, and the later of two tabs', async () => {
    const page = await enter();
    await page.goto(`${on.node.url}/app/works/${WORK}`);
    await page.getByRole('link', { name: 'Make a quote' }).click();
    await page.getByLabel('Organisation').fill('Half a name');
    await page.goBack();
    await page.getByRole('heading', { name: 'Garden Almanac' }).waitFor();
    await page.goForward();
    await expect.poll(() => page.getByLabel('Organisation').inputValue()).toBe('Half a name');
    const other = await page.context().newPage();
    await other.goto(`${on.node.url}/app/works/${WORK}/quote`);
    await expect.poll(() => other.getByLabel('Organisation').inputValue()).toBe('Half a name');
    await other.getByLabel('Organisation').fill('The whole name');
    await page.reload();
    await expect.poll(() => page.getByLabel('Organisation').inputValue()).toBe('The whole name');
    await page.context().close();
  });

  test('with one form in two tabs forgets of what was typed only what was sent', async () => {
    const page = await enter();
    const other = await page.context().newPage();
    const address = `${on.node.url}/app/works/${WORK}/add`;
    const fill = async (tab: Page, amount: string, what: string): Promise<void> => {
      await tab.goto(address);
      await tab.getByRole('radio', { name: 'Cash' }).check();
      await tab.getByLabel(/^Amount/).fill(amount);
      await tab.getByLabel('What it was for').fill(what);
    };
    /** What lies on the shelf: what is kept again is there a moment after the other was sent. */
    const shelved = (tab: Page): Promise<string> =>
      tab.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('webizen');
            opening.addEventListener('success', () => {
              const drafts = opening.result.transaction('drafts').objectStore('drafts');
              const asked = drafts.getAll();
              asked.addEventListener('success', () => {
                opening.result.close();
                resolve(JSON.stringify(asked.result));
              });
            });
          }),
      );
    const isKept = async (tab: Page, what: string): Promise<void> => {
      await expect.poll(() => shelved(tab)).toContain(`"what":"${what}"`);
      await tab.goto(address);
      await expect.poll(() => tab.getByLabel('What it was for').inputValue()).toBe(what);
    };
    // What was typed before is sent after, and the other way round.
    for (const [sent, kept] of [
      [page, other],
      [other, page],
    ] as const) {
      await fill(page, '11', 'Twine');
      await fill(other, '12', 'Paper');
      const what = kept === page ? 'Twine' : 'Paper';
      await sent.getByRole('button', { name: 'Add it' }).click();
      await sent.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
      expect(await kept.getByLabel('What it was for').inputValue()).toBe(what);
      await isKept(kept, what);
      await kept.getByRole('button', { name: 'Add it' }).click();
      await kept.getByRole('heading', { name: 'Garden Almanac', level: 1 }).waitFor();
      await isKept(kept, '');
    }
    await page.context().close();
  });

  test('shows a timer that runs wherever one is, in every tab, with the way to it', async () => {
    const page = await enter();
    const other = await page.context().newPage();
    await other.goto(`${on.node.url}/app/people`);
    await other.getByRole('link', { name: 'My statement' }).waitFor();
    expect(await other.getByRole('link', { name: 'The timer runs' }).count()).toBe(0);
    await page.goto(`${on.node.url}/app/works/${WORK}/add`);
    await page.getByRole('button', { name: 'Start the timer' }).click();
    await other.getByRole('link', { name: 'The timer runs: 0:00, Garden Almanac' }).click();
    await other.getByText('Running since').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'The timer runs' }).waitFor();
    await other.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByRole('button', { name: 'Start the timer' }).waitFor();
    expect(await page.getByRole('link', { name: 'The timer runs' }).count()).toBe(0);
    await page.context().close();
  });

  test('keeps the last letters before a reload, though its disk has not taken them yet', async () => {
    const page = await enter();
    await page.goto(`${on.node.url}/app/works/${WORK}/quote`);
    const name = page.getByLabel('Organisation');
    await name.waitFor();
    // A disk that is busy: no writing ends before the page is left.
    await page.evaluate(() => {
      const at = IDBObjectStore.prototype;
      const put: unknown = Object.getOwnPropertyDescriptor(at, 'put')?.value;
      at.put = function slow(...of) {
        const again = (): void => {
          this.get('nothing').addEventListener('success', again);
        };
        again();
        return Reflect.apply(put as IDBObjectStore['put'], this, of);
      };
    });
    await name.fill('');
    await name.pressSequentially('Bluegum Library');
    await page.reload();
    await expect.poll(() => name.inputValue()).toBe('Bluegum Library');
    await page.reload();
    await expect.poll(() => name.inputValue()).toBe('Bluegum Library');
    await page.context().close();
  });

  test('that keeps nothing is worked with, and what is lost is said', async () => {
    const page = await enter();
    const crashes: string[] = [];
    page.on('pageerror', ({ message }) => crashes.push(message));
    await page.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Storage is closed.', 'SecurityError');
          },
        });
      }
    });
    await page.goto(`${on.node.url}/app/works/${WORK}/add`);
    await page.getByText('This browser keeps nothing for this page').waitFor();
    await page.getByRole('radio', { name: 'Cash' }).check();
    await page.getByLabel(/^Amount/).fill('5');
    await page.getByRole('button', { name: /^Add/ }).click();
    await page.getByRole('heading', { name: 'Garden Almanac' }).waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.goto(`${on.node.url}/app/join#${on.node.invitation}`);
    await page.getByLabel('Your name').fill('Ayan Bose');
    await page.getByRole('button', { name: 'Make my key and go on' }).click();
    await page.getByRole('alert').getByText('a key made here would be lost').first().waitFor();
    expect(crashes).toEqual([]);
    await page.context().close();
  });

  test('whose page is older than the node is told to load it again', async () => {
    const page = await enter();
    await page.route('**/assets/people-room-*.js', async (route) => route.abort());
    await page.getByRole('link', { name: 'People and machines' }).click();
    await page.getByRole('button', { name: 'Load the page again' }).waitFor();
    expect(await lacksOf(page)).toEqual([]);
    await page.unroute('**/assets/people-room-*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole('heading', { name: /^People and machines/ }).waitFor();
    await page.context().close();
  });
});
