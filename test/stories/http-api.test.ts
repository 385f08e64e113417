import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import { allowedHosts } from '../../src/http/guard.ts';
import { openApiDocument } from '../../src/http/openapi.ts';
import { routes } from '../../src/http/routes.ts';
import { serveScratch } from '../served.ts';
import type { Served } from '../served.ts';

let served: Served;
beforeAll(async () => {
  served = await serveScratch('The <shelf> & "co"');
});
afterAll(() => served.end());

const JSON_TYPE = { 'content-type': 'application/json' };

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, type: expect.any(String) });
  return problem;
}

const codeOf = async (response: Response): Promise<unknown> => (await problemOf(response))['code'];

const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
  served.ask(path, { method: 'POST', body, headers });

describe('who may ask', () => {
  test('the pages, the health and the description need no authority', async () => {
    for (const path of ['/', '/health', '/openapi.json', '/reference', '/reference/refusals']) {
      const response = await served.app.request(`http://localhost${path}`);
      expect(response.status, path).toBe(200);
    }
  });

  test('every other reading door wants the token of the owner', async () => {
    const guarded = routes.filter(({ authority }) => authority === 'owner');
    expect(guarded.length).toBeGreaterThan(30);
    for (const { method, path } of guarded) {
      const url = `http://localhost${path.replaceAll(/\{\w+\}/g, 'x')}`;
      const init = method === 'POST' ? { method, body: '{}', headers: JSON_TYPE } : { method };
      const response = await served.app.request(url, init);
      expect(await codeOf(response), `${method} ${path}`).toBe('token-missing');
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  test('a wrong token is refused, whatever its length', async () => {
    for (const token of ['x', `${served.node.token}0`, served.node.token.slice(1)]) {
      const response = await served.app.request('http://localhost/works', {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(await codeOf(response)).toBe('token-wrong');
    }
    expect((await served.ask('/works')).status).toBe(200);
  });

  test('a signed act carries its own authority; an unsigned or altered one has none', async () => {
    const unsigned = {
      type: 'currency.added',
      id: 'act_hours',
      by: served.node.owner,
      node: served.node.id,
      composedAt: '2026-06-10T09:00:00Z',
      body: { code: 'TBH', scale: 2, name: 'Hours' },
    };
    const { act } = await served.node.keyring.sign(served.node.owner, unsigned);
    const send = (value: unknown) =>
      served.app.request('http://localhost/currencies', {
        method: 'POST',
        body: JSON.stringify(value),
        headers: JSON_TYPE,
      });
    expect(await codeOf(await send(unsigned))).toBe('act-malformed');
    const altered = { ...act, body: { ...act.body, scale: 3 } };
    expect(await codeOf(await send(altered))).toBe('signature-invalid');
    const first = await send(act);
    expect(first.status).toBe(201);
    const answer: unknown = await first.json();
    expect(await (await send(act)).json(), 'a retry answers the same').toEqual(answer);
    const other = await served.node.keyring.sign(served.node.owner, altered);
    expect(await codeOf(await send(other.act))).toBe('id-reused');
  });

  test('an act belongs at the address of its type and of what it is about', async () => {
    const unsigned = {
      type: 'payment.reversed',
      id: 'act_back',
      by: served.node.owner,
      node: served.node.id,
      composedAt: '2026-06-10T09:00:00Z',
      body: { payment: 'pay_one', reason: 'bounced' },
    };
    const { act } = await served.node.keyring.sign(served.node.owner, unsigned);
    const body = JSON.stringify(act);
    expect(await codeOf(await post('/payments/pay_two/reversals', body))).toBe('act-elsewhere');
    expect(await codeOf(await post('/payments', body))).toBe('act-elsewhere');
    expect(await codeOf(await post('/payments/pay_one/reversals', body))).toBe('payment-unknown');
    const path = '/agents/agent_somebody/signatures';
    expect(await codeOf(await post(path, JSON.stringify(unsigned)))).toBe('act-elsewhere');
  });
});

describe('what a browser might be made to send', () => {
  const onPort = () => createApp(served.node, { hosts: () => allowedHosts(4410) });

  test('only names of this machine, with its port, are answered', async () => {
    for (const host of ['localhost:4410', '127.0.0.1:4410', '[::1]:4410', 'LOCALHOST:4410']) {
      const response = await onPort().request(`http://${host}/health`, { headers: { host } });
      expect(response.status, host).toBe(200);
    }
    for (const host of [
      'evil.example:4410',
      'localhost',
      'localhost:80',
      'localhost.evil.example:4410',
    ]) {
      const response = await onPort().request('http://localhost:4410/health', {
        headers: { host },
      });
      expect(await codeOf(response), host).toBe('host-unknown');
    }
  });

  test('pages of other origins may not write', async () => {
    const write = (headers: Record<string, string>) =>
      onPort().request('http://localhost:4410/keys', {
        method: 'POST',
        body: '{"agent":"agent_x"}',
        headers: { ...JSON_TYPE, host: 'localhost:4410', ...headers },
      });
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999']) {
      expect(await codeOf(await write({ origin })), origin).toBe('origin-foreign');
    }
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    expect(await codeOf(await write(crossSite))).toBe('origin-foreign');
    expect(await codeOf(await write({ origin: 'http://localhost:4410' }))).toBe('token-missing');
  });

  test('a form cannot be sent as an act', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await codeOf(await post('/keys', 'agent=x', form))).toBe('body-not-json');
    const latin = { 'content-type': 'application/json; charset=latin1' };
    expect(await codeOf(await post('/keys', '{}', latin))).toBe('body-not-json');
  });

  test('every response, refusals too, forbids scripts, framing and guessing of types', async () => {
    const responses = [
      await served.ask('/'),
      await served.ask('/works'),
      await served.ask('/nowhere'),
      await served.app.request('http://evil.example/'),
    ];
    for (const { headers } of responses) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('bad input', () => {
  test('an address that is none, and one that takes another method', async () => {
    expect(await codeOf(await served.ask('/nowhere'))).toBe('route-unknown');
    const response = await served.ask('/works/x/releases', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await codeOf(response)).toBe('method-unfit');
  });

  test('numbers beyond 2^53, doubled keys, deep nesting and broken text are refused', async () => {
    const cases = [
      ['{"body":{"scale":9007199254740993}}', 'number-unsafe'],
      ['{"body":1,"body":2}', 'json-key-twice'],
      ['['.repeat(100_000), 'json-too-deep'],
      ['{"body":', 'json-malformed'],
    ] as const;
    for (const [body, code] of cases) {
      expect(await codeOf(await post('/works', body)), code).toBe(code);
    }
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]);
    expect(await codeOf(await post('/works', bytes))).toBe('json-malformed');
  });

  test('a body is read up to its limit, and not further', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(1_000_001) });
    expect(await codeOf(await post('/works', large))).toBe('body-too-large');
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const init = { method: 'POST', body: endless, headers: JSON_TYPE, duplex: 'half' };
    expect(await codeOf(await served.ask('/works', init))).toBe('body-too-large');
    expect(sent).toBeLessThan(2_000_000);
  });

  test('parameters that do not fit are named', async () => {
    const response = await served.ask('/works?limit=all');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: 'query-malformed', status: 400 });
    expect(problem['detail']).toContain('limit');
    expect(await codeOf(await served.ask('/works?colour=green'))).toBe('query-malformed');
  });

  test('what breaks is told to the log, and to nobody else', async () => {
    const node = {
      ...served.node,
      token: served.node.token,
      read: () => Promise.reject(new Error('secret words of /the/disk')),
    };
    const logged: string[] = [];
    const app = createApp(node, { log: (line) => logged.push(line) });
    const response = await app.request('http://localhost/works', {
      headers: { authorization: `Bearer ${served.node.token}` },
    });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('broken-assumption');
    expect(text).not.toContain('secret');
    expect(logged.join()).toContain('secret words');
  });
});

