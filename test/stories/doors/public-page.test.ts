import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PublicWork } from '../../../src/actions/consents/answers.ts';
import { createApp } from '../../../src/http/app.ts';
import { freeClasses } from '../../../src/web/rooms/begin/terms-typed.ts';
import { almanac, almanacWork, giving, people, WORK } from '../../almanac.ts';
import { isSound, newWorld, refusesWithoutChange } from '../../world.ts';
import type { World } from '../../world.ts';

// What everybody can see of a work, with no sign-in: nothing of anybody who has not agreed to it.

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.end());

const de = {
  classes: ['Menschen', 'Lernende', 'Gemeinnützige'],
  free: 'Frei',
  others: 'Wer es sonst nutzt, zahlt nach einem Angebot.',
};
const ar = {
  classes: ['الأفراد', 'الطلاب', 'المنظمات غير الربحية'],
  free: 'مجانًا',
  others: 'ومن يستعمله غيرهم يدفع بعرض سعر.',
};
const PAGE = `/public/works/${WORK}`;
let count = 0;
const consent = (by: string, body: object) =>
  world.act({ by, type: 'consent.given', id: `act_consent_${count++}`, body });

const ask = (path: string, headers: Record<string, string> = {}) =>
  createApp(world.node).request(`http://localhost${path}`, { headers });
const textOf = async (path: string, headers = {}): Promise<string> =>
  (await ask(path, headers)).text();
const dataOf = async (work = WORK): Promise<PublicWork> =>
  (await (await ask(`/public/works/${work}/data`)).json()) as PublicWork;

/** All that can be asked for without a sign-in. */
async function everything(): Promise<string> {
  const paths = [PAGE, `${PAGE}?lang=de`, `${PAGE}?lang=ar`, `${PAGE}/data`];
  const badges = [`${PAGE}/badge.svg`, `${PAGE}/badge.svg?lang=ar`];
  const texts = await Promise.all([...paths, ...badges].map((path) => textOf(path)));
  // Outlines are long rows of numbers, in which any number can be found.
  return texts.join('\n').replaceAll(/ d="[^"]*"/g, '');
}

const pay = (amount: string, id = 'pay_one') =>
  world.act({
    by: world.owner,
    type: 'payment.received',
    id,
    body: { work: WORK, amount: { amount, currency: 'AUD' }, payer: { name: 'Harbour Books' } },
  });

