import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceText } from '../../src/domain/agents/sign-in.ts';
import { sha256 } from '../../src/domain/record/hash.ts';
import { toMultibase } from '../../src/domain/record/multibase.ts';
import { signBytes, signingKey } from '../../src/domain/record/signature.ts';
import { createApp } from '../../src/http/app.ts';
import { Authenticator } from '../authenticator.ts';
import { newWorld } from '../world.ts';
import type { World } from '../world.ts';

// Coming in by a passkey, and by the key of one's own device.

let world: World;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  world = await newWorld();
  app = createApp(world.node);
});
afterEach(() => world.end());

const ORIGIN = 'http://localhost';

type Asked = Record<string, unknown> & { challenge: string; code?: string };

async function post(path: string, body: unknown, more: Record<string, string> = {}, at = ORIGIN) {
  const response = await app.request(`${at}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...more },
  });
  return { cookie: response.headers.get('set-cookie'), answer: (await response.json()) as Asked };
}

const asOwner = () => ({ authorization: `Bearer ${world.node.token}` });

describe('a passkey', () => {
  const device = new Authenticator(ORIGIN);
  const keep = async (from = device) => {
    const { answer: options } = await post('/passkeys/options', {}, asOwner());
    const response = from.make(options);
    return post('/passkeys', { name: 'My phone', response }, asOwner());
  };
  const enter = async (from = device) => {
    const { answer: options } = await post('/sessions/challenges', { way: 'passkey' });
    return post('/sessions', { way: 'passkey', response: from.show(options) });
  };

  test('is kept once, opens the door, and can be forgotten (passkey-unknown)', async () => {
    const { answer } = await keep();
    expect(answer).toMatchObject({ name: 'My phone', host: 'localhost', usedAt: null });
    expect((await keep()).answer.code).toBe('passkey-wrong');
    const entered = await enter();
    expect(entered.answer).toMatchObject({ agent: world.owner, way: 'passkey' });
    expect(entered.cookie).toContain('HttpOnly');
    const forget = () =>
      app.request(`${ORIGIN}/passkeys/${String(answer['id'])}`, {
        method: 'DELETE',
        headers: asOwner(),
      });
    expect((await forget()).status).toBe(200);
    expect(await (await forget()).json()).toMatchObject({ code: 'passkey-unknown' });
    expect((await enter()).answer.code).toBe('passkey-wrong');
  });

  test('of another device, or of another site, is refused (passkey-wrong)', async () => {
    await keep();
    expect((await enter(new Authenticator(ORIGIN))).answer.code).toBe('passkey-wrong');
    const phishing = new Authenticator('http://localhost.evil.example');
    expect((await keep(phishing)).answer.code).toBe('passkey-wrong');
  });

  test('answers a challenge once, and within five minutes (challenge-over)', async () => {
    await keep();
    const { answer: options } = await post('/sessions/challenges', { way: 'passkey' });
    const said = { way: 'passkey', response: device.show(options) };
    expect((await post('/sessions', said)).answer.code).toBeUndefined();
    expect((await post('/sessions', said)).answer.code).toBe('challenge-over');
    const { answer: late } = await post('/sessions/challenges', { way: 'passkey' });
    world.on('2026-06-01T09:05:00.000Z');
    const response = device.show(late);
    expect((await post('/sessions', { way: 'passkey', response })).answer.code).toBe(
      'challenge-over',
    );
  });

  test('needs a name, not an address (passkey-host)', async () => {
    const there = 'http://127.0.0.1:0';
    const { answer } = await post('/sessions/challenges', { way: 'passkey' }, {}, there);
    expect(answer.code).toBe('passkey-host');
  });
});

describe('the key of a device', () => {
  const AGENT = 'agent_mira';
  const at = '2026-06-01T09:00:00.000Z';
  beforeEach(() => world.person(AGENT, 'Mira Okafor'));

  async function enter(more: { at?: string; node?: string; wrongKey?: boolean } = {}) {
    const { answer } = await post('/sessions/challenges', { way: 'device', agent: AGENT });
    const { challenge } = answer;
    const said = { agent: AGENT, challenge, at: more.at ?? at };
    const text = new TextEncoder().encode(
      deviceText({ ...said, node: more.node ?? world.node.id }),
    );
    const signature = more.wrongKey
      ? signBytes(text, signingKey(sha256('another')))
      : await world.node.keyring.signBytes(AGENT, text);
    return { way: 'device', ...said, signature: toMultibase(signature) };
  }

  test('opens the door to its agent', async () => {
    const { answer, cookie } = await post('/sessions', await enter());
    expect(answer).toMatchObject({ agent: AGENT, way: 'device' });
    expect(cookie).toContain('SameSite=Strict');
  });

  test('does not, where another key signed, or for another node (signature-invalid)', async () => {
    for (const more of [{ wrongKey: true }, { node: 'node_other' }]) {
      expect((await post('/sessions', await enter(more))).answer.code).toBe('signature-invalid');
    }
  });

  test('does not twice, nor by a clock that is wrong (clock-wrong)', async () => {
    const said = await enter();
    await post('/sessions', said);
    expect((await post('/sessions', said)).answer.code).toBe('challenge-over');
    for (const wrong of ['2026-06-01T08:54:59.000Z', '2026-06-01T09:05:01.000Z']) {
      const { answer } = await post('/sessions', await enter({ at: wrong }));
      expect(answer).toMatchObject({ code: 'clock-wrong', values: { theirs: wrong, ours: at } });
    }
  });
});
