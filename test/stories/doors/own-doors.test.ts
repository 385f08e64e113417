import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../../src/sdk/client.ts';
import type { CheckProgress } from '../../../src/sdk/books.ts';
import { serveScratch } from '../../served.ts';
import type { Served } from '../../served.ts';
import { Authenticator } from '../../authenticator.ts';

// One's own doors: sessions, passkeys, invitations that are taken back, what the node has of one.

let served: Served;
beforeAll(async () => {
  served = await serveScratch();
});
afterAll(() => served.end());

const URL_HERE = 'http://localhost';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A browser that has come in as an agent: a client that shows its cookie. */
async function browserOf(agent: string, userAgent = FIREFOX) {
  const { code } = await served.node.doorkeeper.makeLink(agent);
  const response = await served.app.request(`${URL_HERE}/sessions`, {
    method: 'POST',
    body: JSON.stringify({ way: 'link', code }),
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const asking = async (input: string, init: RequestInit = {}): Promise<Response> =>
    served.app.request(input, { ...init, headers: { ...(init.headers as object), cookie } });
  return createClient({
    url: URL_HERE,
    by: agent,
    fetch: asking,
    clock: () => served.node.now(),
  });
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

describe('sessions', () => {
  test('are listed with their browser, and ended one by one, but not those of others', async () => {
    const { owner } = served.node;
    const [here, there] = [await browserOf(owner), await browserOf(owner, 'curl/8')];
    const { items } = await here.doors.sessions.list();
    expect(items.filter(({ current }) => current)).toMatchObject([
      { browser: 'Firefox on Linux', way: 'link' },
    ]);
    const other = items.find(({ browser }) => browser === null);
    expect(JSON.stringify(items)).not.toMatch(/[0-9a-f]{64}/);
    await here.doors.sessions.end(other?.id ?? '');
    expect(await codeOf(there.works.list())).toBe('session-ended');
    expect(await codeOf(here.doors.sessions.end(other?.id ?? ''))).toBe('session-unknown');
    const id = 'agent_jun';
    const { publicKey } = await served.client.keys.make(id);
    await served.client.agents.add(
      { name: 'Jun', kind: 'person', publicKey, keptByNode: true },
      { id },
    );
    const jun = await browserOf(id);
    const mine = (await here.doors.sessions.list()).items.find(({ current }) => current);
    expect(await codeOf(jun.doors.sessions.end(mine?.id ?? ''))).toBe('session-unknown');
    expect((await jun.doors.sessions.list()).items).toHaveLength(1);
  });
});

describe('a passkey', () => {
  test('is given another name by its own agent alone (passkey-unknown)', async () => {
    const here = await browserOf(served.node.owner);
    const device = new Authenticator(URL_HERE);
    const { id } = await here.doors.passkeys.keep(
      'Old',
      device.make(await here.doors.passkeys.toMake()),
    );
    expect(await here.doors.passkeys.rename(id, '  My phone ')).toMatchObject({
      name: 'My phone',
    });
    expect((await here.doors.passkeys.list()).items).toMatchObject([{ name: 'My phone' }]);
    expect(await codeOf(here.doors.passkeys.rename(id, ''))).toMatch(/^name-/);
    const other = await browserOf('agent_jun');
    expect(await codeOf(other.doors.passkeys.rename(id, 'Mine'))).toBe('passkey-unknown');
  });
});

describe('an invitation', () => {
  test('can be taken back before anybody joins; its link then says so (invitation-revoked)', async () => {
    const { client } = served;
    const work = await client.works.add({ title: 'Tide', kind: 'text', currency: 'AUD' });
    const code = client.invitations.newCode();
    const expiresAt = new Date(served.node.now().getTime() + 86_400_000).toISOString();
    const made = await client.invitations.make({
      code,
      work: work.id,
      role: 'reviewer',
      expiresAt,
    });
    expect(await client.invitations.revoke(made.id)).toMatchObject({ status: 'revoked' });
    expect(await codeOf(client.invitations.show(code))).toBe('invitation-revoked');
    expect(await codeOf(client.invitations.revoke(made.id))).toBe('invitation-revoked');
    expect(await codeOf(client.invitations.revoke('inv_none'))).toBe('invitation-unknown');
    const { items } = await client.invitations.list(work.id);
    expect(items).toMatchObject([{ id: made.id, status: 'revoked' }]);
    const stranger = await browserOf('agent_jun');
    const again = client.invitations.newCode();
    const second = await client.invitations.make({
      code: again,
      work: work.id,
      role: 'reviewer',
      expiresAt,
    });
    expect(await codeOf(stranger.invitations.revoke(second.id))).toBe('not-allowed');
    expect((await client.node.check()).status).toBe('sound');
  });
});

describe('what a node says of itself', () => {
  test('its owner alone learns where it runs, what it takes, and when it was checked', async () => {
    const here = await browserOf(served.node.owner);
    const told: CheckProgress[] = [];
    const report = await here.node.checkTelling((at) => told.push(at));
    expect(report).toMatchObject({ status: 'sound' });
    expect(told[0]).toEqual({ entries: 0, total: report.entries });
    const found = await here.node.installation();
    expect(found).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      url: '',
      beyond: null,
      identityKey: expect.stringMatching(/^z6Mk/),
      data: { directory: served.node.dataDir, entries: report.entries },
      lastCheck: { status: 'sound', entries: report.entries },
    });
    expect(found.data.bytes).toBeGreaterThan(10_000);
    const jun = await browserOf('agent_jun');
    expect(await codeOf(jun.node.installation())).toBe('not-allowed');
    expect(await codeOf(jun.node.check())).toBe('not-allowed');
  });

  test('how large an export is, it says before it is sent', async () => {
    const response = await served.ask('/node/export?keys=false');
    const size = Number(response.headers.get('content-length'));
    expect((await response.arrayBuffer()).byteLength).toBe(size);
  });
});

describe('what a node has of somebody', () => {
  test('they can take with them, as JSON and as a spreadsheet; nobody else but the owner', async () => {
    const { client } = served;
    const [work] = (await client.works.list()).items;
    const about = { work: work?.id ?? '', kind: 'cash', quantity: '12', unit: 'AUD' };
    const on = { from: '2026-05-01', to: '2026-05-01', evidence: ['https://a.example/1'] };
    const line = {
      ...about,
      ...on,
      what: '=HYPERLINK("x"), "paper"',
      release: work?.release ?? '',
    };
    await client.contributions.add({ ...line, draft: true }, { by: 'agent_jun' });
    const jun = await browserOf('agent_jun');
    await jun.consents.give({ work: about.work, show: 'alias', alias: 'J' }).catch(() => undefined);
    const data = await jun.agents.data('agent_jun');
    expect(data.agent.name).toBe('Jun');
    expect(data.contributions).toMatchObject([
      { what: '=HYPERLINK("x"), "paper"', quantity: '12' },
    ]);
    expect(data.acts.every(({ act }) => act['by'] === 'agent_jun')).toBe(true);
    expect(data.acts.map(({ act }) => act['type'])).toContain('contribution.added');
    expect(await codeOf(jun.agents.data(served.node.owner))).toBe('not-allowed');
    const csv = await served.ask('/agents/agent_jun/data?format=csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, row] = (await csv.text()).split('\r\n');
    expect(head).toBe(
      'id,work,release,kind,what,from,to,quantity,unit,status,estimate,cost,owed in all,' +
        'still owed,currency,evidence',
    );
    expect(row).toContain(`"'=HYPERLINK(""x""), ""paper"""`);
  });
});