describe('the public page of a work', () => {
  test('shows nothing of anybody who has not agreed, and what they did agree to', async () => {
    await almanac(world);
    expect(await dataOf()).toMatchObject({ people: [], makers: 4, others: 4, status: 'owing' });
    await consent(people.designer.id, { work: WORK, show: 'name' });
    await consent(people.moderator.id, { work: WORK, show: 'alias', alias: 'A <b>gardener</b>' });
    await consent(people.giver.id, { work: WORK, show: 'name' });
    await consent(people.giver.id, { work: WORK, show: 'none' });
    const text = await textOf(PAGE);
    expect(text).toContain('Jun Saelim');
    expect(text).toContain('A &lt;b&gt;gardener&lt;/b&gt;');
    expect(text).toContain('and 2 more');
    const all = await everything();
    for (const name of ['Mira Okafor', 'Noor Haddad', 'Pia Lindqvist', 'Tamsin Reed']) {
      expect(all).not.toContain(name);
    }
    await isSound(world);
  });

  test('tells neither what one person is owed nor what anybody wrote, nor who paid', async () => {
    await almanac(world);
    for (const { id } of Object.values(people)) await consent(id, { work: WORK, show: 'name' });
    const more = {
      what: 'A secret description',
      kind: 'cash',
      quantity: '77.77',
      unit: 'AUD',
      evidence: ['https://evidence.example/receipt'],
    };
    await world.act(giving(people.giver.id, 'con_more', more));
    await pay('1000.00');
    const all = await everything();
    const shares = ['6834', '6,834', '1122', '1,122', '683.46', '600.00', '77.77', '7396', '73.96'];
    const words = ['A secret', 'evidence', 'Harbour', 'con_', 'agent_', 'pay_one', '120 h'];
    for (const secret of [...shares, ...words]) expect(all.includes(secret), secret).toBe(false);
    expect(all).toContain('A$8,240.81');
    expect(all).toContain('8.240,81');
    expect(all).toContain('٨٬٢٤٠٫٨١');
  });

  test('counts those alone whose work was accepted: who keeps or signs it has not made it', async () => {
    await almanac(world);
    await consent(world.owner, { work: WORK, show: 'name' });
    expect(await dataOf()).toMatchObject({ makers: 4, people: [] });
    expect(await textOf(PAGE)).toContain('Made by 4 people.');
  });

  test('hides sums that are those of one person alone, until they agree', async () => {
    await world.person('agent_solo', 'Ada Solo', { jurisdiction: 'AU' });
    const [work, release] = ['work_solo', 'rel_solo'];
    const body = { title: 'Solo', kind: 'text', currency: 'AUD', release };
    await world.act({ by: world.owner, type: 'work.added', id: work, body });
    await world.agree({ work, release, signers: [world.owner, 'agent_solo'] });
    const line = { work, release, quantity: '10', classification: 'MA000065/6' };
    await world.give(giving('agent_solo', 'con_solo', line));
    expect(await dataOf(work)).toMatchObject({ figures: null, makers: 1 });
    const page = await textOf(`/public/works/${work}`);
    expect(page).toContain('who has not agreed to show them');
    expect(page).not.toMatch(/A\$\d/);
    expect(await textOf(`/public/works/${work}/badge.svg`)).toContain('Not open yet');
    await consent('agent_solo', { work, show: 'alias', alias: 'A.' });
    expect((await dataOf(work)).figures).not.toBeNull();
  });

  test('asks for the alias that is to be shown (alias-missing)', async () => {
    await almanac(world);
    const body = { work: WORK, show: 'alias' };
    const said = { by: people.designer.id, type: 'consent.given', id: 'act_c', body };
    await refusesWithoutChange(world, said, 'alias-missing');
  });

  test('says who pays what, when it opens, and how to check it', async () => {
    const price = { amount: '1100.00', currency: 'AUD' };
    const classes = [
      { id: 'people', name: 'You, <i>or</i> a student', per: 'once' },
      { id: 'firms', name: 'A company', price, per: 'year' },
    ];
    await almanac(world, { terms: { classes, 'open.threshold': '0.75' } });
    const page = await textOf(PAGE);
    expect(page).toContain('You, &lt;i&gt;or&lt;/i&gt; a student');
    expect(page).toMatch(/A\$1,100\.00<\/bdi>\s*<small>a year/);
    expect(page).toMatch(/When 75% of it is paid/);
    const { checkpoint, agreed } = await dataOf();
    expect(agreed).toMatchObject({ threshold: '0.75', surplus: 'return' });
    expect(page).toContain((checkpoint ?? '').split('\n')[2]);
  });

  test('says who uses it free, in three languages, and that all others pay by a quote', async () => {
    await almanac(world, { terms: { classes: freeClasses('non-profits') } });
    const free = (await dataOf()).agreed?.offers.map(({ id, price }) => [id, price]);
    expect(free).toEqual([
      ['person', null],
      ['student', null],
      ['non-profit', null],
    ]);
    const said = [
      ['', ['People', 'Students', 'Non-profits'], 'Free', 'Whoever else uses it pays by a quote.'],
      ['?lang=de', de.classes, de.free, de.others],
      ['?lang=ar', ar.classes, ar.free, ar.others],
    ] as const;
    for (const [query, names, word, others] of said) {
      const page = await textOf(`${PAGE}${query}`);
      const card = page.slice(page.indexOf('aria-labelledby="use"'));
      for (const name of names) {
        expect(card).toMatch(new RegExp(`<bdi>${name}</bdi></dt>\\s*<dd>\\s*${word}\\s*</dd>`));
      }
      expect(card).toContain(others);
    }
  });

  test('says that each payment is agreed on, where nobody uses it free', async () => {
    await almanac(world, { terms: { classes: freeClasses('nobody') } });
    expect((await dataOf()).agreed?.offers).toEqual([]);
    expect(await textOf(PAGE)).toContain('There is no price list');
  });

  test('says beside the sums what they rest on, and leads there', async () => {
    await almanac(world);
    const rests = /valued by <a href="#agreed">what they have signed<\/a>/;
    const page = await textOf(PAGE);
    expect(page).toMatch(rests);
    expect(page).toContain('<a href="#check">a record that anybody can check</a>');
    expect(page).toContain('<h2 id="agreed">');
    expect(page).toContain('<h2 id="check">');
    expect(await textOf(`${PAGE}?lang=de`)).toContain('<a href="#agreed">dem, was sie unter');
    expect(await textOf(`${PAGE}?lang=ar`)).toContain('<a href="#agreed">ما وقّعوه</a>');
    await pay('9240.81');
    expect(await textOf(PAGE)).toMatch(rests);
  });

  test('draws nothing in the Square of a work in which nothing counts yet', async () => {
    await world.act(almanacWork(world.owner));
    await consent(world.owner, { work: WORK, show: 'name' });
    const empty = await textOf(PAGE);
    expect(empty).toContain('class="frame"');
    expect(empty).not.toContain('class="part"');
  });

  test('celebrates what opened, until something is accepted for the next release', async () => {
    await almanac(world);
    await pay('9240.81');
    const opened = await dataOf();
    expect(opened).toMatchObject({ status: 'open', licence: 'Apache-2.0', release: 1 });
    expect(await textOf(PAGE)).toMatch(/<bdi>Garden almanac<\/bdi> is open\./);
    expect(await textOf(`${PAGE}?lang=de`)).toContain(
      'Alles, was dafür geschuldet war, ist bezahlt',
    );
    expect(await textOf(`${PAGE}/badge.svg`)).toContain('Open to everyone');
    const next = { release: 'rel_two', quantity: '1', classification: 'MA000065/6' };
    await world.act({
      by: world.owner,
      type: 'release.added',
      id: 'rel_two',
      body: { work: WORK },
    });
    expect((await dataOf()).release).toBe(1);
    await world.give(giving(people.programmer.id, 'con_next', next));
    await consent(people.programmer.id, { work: WORK, show: 'name' });
    const after = await dataOf();
    expect(after).toMatchObject({ release: 2, status: 'owing' });
    expect(after.openBefore).toEqual([{ number: 1, licence: 'Apache-2.0' }]);
    expect(await textOf(PAGE)).toMatch(/Release 1 is open to everyone already/);
  });
});

