import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { almanac, people, WORK } from '../almanac.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';

// A statement on paper.

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.end());

async function paper(agent: string, days = ''): Promise<Buffer> {
  const response = await createApp(world.node).request(
    `http://localhost/agents/${agent}/statement.pdf${days}`,
    { headers: { authorization: `Bearer ${world.node.token}` } },
  );
  expect(response.headers.get('content-type'), await response.clone().text()).toBe(
    'application/pdf',
  );
  return Buffer.from(await response.arrayBuffer());
}

/** What a PDF says, with its streams unpacked. */
function insideOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = text.matchAll(/stream\n([\s\S]*?)\nendstream/g);
  return [...streams].reduce((all, [, packed = '']) => {
    try {
      return all + inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return all;
    }
  }, text);
}

describe('a statement on paper', () => {
  test('is a tagged PDF, and the same bytes each time', async () => {
    await almanac(world);
    await world.pay('pay_one', '1000.00', { work: WORK });
    await world.payOut('out_one', people.designer.id, '10.00');
    const first = await paper(people.designer.id);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.toString('latin1')).toContain('/StructTreeRoot');
    expect((await paper(people.designer.id)).equals(first)).toBe(true);
    await world.pay('pay_two', '1000.00', { work: WORK });
    expect((await paper(people.designer.id)).equals(first)).toBe(false);
  });

  test('of a period says what stood before it', async () => {
    await almanac(world);
    await world.pay('pay_one', '1000.00', { work: WORK });
    const [whole, year] = [
      await paper(people.designer.id),
      await paper(people.designer.id, '?from=2026-01-01&to=2026-12-31'),
    ];
    expect(year.length).toBeGreaterThan(whole.length);
    expect((await paper(people.designer.id, '?from=2026-01-01&to=2026-12-31')).equals(year)).toBe(
      true,
    );
  });

  test('of a year holds no list: a sign before a word is no mark-up', async () => {
    await almanac(world);
    const year = await paper(people.designer.id, '?from=2026-01-01&to=2026-12-31');
    expect(insideOf(year)).toContain('/Table');
    expect(insideOf(year)).not.toMatch(/\/(LBody|LI)\b/);
  });

  test('is in the language that is asked for, and the same bytes each time', async () => {
    await almanac(world);
    const [english, german, arabic] = [
      await paper(people.designer.id, '?language=en'),
      await paper(people.designer.id, '?language=de'),
      await paper(people.designer.id, '?language=ar'),
    ];
    expect(english.equals(await paper(people.designer.id))).toBe(true);
    expect(german.toString('latin1')).toContain('/Lang (de)');
    expect(arabic.toString('latin1')).toContain('/Lang (ar)');
    expect(arabic.equals(await paper(people.designer.id, '?language=ar'))).toBe(true);
  });

  test('is set in the letters of the app, Arabic ones where there are any', async () => {
    await world.person('agent_latin', 'Mariam Haddad');
    await world.person('agent_arabic', 'مريم حداد');
    const fontsOf = async (agent: string) => insideOf(await paper(agent));
    const latin = await fontsOf('agent_latin');
    for (const font of ['Newsreader', 'HankenGrotesk']) expect(latin).toContain(font);
    for (const font of ['Vazirmatn', 'Libertinus']) expect(latin).not.toContain(font);
    expect(await fontsOf('agent_arabic')).toContain('Vazirmatn');
  });

  test('takes any name for text, never for mark-up', async () => {
    await world.person('agent_odd', '#panic("x") = $1$ *b* <l> @r مرحبا');
    expect((await paper('agent_odd')).length).toBeGreaterThan(1000);
  });
});
