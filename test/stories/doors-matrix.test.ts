import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/actions/catalogue.ts';
import { allowedParts, may, roles, ruledActions, standings } from '../../src/domain/agents/part.ts';
import type { Role, Standing } from '../../src/domain/agents/part.ts';
import { createApp } from '../../src/http/app.ts';
import type { Route } from '../../src/http/route.ts';
import { routes } from '../../src/http/routes.ts';
import { Device, ending } from '../device.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';

// Every door, every part, every standing: what the rules say is what the doors do.

const work = 'work_kite';
const release = 'rel_kite';

/** Who has which part in the one work of this story, and no other. */
const cast: Readonly<Partial<Record<Role, string>>> = {
  steward: 'agent_steward',
  signatory: 'agent_signatory',
  contributor: 'agent_contributor',
  reviewer: 'agent_reviewer',
  payer: 'agent_payer',
  visitor: 'agent_visitor',
};

let world: World;
const cookies = new Map<Role, string>();

/** A device of each, whose key was ended: what it signs is let in at the door, and never booked. */
const devices = new Map<Role, Device>();

beforeAll(async () => {
  world = await newWorld();
  for (const [role, id] of Object.entries(cast)) {
    await world.person(id, `The ${role}`, { jurisdiction: 'AU' });
  }
  const body = { title: 'Kite', kind: 'design', currency: 'AUD', release };
  await world.act({ by: 'agent_steward', type: 'work.added', id: work, body });
  const signers = ['agent_steward', 'agent_signatory', 'agent_contributor', 'agent_reviewer'];
  const agreed = await world.agree({ work, release, by: 'agent_steward', signers });
  expect(agreed.id).toBe('agr_1');
  await gives('con_kite');
  await world.act(accepting('con_kite', 'agent_reviewer'));
  await gives('con_draft', { draft: true });
  await pays('pay_kite', '10.00');
  for (const role of ['owner', ...Object.keys(cast)] as Role[]) {
    const agent = role === 'owner' ? world.owner : (cast[role] ?? '');
    const { secret } = await world.node.doorkeeper.open(agent, 'device');
    const name = `webizen-${world.node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}`;
    cookies.set(role, `${name}=${secret}`);
    const device = new Device(role);
    await world.act(device.adding(world, agent));
    await world.act(ending(agent, device.publicKey));
    devices.set(role, device);
  }
});
afterAll(() => world.end());

const gives = (id: string, more: object = {}) =>
  world.act({
    by: 'agent_contributor',
    type: 'contribution.added',
    id,
    body: {
      work,
      release,
      kind: 'cash',
      quantity: '100',
      unit: 'AUD',
      from: '2026-05-01',
      to: '2026-05-01',
      evidence: [],
      ...more,
    },
  });
const accepting = (contribution: string, by: string) => ({
  by,
  type: 'contribution.accepted',
  id: `acc_${contribution}`,
  body: { contribution },
});
const pays = (id: string, amount: string) =>
  world.act({
    by: world.owner,
    type: 'payment.received',
    id,
    body: { work, amount: { amount, currency: 'AUD' }, from: 'agent_payer' },
  });

/** The thing of each noun, and whose it is. */
const things: Readonly<Record<string, { readonly id: string; readonly whose?: Role }>> = {
  work: { id: work },
  release: { id: release },
  agreement: { id: 'agr_1' },
  contribution: { id: 'con_kite', whose: 'contributor' },
  payment: { id: 'pay_kite', whose: 'payer' },
  payout: { id: 'out_none' },
  agent: { id: 'agent_contributor', whose: 'contributor' },
};

const previews: Readonly<Record<string, object>> = {
  'payment.preview': { work, amount: { amount: '1', currency: 'AUD' }, payer: { name: 'P' } },
  'sweep.preview': { work },
  'payout.preview': { to: 'agent_payer', amount: { amount: '1', currency: 'AUD' } },
  'import.preview': { work, release, format: 'csv', source: 's', authors: [], lines: [] },
};

function initOf({ method, action }: Route, type: string): RequestInit {
  if (method === 'GET' || method === 'DELETE') return { method };
  const body = {
    type,
    id: 'act_try',
    by: world.owner,
    node: world.node.id,
    composedAt: world.node.now().toISOString(),
    body: previews[action] ?? {},
  };
  const sent = previews[action] === undefined ? {} : body;
  return { method, body: JSON.stringify(sent) };
}

const types: Readonly<Record<string, string>> = {
  'payment.preview': 'payment.received',
  'sweep.preview': 'work.swept',
  'payout.preview': 'payout.recorded',
};

const typeOf = ({ action }: Route): string => types[action] ?? 'contributions.imported';

/** What some doors must be told. */
const asked: Readonly<Record<string, string>> = {
  '/names': '?noun=agent&text=x',
  '/ledger/export': '?format=csv',
  '/imports/previews': '?format=csv&name=x',
};

/** Lists that hold what is one's own, where one is not the owner. */
const ownLists: readonly string[] = ['works.list', 'payouts.list', 'record.list'];

