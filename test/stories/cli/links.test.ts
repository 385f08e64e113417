import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine } from '../../command-line.ts';

// Links that one sends to others: invitations, quotes, and ways in.

const cli = new CommandLine();
afterAll(() => cli.end());

const work = 'Garden Almanac';
const at = ['--at', 'https://garden.example:4443/app/'];
const aud = (amount: string) => ({ amount, currency: 'AUD' });

beforeAll(async () => {
  await cli.json('agent', 'add', '--name', 'Pat', '--kind', 'person');
  await cli.json('work', 'add', '--title', work, '--currency', 'AUD');
  await cli.json('agreement', 'draft', work, '--preset', 'award');
  for (const name of ['Owner', 'Pat']) await cli.json('agreement', 'sign', work, '--by', name);
  const added = await cli.json(
    ...['contribution', 'add', '--work', work, '--by', 'Pat', '--kind', 'knowledge-work'],
    ...[
      '--quantity',
      '100',
      '--unit',
      'h',
      '--classification',
      'MA000065/6',
      '--on',
      '2026-05-04/2026-05-29',
    ],
  );
  await cli.json('contribution', 'accept', String(added['id']));
});

describe('an invitation', () => {
  const make = ['invitation', 'make', work];

  test('is a link that is told once; the node keeps a hash of its code', async () => {
    const made = await cli.json(...make, '--role', 'signatory', '--expires', '30d', ...at);
    expect(made).toMatchObject({ role: 'signatory', status: 'waiting', unclaimed: null });
    const id = String(made['id']);
    const [, code = ''] = String(made['url']).split('https://garden.example:4443/app/join#');
    expect(code).toMatch(/^[1-9A-Za-z]{15,}$/);
    const act = JSON.stringify(await cli.json('act', 'show', 'invitation.made', id));
    expect(act).not.toContain(code);
    expect(act).toContain(createHash('sha256').update(code).digest('hex'));
    const shown = await cli.json('invitation', 'show', id);
    expect(made).toEqual({ ...shown, url: made['url'] });
    expect(await cli.json('invitation', 'show', String(made['url']))).toEqual(shown);
    expect(await cli.json('invitation', 'list', work)).toEqual({ items: [shown] });
    expect(await cli.text('invitation', 'list', work)).toContain('waiting');
  });

  test('is taken back by its id or its link, once', async () => {
    const made = await cli.json(...make, ...at);
    expect(made['role']).toBe('contributor');
    const url = String(made['url']);
    const revoked = await cli.json('invitation', 'revoke', url);
    expect(revoked).toMatchObject({ id: made['id'], status: 'revoked' });
    expect(await cli.text('invitation', 'show', String(made['id']))).toContain('revoked');
    const again = await cli.refused('invitation', 'revoke', String(made['id']));
    expect(again).toMatchObject({ code: 'invitation-revoked', exit: 1 });
    const gone = await cli.refused('invitation', 'show', url);
    expect(gone).toMatchObject({ code: 'invitation-revoked' });
  });

  test('can be for an imported author, and holds until the end of a day', async () => {
    const sheet = ['date,hours,author', '2026-05-05,2,Ada L.'].join('\n');
    writeFileSync(`${cli.folder}/may.csv`, sheet);
    const take = ['contribution', 'import', 'may.csv', '--work', work, '--format', 'csv'];
    await cli.json(...take);
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const made = await cli.json(...make, '--for', 'ada l.', '--expires', day, ...at);
    expect(made).toMatchObject({
      unclaimed: { name: 'Ada L.' },
      expiresAt: `${day}T23:59:59.000Z`,
    });
    expect(await cli.refused(...make, '--for', 'Pat', ...at)).toMatchObject({
      code: 'agent-not-unclaimed',
    });
  });

  test.each([
    [['--role', 'king'], 'option-malformed', 2],
    [['--expires', 'soon'], 'option-malformed', 2],
    [['--expires', '900d'], 'expiry-out-of-range', 1],
    [['--release', '7'], 'release-unknown', 4],
    [['--at', 'garden'], 'option-malformed', 2],
  ])('is not made with %j', async (more, code, exit) => {
    expect(await cli.refused(...make, ...more)).toMatchObject({ code, exit });
  });

  test('that nobody made is not there', async () => {
    expect((await cli.json('invitation', 'list', work))['items']).toHaveLength(3);
    for (const one of ['inv_aaaabbbbccccddddeeee', 'https://garden.example/app/join#abc']) {
      const refused = await cli.refused('invitation', 'show', one);
      expect(refused).toMatchObject({ code: 'invitation-unknown', exit: 4 });
    }
  });
});

