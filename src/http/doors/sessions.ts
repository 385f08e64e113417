import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { showAgent } from '../../actions/agents/show-agent.ts';
import { showKeys } from '../../actions/agents/show-keys.ts';
import { browserName } from '../../actions/doors/browser.ts';
import type { NewSession } from '../../actions/doors/doorkeeper.ts';
import { partsIn } from '../../actions/parts/part.ts';
import { roles } from '../../domain/agents/part.ts';
import { deviceText } from '../../domain/agents/sign-in.ts';
import { fromMultibase, verifyingMultikey } from '../../domain/record/multibase.ts';
import { verifyBytes } from '../../domain/record/signature.ts';
import { refuse } from '../../domain/refusals.ts';
import { checkClock } from '../allowed.ts';
import { PER_ADDRESS, PER_CODE } from '../limits.ts';
import { sessionCookie } from '../party.ts';
import type { Call, ServedNode } from '../route.ts';
import { serving } from '../route.ts';
import { credential } from './passkeys.ts';

const agent = 'agent_aaaabbbbccccddddeeee';
const expiresAt = '2026-07-01T09:00:00.000Z';

/** How far the clocks of device and node may be apart where somebody signs in, milliseconds. */
const APART_MS = 300_000;

export const sessionAnswer = z.object({
  agent: z.string(),
  way: z.enum(['link', 'passkey', 'device']),
  expiresAt: z.string(),
});

export type SessionAnswer = z.infer<typeof sessionAnswer>;

const sessionShown = z.object({
  node: z.string(),
  now: z.string(),
  agent: z
    .object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      keptByNode: z.boolean(),
      owner: z.boolean(),
    })
    .nullable(),
  /** One's part in each work with which one has to do. */
  parts: z.array(
    z.object({ work: z.string(), title: z.string(), part: z.array(z.enum(roles)).readonly() }),
  ),
});
export type SessionShown = z.infer<typeof sessionShown>;

/**
 * Answers with who has come in; the secret goes into the cookie, and nowhere else. The session that
 * the browser was in before ends: nothing can show its cookie any more.
 */
async function entered(
  { node, arrival, party }: Pick<Call, 'node' | 'arrival' | 'party'>,
  session: NewSession,
): Promise<Response> {
  if (party?.secret !== undefined) await node.doorkeeper.close(party.secret);
  const { agent: who, way, expiresAt: until } = session;
  return new Response(`${JSON.stringify({ agent: who, way, expiresAt: until })}\n`, {
    status: 201,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'set-cookie': sessionCookie(node, arrival, session),
    },
  });
}

export const makeLink = serving({
  summary: 'Make a link that lets its agent in, once',
  description:
    'For the owner, or for the agent that is named: whoever opens it is signed in as them. Only ' +
    'the owner makes one. It holds for half an hour; the node keeps a hash of its code alone.',
  authority: 'owner',
  body: z.strictObject({ agent: z.string().max(100).optional() }),
  answer: z.object({ url: z.string(), code: z.string(), agent: z.string(), expiresAt: z.string() }),
  status: 201,
  example: {
    body: {},
    answer: {
      url: 'http://localhost:4410/app/enter#qLb0p5C4T0uX4mZc3mJ9dA',
      code: 'qLb0p5C4T0uX4mZc3mJ9dA',
      agent,
      expiresAt,
    },
  },
  run: async ({ node, body, arrival }) => {
    const who = body.agent ?? node.owner;
    await node.read((sight) => showAgent(sight, who));
    const link = await node.doorkeeper.makeLink(who);
    return { url: `${arrival.origin}/app/enter#${link.code}`, ...link };
  },
});

const byLink = z.strictObject({ way: z.literal('link'), code: z.string().min(1).max(100) });
const byPasskey = z.strictObject({ way: z.literal('passkey'), response: credential });
const byDevice = z.strictObject({
  way: z.literal('device'),
  agent: z.string().max(100),
  challenge: z.string().max(100),
  at: z.iso.datetime().describe('The clock of the device.'),
  signature: z.string().max(200).describe('Multibase, over the text of the challenge.'),
});
const way = z.discriminatedUnion('way', [byLink, byPasskey, byDevice]);
type Way = z.output<typeof way>;

export const challenge = serving({
  summary: 'Begin to sign in',
  description:
    'With a passkey: what `navigator.credentials.get` takes, in JSON (WebAuthn level 3). With ' +
    'the key of a device: a challenge; what is signed is the five lines `Webizen sign-in`, the ' +
    'node, the agent, the challenge and the clock of the device, each ended by a line feed.',
  authority: 'none',
  body: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('passkey') }),
    z.strictObject({ way: z.literal('device'), agent: z.string().max(100) }),
  ]),
  answer: z.looseObject({ challenge: z.string() }),
  status: 201,
  example: { body: { way: 'device', agent } },
  run: ({ node, body, arrival, limits }) => {
    limits.take(`enter ${arrival.address}`, PER_ADDRESS);
    if (body.way === 'passkey') return node.doorkeeper.passkeys.toEnter(arrival);
    return Promise.resolve(node.doorkeeper.challenge(`device ${body.agent}`));
  },
});