async function isAllowed(route: Route, role: Role, id: string): Promise<boolean> {
  const isOwnList = [...ownLists, 'agents.list'].includes(route.action);
  const filter = route.of === 'list' && !isOwnList ? `?work=${work}` : '';
  const query = (route.method === 'POST' ? undefined : asked[route.path]) ?? filter;
  const path = route.path.replace('{id}', id).replaceAll(/\{\w+\}/g, 'x');
  const response = await createApp(world.node).request(`http://localhost${path}${query}`, {
    ...initOf(route, typeOf(route)),
    headers: { cookie: cookies.get(role) ?? '', 'content-type': 'application/json' },
  });
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel();
    return true;
  }
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  const text = isProblem ? await response.text() : '';
  if (!isProblem) await response.body?.cancel();
  return !text.includes('"code":"not-allowed"');
}

const walked = routes.filter(({ authority }) => authority === 'owner');

/** The part as the rules know it: in the thing at hand, or in any work for the node as a whole. */
function partOf(route: Route, role: Role, whose: Role | undefined): Role[] {
  if (route.of === 'list' && ownLists.includes(route.action))
    return [role === 'owner' ? role : 'self'];
  // Of a person no work is known: what counts is what they are anywhere.
  const more: Role[] = whose === role ? ['self'] : [];
  return [role, ...more];
}

async function walk(standing: Standing): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of walked) {
    const thing = things[route.of ?? ''] ?? { id: 'x' };
    const isLine = route.of === 'contribution';
    const id = isLine && standing === 'draft' ? 'con_draft' : thing.id;
    const stands = isLine || standing !== 'draft' ? standing : 'owing';
    for (const role of cookies.keys()) {
      if (route.action === 'node.check' || route.action === 'node.export') continue;
      const expected = may(partOf(route, role, thing.whose), route.action, stands);
      const found = await isAllowed(route, role, id);
      if (found !== expected) {
        wrong.push(`${route.method} ${route.path} as ${role}, ${standing}: ${found}`);
      }
    }
  }
  return wrong;
}

const acts = routes.filter(({ authority, action }) => {
  // Whoever joins has no part yet: the invitation says whether they may.
  return authority === 'act' && action !== 'agent.joined';
});

/** What of an act is in its address, where that is not called as the first step of it is. */
const inAddress: Readonly<Record<string, string>> = {
  '/agents/{id}/claims': 'unclaimed',
  '/keys/{id}/endings': 'publicKey',
};

/** The code of the refusal of an act that is about the work of this story. */
async function refusedAs({ path, method, action, example }: Route, role: Role): Promise<string> {
  const by = role === 'owner' ? world.owner : (cast[role] ?? '');
  const body: Record<string, unknown> = { ...(example?.body as object) };
  for (const noun of Object.keys(body)) {
    const thing = things[noun];
    if (thing !== undefined) body[noun] = noun === 'agent' ? by : thing.id;
  }
  const at = inAddress[path] ?? path.split('/')[1]?.replace(/s$/, '') ?? '';
  const id = path === '/agents/{id}/keys' ? by : String(body[at]);
  const device = devices.get(role);
  const act = device?.signs(world, { by, type: action, id: 'act_matrix', body });
  const answer = await createApp(world.node).request(
    `http://localhost${path.replace('{id}', encodeURIComponent(id))}`,
    { method, body: JSON.stringify(act), headers: { 'content-type': 'application/json' } },
  );
  return ((await answer.json()) as { code?: string }).code ?? `${answer.status}`;
}

async function walkActs(standing: Standing): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of acts) {
    for (const role of devices.keys()) {
      const mayDo = may([role], route.action, standing);
      const found = await refusedAs(route, role);
      if (found === (mayDo ? 'signing-key-ended' : 'not-allowed')) continue;
      wrong.push(`${route.method} ${route.path} as ${role}, ${standing}: ${found}`);
    }
  }
  return wrong;
}

