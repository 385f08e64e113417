import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { serve } from '../../src/http/serve.ts';
import { almanac, people, WORK } from '../almanac.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';

// A second window hears what happens: server-sent events.

let world: World;
beforeEach(async () => {
  world = await newWorld();
  await almanac(world);
});
afterEach(() => world.end());

interface Heard {
  /** Everything up to and with the first piece in which the text stands. */
  until(text: string): Promise<string>;
  end(): Promise<void>;
}

async function listen(headers: Record<string, string> = {}): Promise<Heard> {
  const response = await createApp(world.node).request('http://localhost/events', {
    headers: { authorization: `Bearer ${world.node.token}`, ...headers },
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    until: async (wanted) => {
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) throw new Error(`The line ended after: ${text}`);
        text += value;
      }
      return text;
    },
    end: async () => reader?.cancel(),
  };
}

async function listenAs(agent: string, by?: { readonly secret: string }): Promise<Heard> {
  const { secret } = by ?? (await world.node.doorkeeper.open(agent, 'device'));
  const name = `webizen-${world.node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}`;
  return listen({ cookie: `${name}=${secret}`, authorization: '' });
}

const adding = (id: string) => ({
  by: world.owner,
  type: 'work.added',
  id,
  body: { title: id, kind: 'text', currency: 'AUD', release: `rel_${id}` },
});

describe('a window that listens', () => {
  test('hears of a payment and of what follows from it, in order, with the work', async () => {
    const heard = await listen();
    await heard.until('retry');
    await world.pay('pay_one', '9240.81', { work: WORK });
    const text = await heard.until('release.opened');
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(
      (match) => JSON.parse(match[1] ?? '') as { seq: number; type: string; work: string },
    );
    expect(events[0]).toMatchObject({ type: 'payment.received', id: 'pay_one', work: WORK });
    expect(events.every(({ work }) => work === WORK)).toBe(true);
    expect(events.map(({ seq }) => seq)).toEqual(
      events.map(({ seq }) => seq).toSorted((a, b) => a - b),
    );
    await heard.end();
  });

  test('goes on where its line was cut, and is told when too much happened since', async () => {
    await world.act(adding('work_a'));
    const entries = await world.node.read(async ({ tx }) =>
      tx.get<{ n: bigint }>('select count(*) as n from acts'),
    );
    const last = Number(entries?.n ?? 0n) - 1;
    await world.act(adding('work_b'));
    await world.act(adding('work_c'));
    const again = await listen({ 'last-event-id': String(last) });
    const text = await again.until('work_c');
    expect(text).not.toContain('work_a');
    expect(text).toContain('work_b');
    await again.end();
    const lost = await listen({ 'last-event-id': '99999' });
    await lost.until('event: reset');
    await lost.end();
  });

  test('hears of nothing in which it has no part', async () => {
    const heard = await listenAs(people.designer.id);
    await world.act(adding('work_of_others'));
    await world.pay('pay_one', '10.00', { work: WORK });
    const text = await heard.until('pay_one');
    expect(text).not.toContain('work_of_others');
    await heard.end();
  });

  test('hears of what is about itself, and of nothing about others', async () => {
    await world.pay('pay_one', '1000.00', { work: WORK });
    const [designer, programmer] = [
      await listenAs(people.designer.id),
      await listenAs(people.programmer.id),
    ];
    await world.payOut('out_designer', people.designer.id, '1.00');
    await world.payOut('out_programmer', people.programmer.id, '1.00');
    await world.act({
      by: people.designer.id,
      type: 'agent.named',
      id: 'act_named',
      body: { agent: people.designer.id, name: 'Mei Lin' },
    });
    await world.pay('pay_two', '10.00', { work: WORK });
    const heard = await designer.until('pay_two');
    expect(heard).toContain('out_designer');
    expect(heard).toContain('act_named');
    expect(heard).not.toContain('out_programmer');
    const other = await programmer.until('pay_two');
    expect(other).toContain('out_programmer');
    expect(other).not.toContain('out_designer');
    expect(other).not.toContain('act_named');
    await Promise.all([designer.end(), programmer.end()]);
  });

  test('is told at once when the node stops', async () => {
    const heard = await listen();
    await heard.until('retry');
    world.node.endWatches();
    await expect(heard.until('nothing')).rejects.toThrow('The line ended');
  });

  test('is cut off when its session ends, by itself or from another window', async () => {
    const { doorkeeper } = world.node;
    const agent = people.designer.id;
    const [left, ended, other] = [
      await doorkeeper.open(agent, 'device'),
      await doorkeeper.open(agent, 'device'),
      await doorkeeper.open(agent, 'device'),
    ];
    const lines = await Promise.all([left, ended, other].map((by) => listenAs(agent, by)));
    await Promise.all(lines.map((heard) => heard.until('retry')));
    await doorkeeper.close(left.secret);
    await expect(lines[0]?.until('nothing')).rejects.toThrow('The line ended');
    const sessions = await doorkeeper.sessions(agent, ended.secret);
    await doorkeeper.end(agent, sessions.find(({ current }) => current)?.id ?? '');
    await expect(lines[1]?.until('nothing')).rejects.toThrow('The line ended');
    await world.pay('pay_one', '10.00', { work: WORK });
    await lines[2]?.until('pay_one');
    await lines[2]?.end();
  });

  test('does not keep a node from stopping, and a stopped node takes nothing more', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'webizen-live-'));
    const serving = await serve(world.node, { dataDir, port: 0 });
    const headers = { authorization: `Bearer ${world.node.token}` };
    const lines = await Promise.all(
      Array.from({ length: 5 }, () => fetch(`${serving.url}/events`, { headers })),
    );
    const heard = lines.map((line) => line.text());
    await serving.stop();
    for (const text of await Promise.all(heard)) expect(text).toContain('retry');
    await expect(fetch(`${serving.url}/health`)).rejects.toThrow('fetch failed');
    await rm(dataDir, { recursive: true });
  });
});