export const enter = serving({
  summary: 'Sign in',
  description:
    'By the code of a one-time link, by a passkey, or by the key of a device. The answer sets ' +
    'the cookie of the session, which no script can read.',
  authority: 'none',
  body: way,
  answer: sessionAnswer,
  status: 201,
  example: {
    body: { way: 'link', code: 'qLb0p5C4T0uX4mZc3mJ9dA' },
    answer: { agent, way: 'link', expiresAt },
  },
  run: async (call) => {
    const { body, limits, arrival } = call;
    if (body.way !== 'link') limits.take(`enter ${arrival.address}`, PER_ADDRESS);
    return entered(call, await sessionBy(call, body));
  },
});

async function sessionBy(
  { node, arrival, limits }: Pick<Call, 'node' | 'arrival' | 'limits'>,
  said: Way,
): Promise<NewSession> {
  const { doorkeeper } = node;
  const browser = browserName(arrival.request.headers.get('user-agent'));
  if (said.way === 'link') {
    limits.take(`link ${said.code}`, PER_CODE);
    // A right code is too long to be guessed: it lets in whatever else came from the same address.
    return doorkeeper.enterByLink(said.code, browser).catch((error: unknown) => {
      limits.take(`enter ${arrival.address}`, PER_ADDRESS);
      throw error;
    });
  }
  if (said.way === 'passkey') {
    limits.take(`passkey ${said.response.id}`, PER_CODE);
    const response = said.response as unknown as AuthenticationResponseJSON;
    return doorkeeper.open(await doorkeeper.passkeys.shown(arrival, response), 'passkey', browser);
  }
  limits.take(`device ${said.agent}`, PER_CODE);
  checkClock(said.at, node.now(), { ahead: APART_MS, behind: APART_MS });
  doorkeeper.answered(said.challenge, `device ${said.agent}`);
  const key = await keyThatSigned(node, said);
  return doorkeeper.open(said.agent, 'device', browser, key);
}

/**
 * The key of an agent by which they come in: whichever of theirs signed the challenge.
 *
 * @throws Refusal agent-unknown, agent-unclaimed, signature-invalid, signing-key-ended
 */
async function keyThatSigned(
  node: ServedNode,
  said: Extract<Way, { way: 'device' }>,
): Promise<string> {
  const [known, { items }] = await node.read(
    async (sight) =>
      [await showAgent(sight, said.agent), await showKeys(sight, said.agent)] as const,
  );
  if (items.length === 0) refuse('agent-unclaimed', { agent: known.id, name: known.name });
  const text = new TextEncoder().encode(deviceText({ ...said, node: node.id }));
  const signature = fromMultibase(said.signature) ?? new Uint8Array();
  // One that was ended is told so: whoever holds it may not know.
  const signed = items
    .toSorted((left, right) => Number(left.ended !== null) - Number(right.ended !== null))
    .find(({ publicKey }) => verifyBytes(text, signature, verifyingMultikey(publicKey)));
  if (signed === undefined) {
    return refuse('signature-invalid', { why: 'another key made it, or for another sign-in' });
  }
  const { publicKey } = signed;
  return signed.ended === null ? publicKey : refuse('signing-key-ended', { publicKey });
}

const sessionLine = z.object({
  id: z.string(),
  way: z.enum(['link', 'passkey', 'device']),
  browser: z.string().nullable().describe('As its owner knows it: "Firefox on Linux".'),
  madeAt: z.string(),
  seenAt: z.string().describe('When it was last used, within an hour.'),
  expiresAt: z.string(),
  current: z.boolean().describe('Whether it is the one that asks.'),
});

export const list = serving({
  summary: 'List your sessions: where you are signed in',
  authority: 'owner',
  answer: z.object({ items: z.array(sessionLine) }),
  run: async ({ node, party }) => ({
    items: await node.doorkeeper.sessions(party?.agent ?? node.owner, party?.secret),
  }),
});

export const end = serving({
  summary: 'End a session of yours',
  description: 'Whoever is signed in by it has to come in again.',
  authority: 'owner',
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  answer: z.object({ status: z.literal('ended') }),
  run: async ({ node, party, params }) => {
    await node.doorkeeper.end(party?.agent ?? node.owner, params.id);
    return { status: 'ended' };
  },
});

export const leave = serving({
  summary: 'Sign out',
  authority: 'none',
  answer: z.object({ status: z.literal('signed-out') }),
  example: { answer: { status: 'signed-out' } },
  run: async ({ node, party, arrival }) => {
    if (party?.secret !== undefined) await node.doorkeeper.close(party.secret);
    return new Response('{"status":"signed-out"}\n', {
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'set-cookie': sessionCookie(node, arrival, undefined),
      },
    });
  },
});

export const show = serving({
  summary: 'Ask who one is',
  description:
    'Nobody (`agent` is null) without a session. `now` is the clock of the node, for a device ' +
    'that wants to compare its own.',
  authority: 'none',
  answer: sessionShown,
  run: async ({ node, party }) => {
    const about = { node: node.id, now: node.now().toISOString() };
    if (party === undefined) return { ...about, agent: null, parts: [] };
    const [found, parts] = await node.read(
      async (sight) =>
        [await showAgent(sight, party.agent), await partsIn(sight, party.agent)] as const,
    );
    const { id, name, kind, keptByNode } = found;
    return { ...about, agent: { id, name, kind, keptByNode, owner: id === node.owner }, parts };
  },
});
