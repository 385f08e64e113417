import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvitationShown, JoinedAnswer } from '../../src/actions/invitations/answers.ts';
import type { QuoteShown } from '../../src/actions/quotes/answers.ts';
import { createApp } from '../../src/http/app.ts';
import { signAct } from '../../src/domain/record/act.ts';
import { sha256, sha256Hex } from '../../src/domain/record/hash.ts';
import { toMultikey } from '../../src/domain/record/multibase.ts';
import { signingKey } from '../../src/domain/record/signature.ts';
import { showWork } from '../../src/actions/works/show-work.ts';
import { almanac, people, RELEASE, WORK } from '../almanac.ts';
import { isSound, newWorld, refusalOf, refusesWithoutChange } from '../world.ts';
import type { World } from '../world.ts';

// People who come by an invitation, what is shown of them to everybody, and quotes.

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.end());

const CODE = 'a code that nobody can guess';
const inviting = (more: object = {}, by = world.owner) => ({
  by,
  type: 'invitation.made',
  id: 'inv_one',
  body: {
    codeHash: sha256Hex(CODE),
    work: WORK,
    role: 'contributor',
    expiresAt: '2026-06-08T09:00:00.000Z',
    ...more,
  },
});

const deviceKey = signingKey(sha256('the key of a phone'));

/** The act by which Yusuf joins, signed by the key of his phone. */
const joining = (more: object = {}, key = deviceKey, by = 'agent_yusuf') =>
  signAct(
    {
      type: 'agent.joined',
      id: 'agent_yusuf',
      by,
      node: world.node.id,
      composedAt: world.node.now().toISOString(),
      body: {
        invitation: 'inv_one',
        code: CODE,
        name: 'Yusuf Demir',
        publicKey: toMultikey(deviceKey.publicKey),
        ...more,
      },
    },
    key,
  );

const get = async (path: string): Promise<unknown> =>
  (await createApp(world.node).request(`http://localhost${path}`)).json();

const imported = {
  type: 'contributions.imported',
  id: 'imp_one',
  body: {
    work: WORK,
    release: RELEASE,
    format: 'history',
    source: 'history.log',
    authors: [{ id: 'agent_y', identity: sha256Hex('yusuf'), name: 'Yusuf D' }],
    lines: [
      {
        id: 'con_y',
        line: 1,
        key: 'history:1',
        contentHash: 'b1',
        author: sha256Hex('yusuf'),
        kind: 'knowledge-work',
        quantity: '2',
        unit: 'h',
        from: '2026-05-04',
        to: '2026-05-04',
        evidence: [],
        estimate: true,
      },
    ],
  },
};