describe('the parts in a work', () => {
  test('every door that asks who comes says what it does, and a rule knows it', () => {
    for (const { authority, action, method, path } of routes) {
      const where = `${method} ${path}`;
      if (authority === 'none') expect(action, where).toBe('none');
      else expect(ruledActions, where).toContain(action);
    }
  });

  test('every act that outsiders may send has a rule; the rest only the owner may', () => {
    for (const { type, internal } of catalogue) {
      if (internal !== true) expect(ruledActions).toContain(type);
    }
    for (const role of roles) {
      expect(may([role], 'something.unheard', 'none')).toBe(role === 'owner');
    }
  });

  test('the owner may do everything; a part more never allows less', () => {
    for (const action of ruledActions) {
      for (const standing of standings) {
        expect(may(['owner'], action, standing), action).toBe(true);
        for (const role of allowedParts(action, standing)) {
          expect(may(['visitor', role], action, standing)).toBe(true);
        }
      }
    }
  });

  test('a draft is between its author and those who keep the work', () => {
    expect(roles.filter((role) => may([role], 'contribution.show', 'draft'))).toEqual([
      'owner',
      'steward',
      'self',
    ]);
  });

  test('every door does what the rules say, for every part, while the work is owing', async () => {
    expect(await walk('owing')).toEqual([]);
    expect(await walk('draft')).toEqual([]);
  });

  test('every act is let in, for every part, as the rules say, while the work is owing', async () => {
    expect(acts.length).toBeGreaterThan(25);
    expect(await walkActs('owing')).toEqual([]);
  });

  test('a list of lines shows the drafts of others to those alone who keep the work', async () => {
    const seen = async (role: Role): Promise<boolean> => {
      const path = `http://localhost/contributions?work=${work}`;
      const headers = { cookie: cookies.get(role) ?? '' };
      return (await (await createApp(world.node).request(path, { headers })).text()).includes(
        'con_draft',
      );
    };
    expect(await Promise.all((['owner', 'steward', 'contributor'] as const).map(seen))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await Promise.all((['signatory', 'reviewer'] as const).map(seen))).toEqual([
      false,
      false,
    ]);

    const headers = { cookie: cookies.get('reviewer') ?? '' };
    const first = `http://localhost/contributions?work=${work}&skip=0`;
    const page = await (await createApp(world.node).request(first, { headers })).json();
    expect(page).toMatchObject({ total: 1, items: [{ id: 'con_kite' }] });
  });

  test('a work counts the drafts that whoever asks can see, and no others', async () => {
    const counted = async (role: Role): Promise<unknown> => {
      const headers = { cookie: cookies.get(role) ?? '' };
      const answer = await createApp(world.node).request(`http://localhost/works/${work}`, {
        headers,
      });
      return ((await answer.json()) as { counts: unknown }).counts;
    };
    for (const role of ['owner', 'steward', 'contributor'] as const) {
      expect(await counted(role)).toEqual({ accepted: 1, draft: 1 });
    }
    for (const role of ['signatory', 'reviewer'] as const) {
      expect(await counted(role)).toEqual({ accepted: 1 });
    }
  });

  test('whoever keeps a work sees those who have to do with it, and adds nobody', async () => {
    await world.person('agent_elsewhere', 'Elsewhere');
    const headers = { cookie: cookies.get('steward') ?? '', 'content-type': 'application/json' };
    const app = createApp(world.node);
    const answer = await app.request('http://localhost/agents?limit=100', { headers });
    const { items } = (await answer.json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id).toSorted()).toEqual([
      'agent_contributor',
      'agent_payer',
      'agent_reviewer',
      'agent_signatory',
      'agent_steward',
    ]);
    const ofTheNode = ['agent.added', 'kind.added', 'currency.added', 'key.make', 'name.find'];
    for (const type of ofTheNode) {
      expect(may(['steward'], type, 'none'), type).toBe(false);
    }
  });

  test('what is large is not even read of a stranger', async () => {
    const sent = (headers: Record<string, string>) =>
      createApp(world.node).request('http://localhost/contributions/imports', {
        method: 'POST',
        body: JSON.stringify({ type: 'x'.repeat(1_000_000) }),
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect(await (await sent({})).json()).toMatchObject({ code: 'body-too-large' });
    const known = await sent({ cookie: cookies.get('visitor') ?? '' });
    expect(await known.json()).toMatchObject({ code: 'act-malformed' });
  });

  test('whoever has signed in is told their part in each work with which they have to do', async () => {
    const shown = async (role: Role): Promise<unknown> => {
      const headers = { cookie: cookies.get(role) ?? '' };
      const response = await createApp(world.node).request('http://localhost/session', { headers });
      return ((await response.json()) as { parts: unknown }).parts;
    };
    expect(await shown('steward')).toEqual([
      { work, title: 'Kite', part: ['steward', 'signatory'] },
    ]);
    expect(await shown('visitor')).toEqual([]);
  });

  test('an act is refused whose part does not allow it (not-allowed), naming whose would', async () => {
    const unsigned = {
      type: 'agent.added',
      id: 'agent_more',
      by: 'agent_visitor',
      node: world.node.id,
      composedAt: world.node.now().toISOString(),
      body: { name: 'M', kind: 'person', publicKey: 'z6Mk', keptByNode: true },
    };
    const send = async (said: typeof unsigned) => {
      const { act } = await world.node.keyring.sign('agent_visitor', said);
      return createApp(world.node).request('http://localhost/agents', {
        method: 'POST',
        body: JSON.stringify(act),
        headers: { 'content-type': 'application/json' },
      });
    };
    const response = await send(unsigned);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      code: 'not-allowed',
      values: { part: 'visitor', allowed: 'owner, self' },
    });
    const ahead = { ...unsigned, composedAt: '2026-06-01T09:05:01.000Z' };
    expect(await (await send(ahead)).json()).toMatchObject({ code: 'clock-wrong' });
  });

  test('every door does what the rules say, for every part, once the work is open', async () => {
    await world.act({
      by: 'agent_contributor',
      type: 'contribution.withdrawn',
      id: 'act_withdrawn',
      body: { contribution: 'con_draft' },
    });
    await pays('pay_rest', '10000.00');
    expect((await world.work(work)).status).toBe('open');
    expect(await walk('open')).toEqual([]);
    expect(await walkActs('open')).toEqual([]);
  });
});
