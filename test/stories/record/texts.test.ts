import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importNode, verifyArchive } from '../../../src/archive.ts';
import { showContribution } from '../../../src/actions/contributions/show-contribution.ts';
import { createApp } from '../../../src/http/app.ts';
import { createClient } from '../../../src/sdk/client.ts';
import { RELEASE, WORK, almanac, almanacLines, people } from '../../almanac.ts';
import { rewritten } from '../../faults/rewritten.ts';
import { World, newWorld, refusalOf, refusesWithoutChange, scratchDirectory } from '../../world.ts';

// Notes and reasons of several lines: they read as they are written, or do not come in.

const TURNED = 'Paid back:\n100\u202e.00 AUD';

let world: World;
let room: string;
beforeAll(async () => {
  room = scratchDirectory();
  world = await newWorld({ seed: 'texts', on: '2026-06-12' });
  await almanac(world);
  await world.pay('pay_1', '1100.00', { work: WORK, taxRate: '0.1' });
});
afterAll(async () => {
  await world.end();
  rmSync(room, { recursive: true, force: true });
});

const contribution = 'con_designer';
const place = { work: WORK, release: RELEASE };
const author = 'a'.repeat(64);
const day = { from: '2026-05-02', to: '2026-05-02' };
const exchange = { rate: '1.6', source: TURNED };
const hour = { kind: 'knowledge-work', quantity: '1', unit: 'h', ...day, evidence: [] };
const amount = { amount: '10.00', currency: 'EUR' };

const SAID: readonly (readonly [type: string, body: object])[] = [
  ['contribution.added', { ...place, ...hour, what: TURNED }],
  ['contribution.added', { ...place, ...hour, evidence: ['receipt 1', TURNED] }],
  ['contribution.added', { ...place, ...hour, exchange }],
  ['contribution.confirmed', { contribution, exchange }],
  ['contribution.accepted', { contribution, reason: TURNED }],
  ['contribution.rejected', { contribution, reason: TURNED }],
  ['contribution.withdrawn', { contribution, reason: TURNED }],
  ['contribution.cancelled', { contribution, reason: TURNED }],
  ['payment.received', { work: WORK, amount, payer: { name: 'Harbour Books' }, exchange }],
  ['payment.reversed', { payment: 'pay_1', reason: TURNED }],
  ['work.swept', { work: WORK, exchange }],
  ['agent.unkeyed', { publicKey: 'z6MkGone', reason: TURNED }],
  [
    'quote.made',
    { work: WORK, payer: { name: 'H' }, amount, validUntil: '2026-07-01', note: TURNED },
  ],
  [
    'agreement.drafted',
    { ...place, preset: 'award', terms: { parties: [{ id: 'a', name: TURNED }] } },
  ],
  [
    'contributions.imported',
    {
      ...place,
      format: 'csv',
      source: 'sheet.csv',
      authors: [{ id: 'agent_new', identity: author, name: 'New' }],
      lines: [
        { id: 'c', key: 'k', contentHash: 'h', author, ...hour, what: TURNED, estimate: false },
      ],
    },
  ],
];

describe('a text of several lines', () => {
  test.each(SAID)('of %s may not turn what is read in it', async (type, body) => {
    const said = { by: world.owner, type, id: `said_${type}`, body };
    const refusal = await refusesWithoutChange(world, said, 'text-malformed');
    expect(refusal.message).toBe(
      'Line 2 of the text holds a sign that turns text around, near "100.00 AUD".',
    );
    expect((await refusalOf(world.preview(said))).code).toBe('text-malformed');
  });

  test('in any script and of any length comes in as it was written', async () => {
    const what = 'جدول المدّ والجزر\u200f (v2)\n\tשורה\r\nline 3';
    const by = people.designer.id;
    const body = { ...place, ...hour, what, evidence: ['a note'], draft: true };
    await world.act({ by, type: 'contribution.added', id: 'con_lines', body });
    const shown = await world.node.read((sight) => showContribution(sight, 'con_lines'));
    expect(shown.what).toBe(what);
  });

  test('that another program wrote loses the signs when it is looked at, and comes in', async () => {
    const app = createApp(world.node);
    const client = createClient({
      url: 'http://localhost',
      token: world.node.token,
      clock: () => world.node.now(),
      fetch: async (input, init) => app.request(input, init),
    });
    const sheet = `author,date,hours,description\nAda,2026-05-02,1,fix \u202egpj.exe\u202c\n`;
    const file = new Blob([sheet]);
    const shown = await client.imports.lookAtFile({ format: 'csv', name: 'sheet.csv', file });
    expect(shown.lines.map(({ what }) => what)).toEqual(['fix gpj.exe']);
    const body = client.imports.bodyOf(shown, { ...place, import: 'imp_1' });
    expect((await client.contributions.import(body, { id: 'imp_1' })).taken).toHaveLength(1);
  });
});

test('a record from before that rule is sound, moves, and shows the text as it stands', async () => {
  const [from, to] = [join(room, 'archive'), join(room, 'older')];
  const [line] = almanacLines();
  await world.node.exportTo(from);
  await rewritten(world, { from, to }, (act) =>
    act.type === 'contribution.added' && act.id === line?.id
      ? { ...act, body: { ...(act.body as object), what: TURNED } }
      : undefined,
  );
  expect(await verifyArchive(to)).toMatchObject({ status: 'sound' });
  const dataDir = join(room, 'moved');
  await importNode({ from: to, dataDir });
  const moved = await new World({ dataDir, seed: 'moved', on: '2026-06-12' }).open();
  const shown = await moved.node.read((sight) => showContribution(sight, line?.id ?? ''));
  expect(shown.what).toBe(TURNED);
  expect((await moved.node.check()).status).toBe('sound');
  await moved.close();
});