describe('an invitation', () => {
  test('lets one person join with a key of their own; the lines of the author are then theirs', async () => {
    await almanac(world);
    await world.act({ ...imported, by: world.owner });
    await world.act(inviting({ unclaimed: 'agent_y' }));
    const shown = (await get(`/invitations/${encodeURIComponent(CODE)}`)) as InvitationShown;
    expect(shown).toMatchObject({
      work: { id: WORK, title: 'Garden almanac' },
      role: 'contributor',
      from: 'Tamsin Reed',
      name: 'Yusuf D',
      lines: 1,
    });
    const act = joining();
    const joined = (await world.node.submit(act)) as JoinedAnswer;
    expect(joined.agent).toMatchObject({ id: 'agent_yusuf', keptByNode: false, kind: 'person' });
    expect(joined.invitation).toMatchObject({ status: 'joined', role: 'contributor' });
    expect(await world.node.submit(act), 'a retry answers the same').toEqual(joined);
    const work = await world.node.read((sight) => showWork(sight, WORK));
    expect(work.people.map(({ agent }) => agent)).toContain('agent_yusuf');
    const unsigned = {
      type: 'work.added',
      id: 'work_own',
      by: 'agent_yusuf',
      node: world.node.id,
      composedAt: world.node.now().toISOString(),
      body: { title: 'Own', kind: 'text', currency: 'AUD', release: 'rel_own' },
    };
    const refusal = await refusalOf(world.node.keyring.sign('agent_yusuf', unsigned));
    expect(refusal.code, 'the node cannot sign for them').toBe('key-missing');
    await world.node.submit(signAct(unsigned, deviceKey));
    await isSound(world);
  });

  test('holds once (invitation-used), until it expires (invitation-expired)', async () => {
    await almanac(world);
    await world.act(inviting());
    await world.node.submit(joining());
    const again = joining({ publicKey: toMultikey(signingKey(sha256('other')).publicKey) });
    expect((await refusalOf(world.node.submit(again))).code).toBe('id-reused');
    const other = signAct(
      {
        ...unsignedOf(joining()),
        id: 'agent_other',
        by: 'agent_other',
        body: {
          ...(joining().body as object),
          publicKey: toMultikey(signingKey(sha256('other')).publicKey),
        },
      },
      signingKey(sha256('other')),
    );
    expect((await refusalOf(world.node.submit(other))).code).toBe('invitation-used');
    await world.act({ ...inviting({ codeHash: sha256Hex('second') }), id: 'inv_two' });
    world.on('2026-06-08');
    expect(await get('/invitations/second')).toMatchObject({ code: 'invitation-expired' });
    expect(await get('/invitations/unheard')).toMatchObject({ code: 'invitation-unknown' });
  });

  test('is refused where the code is another one, or another signs (invitation-unknown)', async () => {
    await almanac(world);
    await world.act(inviting());
    expect((await refusalOf(world.node.submit(joining({ code: 'wrong' })))).code).toBe(
      'invitation-unknown',
    );
    const byAnother = joining({}, signingKey(sha256('mallory')));
    expect((await refusalOf(world.node.submit(byAnother))).code).toBe('signature-invalid');
    const inAnothersName = joining({}, deviceKey, 'agent_else');
    expect((await refusalOf(world.node.submit(inAnothersName))).code).toBe('act-malformed');
  });

  test('expires within 90 days (expiry-out-of-range); its code is used for nothing else', async () => {
    await almanac(world);
    for (const expiresAt of ['2026-06-01T09:00:00Z', '2026-09-01T09:00:00Z']) {
      await refusesWithoutChange(world, inviting({ expiresAt }), 'expiry-out-of-range');
    }
    await world.act(inviting());
    await refusesWithoutChange(world, { ...inviting(), id: 'inv_two' }, 'id-reused');
    await refusesWithoutChange(
      world,
      { ...inviting({ codeHash: sha256Hex('x'), unclaimed: people.designer.id }), id: 'inv_three' },
      'agent-not-unclaimed',
    );
  });
});