describe('a quote', () => {
  const make = [
    ...['quote', 'make', work, '--to', 'Greenhouse Pty Ltd', '--amount', '1100.00'],
    ...['--currency', 'AUD', '--tax-rate', '10%', ...at],
  ];

  test('books nothing until what it says has come, and is booked once', async () => {
    const made = await cli.json(...make, '--id', 'quo_greenhouse', '--note', 'For the school');
    expect(made).toMatchObject({
      ...{ payer: 'Greenhouse Pty Ltd', amount: aud('1100.00'), tax: aud('100.00') },
      ...{ net: aud('1000.00'), note: 'For the school', status: 'valid' },
      url: 'https://garden.example:4443/app/quotes/quo_greenhouse',
    });
    expect(await cli.json(...make, '--id', 'quo_greenhouse', '--note', 'For the school')).toEqual(
      made,
    );
    const shown = await cli.json('quote', 'show', 'quo_greenhouse', ...at);
    expect(shown).toMatchObject({ ...made, pays: { accepted: aud('1100.00') }, refused: null });
    expect(await cli.text('quote', 'show', 'quo_greenhouse', ...at)).toMatch(
      /still owed then.*\n\nWhen the money has come: .* receive --quote quo_greenhouse --dry-run/,
    );
    const receive = ['payment', 'receive', '--quote', 'quo_greenhouse'];
    const preview = await cli.json(...receive, '--dry-run');
    expect(preview).toMatchObject({ name: 'Greenhouse Pty Ltd', offered: aud('1100.00') });
    expect((await cli.json('payment', 'list'))['items']).toEqual([]);
    const paid = await cli.json(...receive);
    expect(paid).toMatchObject({ tax: aud('100.00'), accepted: aud('1100.00') });
    expect(await cli.json(...receive), 'a retry').toEqual(paid);
    expect((await cli.json('payment', 'list'))['items']).toHaveLength(1);
    expect((await cli.json('quote', 'list', work))['items']).toMatchObject([{ status: 'paid' }]);
    expect(await cli.text('quote', 'list', work)).toContain('Greenhouse Pty Ltd');
  });

  test('says how to pay, what came in of it, and takes the rest', async () => {
    const said = ['--id', 'quo_parts', '--pay-to', 'Account 123456'];
    expect(await cli.text(...make, ...said)).toMatch(/^how to pay +Account 123456$/m);
    const part = ['--amount', '300.00', '--currency', 'AUD', '--from', 'Greenhouse Pty Ltd'];
    await cli.json(
      'payment',
      'receive',
      '--work',
      work,
      ...part,
      '--tax-rate',
      '10%',
      '--id',
      'pay_parts',
    );
    const text = await cli.text('quote', 'show', 'quo_parts', ...at);
    expect(text).toMatch(/^received +AUD 300\.00$/m);
    expect(text).toMatch(/^left +AUD 800\.00$/m);
    expect(text).toContain('What paying the rest would do today:');
    const rest = await cli.json('payment', 'receive', '--quote', 'quo_parts');
    expect(rest).toMatchObject({ id: 'pay_parts.2', offered: aud('800.00') });
    expect(await cli.json('quote', 'show', 'quo_parts', ...at)).toMatchObject({ status: 'paid' });
  });

  test('says all that a payment has to say, and nothing may be said beside it', async () => {
    const both = await cli.refused('payment', 'receive', '--quote', 'quo_x', '--amount', '1');
    expect(both).toMatchObject({ code: 'command-malformed', exit: 2 });
    const neither = await cli.refused('payment', 'receive', '--work', work);
    expect(neither).toMatchObject({ code: 'command-malformed', exit: 2 });
    expect(String(neither['detail'])).toContain('--amount <amount>');
    const unknown = await cli.refused('payment', 'receive', '--quote', 'quo_x');
    expect(unknown).toMatchObject({ code: 'quote-unknown', exit: 4 });
  });

  test.each([
    [['--until', '2020-01-01'], 'expiry-out-of-range', 1],
    [['--tax-rate', '1'], 'option-malformed', 2],
    [['--amount', '0'], 'amount-not-positive', 1],
    [['--currency', 'XXXX'], 'currency-unknown', 1],
  ])('is not made with %j', async (more, code, exit) => {
    expect(await cli.refused(...make, ...more)).toMatchObject({ code, exit });
  });
});

test('a way in is printed for the owner or for an agent, under the address that they use', async () => {
  const own = await cli.json('session', 'link', ...at);
  const theirs = await cli.json('session', 'link', 'Pat', ...at);
  expect(theirs['agent']).toBe((await cli.json('agent', 'show', 'Pat'))['id']);
  expect(own['agent']).not.toBe(theirs['agent']);
  for (const { url, code } of [own, theirs]) {
    expect(url).toBe(`https://garden.example:4443/app/enter#${String(code)}`);
  }
  const stopped = await cli.run('session', 'link');
  expect(stopped).toMatchObject({ status: 0 });
  expect(stopped.stdout).toContain('http://localhost:4410/app/enter#');
  expect(stopped.stderr).toContain('The node does not run');
});