describe('what the node says of itself', () => {
  test('the OpenAPI document has every route, and its references lead somewhere', async () => {
    const document = openApiDocument(routes);
    const text = JSON.stringify(document);
    expect(await (await served.ask('/openapi.json')).json()).toEqual(JSON.parse(text));
    expect(document['openapi']).toMatch(/^3\.1\./);
    const paths = document['paths'] as Record<string, Record<string, unknown>>;
    for (const { method, path } of routes) {
      expect(paths[path]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
    }
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document);
      expect(found, reference).toBeDefined();
    }
    const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(routes.length);
  });

  test('each example fits what it is an example of', () => {
    for (const { method, path, body, answer, authority, example } of routes) {
      const where = `${method} ${path}`;
      if (example?.answer !== undefined) {
        expect(answer.safeParse(example.answer).error, where).toBeUndefined();
      }
      const part = authority === 'act' ? bodyOfAct(body) : body;
      if (example?.body !== undefined) {
        expect(part?.safeParse(example.body).error, where).toBeUndefined();
      }
      expect(authority !== 'act' || example?.body !== undefined, `${where} has one`).toBe(true);
    }
  });

  test('pages show what people wrote as text, have no script, and load nothing', async () => {
    for (const path of ['/', '/reference', '/reference/refusals']) {
      const page = await (await served.ask(path)).text();
      expect(page).toMatch(/^<!doctype html>/);
      expect(page).toContain('lang="en"');
      expect(page).not.toMatch(/<script|javascript:|<link[^>]+href="http|@import|url\(/);
    }
    const front = await (await served.ask('/')).text();
    expect(front).toContain('The &lt;shelf&gt; &amp; &quot;co&quot;');
    expect(front).toContain('href="/app/"');
  });

  test('each refusal has its place on the page of refusals', async () => {
    const page = await (await served.ask('/reference/refusals')).text();
    const { type } = await problemOf(await served.ask('/nowhere'));
    expect(type).toBe('/reference/refusals#route-unknown');
    expect(page).toContain('id="route-unknown"');
  });
});

function bodyOfAct(schema: (typeof routes)[number]['body']) {
  const shape = (schema as unknown as { shape: Record<string, typeof schema> } | undefined)?.shape;
  return shape?.['body'];
}