describe('a quote', () => {
  const quoting = (more: object = {}) => ({
    by: world.owner,
    type: 'quote.made',
    id: 'quo_one',
    body: {
      work: WORK,
      payer: { name: 'Harbour Books' },
      amount: { amount: '1100.00', currency: 'AUD' },
      taxRate: '0.1',
      validUntil: '2026-07-01',
      ...more,
    },
  });

  test('says what it pays, names none of the makers, and is paid once', async () => {
    await almanac(world);
    await world.act(quoting());
    const shown = (await get('/quotes/quo_one')) as QuoteShown;
    expect(shown).toMatchObject({
      status: 'valid',
      tax: { amount: '100.00' },
      net: { amount: '1000.00' },
      pays: { accepted: { amount: '1100.00' }, opens: false },
      refused: null,
    });
    expect(JSON.stringify(shown)).not.toContain('Okafor');
    const { id, body } = shown.payment;
    const paying = { by: world.owner, type: 'payment.received', id, body };
    await world.act(paying);
    await world.act(paying);
    expect(await get('/quotes/quo_one')).toMatchObject({
      status: 'paid',
      pays: { accepted: { amount: '1100.00' }, owed: shown.pays?.owed },
    });
    await isSound(world);
  });

  test('is paid in parts, and what goes back is left to pay again', async () => {
    await almanac(world);
    await world.act(quoting({ payTo: 'BSB 000-000, account 123456' }));
    const shown = async () => (await get('/quotes/quo_one')) as QuoteShown;
    const pay = async (more: object = {}) => {
      const { id, body } = (await shown()).payment;
      await world.act({
        by: world.owner,
        type: 'payment.received',
        id,
        body: { ...body, ...more },
      });
      return id;
    };
    const first = await pay({ amount: { amount: '330.00', currency: 'AUD' } });
    expect(await shown()).toMatchObject({
      status: 'part-paid',
      received: { amount: '330.00' },
      left: { amount: '770.00' },
      payTo: 'BSB 000-000, account 123456',
      payments: [{ id: first, offered: { amount: '330.00' }, status: 'received' }],
      payment: { body: { amount: { amount: '770.00' } } },
      pays: { offered: { amount: '770.00' }, tax: { amount: '70.00' } },
    });
    const second = await pay();
    expect(await shown()).toMatchObject({
      status: 'paid',
      left: { amount: '0.00' },
      pays: null,
      // The same again books nothing.
      payment: { id: second, body: { amount: { amount: '770.00' } } },
    });
    expect(await pay()).toBe(second);
    const back = (payment: string) => ({
      by: world.owner,
      type: 'payment.reversed',
      id: `rev_${payment}`,
      body: { payment, reason: 'The bank took it back.' },
    });
    await world.act(back(first));
    expect(await shown()).toMatchObject({
      status: 'part-paid',
      received: { amount: '770.00' },
      left: { amount: '330.00' },
    });
    await world.act(back(second));
    expect(await shown()).toMatchObject({ status: 'reversed', left: { amount: '1100.00' } });
    const third = await pay();
    expect(await shown()).toMatchObject({
      status: 'paid',
      payments: [{ status: 'reversed' }, { status: 'reversed' }, { id: third }],
      pays: { offered: { amount: '1100.00' } },
    });
    await isSound(world);
  });

  test('is paid by what came in another currency, at the rate by which it was booked', async () => {
    await almanac(world);
    await world.act(quoting());
    const { id, body } = ((await get('/quotes/quo_one')) as QuoteShown).payment;
    await world.act({
      by: world.owner,
      type: 'payment.received',
      id,
      body: {
        ...body,
        amount: { amount: '100.01', currency: 'EUR' },
        exchange: { rate: '1.775', source: 'The bank’s statement' },
      },
    });
    // 100.01 x 1.775 = 177.51775
    expect(await get('/quotes/quo_one')).toMatchObject({
      status: 'part-paid',
      received: { amount: '177.52', currency: 'AUD' },
      left: { amount: '922.48' },
      payments: [{ offered: { amount: '100.01', currency: 'EUR' } }],
    });
  });

  test('that is not in the work’s currency is paid by a payment in another one', async () => {
    await almanac(world);
    await world.act(quoting({ amount: { amount: '700.00', currency: 'EUR' } }));
    const { id, body } = ((await get('/quotes/quo_one')) as QuoteShown).payment;
    const amount = { amount: '1200.00', currency: 'AUD' };
    await world.act({ by: world.owner, type: 'payment.received', id, body: { ...body, amount } });
    expect(await get('/quotes/quo_one')).toMatchObject({
      status: 'paid',
      received: { amount: '700.00', currency: 'EUR' },
    });
  });

  test('expires, is not made for no time, nor for nothing (quote-unknown)', async () => {
    await almanac(world);
    await refusesWithoutChange(world, quoting({ validUntil: '2026-05-31' }), 'expiry-out-of-range');
    await refusesWithoutChange(world, quoting({ taxRate: '1.1' }), 'tax-rate-out-of-range');
    const none = { amount: '0', currency: 'AUD' };
    await refusesWithoutChange(world, quoting({ amount: none }), 'amount-not-positive');
    await world.act(quoting());
    world.on('2026-07-02');
    expect(await get('/quotes/quo_one')).toMatchObject({ status: 'expired', pays: null });
    expect(await get('/quotes/quo_none')).toMatchObject({ code: 'quote-unknown' });
  });
});

const unsignedOf = ({ proof: _, ...unsigned }: ReturnType<typeof joining>) => unsigned;