describe('what is shown to everybody', () => {
  test('is in the language that is asked for, else that of the browser, else in English', async () => {
    await almanac(world);
    const languageOf = async (path: string, accepted = ''): Promise<string | undefined> =>
      /<html lang="(\w+)" dir="(\w+)"/
        .exec(await textOf(path, accepted === '' ? {} : { 'accept-language': accepted }))
        ?.slice(1)
        .join(' ');
    expect(await languageOf(PAGE)).toBe('en ltr');
    expect(await languageOf(PAGE, 'fr;q=0.9, ar-EG;q=0.8, de;q=0.7')).toBe('ar rtl');
    expect(await languageOf(PAGE, 'de;q=0, *')).toBe('en ltr');
    expect(await languageOf(`${PAGE}?lang=de&utm_source=x`, 'ar')).toBe('de ltr');
    expect(await languageOf(`${PAGE}?lang=tlh`, 'de')).toBe('de ltr');
  });

  test('needs no script, loads nothing from elsewhere, and stands in no frame', async () => {
    await almanac(world, { work: { title: '</title><script>alert(1)</script>"]( x' } });
    const answer = await ask(PAGE);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script');
    const text = await answer.text();
    expect(text).not.toContain('<script');
    expect(text).toContain('property="og:title"');
    const loaded = [...text.matchAll(/(?:src|url)[=(]["']?([^"')>\s]+)/g)].map(([, url]) => url);
    const foreign = loaded.filter((url = '') => !/^(http:\/\/localhost\/|\/app\/|data:)/.test(url));
    expect(foreign.filter((url = '') => !url.startsWith('&quot;'))).toEqual([]);
    expect(await textOf(`${PAGE}/badge.svg`)).not.toContain('<script');
  });

  test('is sent again only where it changed (ETag), and the badge may stand anywhere', async () => {
    await almanac(world);
    for (const path of [PAGE, `${PAGE}/badge.svg`, `${PAGE}/card.png`]) {
      const first = await ask(path);
      const tag = first.headers.get('etag') ?? '';
      expect(first.status).toBe(200);
      const again = await ask(path, { 'if-none-match': `"other", W/${tag}` });
      expect(again.status, path).toBe(304);
      expect(await again.text()).toBe('');
    }
    const badge = await ask(`${PAGE}/badge.svg`);
    expect(badge.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(badge.headers.get('cache-control')).toContain('max-age=60');
    const before = badge.headers.get('etag');
    await pay('1000.00');
    expect((await ask(`${PAGE}/badge.svg`)).headers.get('etag')).not.toBe(before);
  });

  test('has a badge with a title, in outlines that need no font', async () => {
    await almanac(world);
    const titles = { en: 'A$9,240.81 until open', de: 'bis zur Öffnung', ar: 'حتى الفتح' };
    for (const [language, title] of Object.entries(titles)) {
      const svg = await textOf(`${PAGE}/badge.svg?lang=${language}`);
      expect(svg).toMatch(/role="img" aria-labelledby="t"/);
      expect(/<title id="t">(.*)<\/title>/.exec(svg)?.[1]).toContain(title);
      expect(svg).not.toContain('<text');
      expect(svg.match(/<path/g)).toHaveLength(2);
    }
  });

  test('has a picture for programs that show links: a PNG of 1200 by 630', async () => {
    await almanac(world);
    const bytes = Buffer.from(await (await ask(`${PAGE}/card.png`)).arrayBuffer());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
