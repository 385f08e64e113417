import { z } from 'zod';
import { showAgent } from '../../actions/agents/show-agent.ts';
import type { NewSession } from '../../actions/doors/doorkeeper.ts';
import { PER_ADDRESS, PER_CODE } from '../limits.ts';
import { sessionCookie } from '../party.ts';
import type { Call } from '../route.ts';
import { serving } from '../route.ts';

const agent = 'agent_aaaabbbbccccddddeeee';
const expiresAt = '2026-07-01T09:00:00.000Z';

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
});
export type SessionShown = z.infer<typeof sessionShown>;

/** Answers with who has come in; the secret goes into the cookie, and nowhere else. */
export function entered(
  { node, arrival }: Pick<Call, 'node' | 'arrival'>,
  session: NewSession,
): Response {
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
    'The owner, unless another agent is named whose key the node keeps. It holds for half an hour.',
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

export const enter = serving({
  summary: 'Sign in',
  description:
    'By the code of a one-time link. The answer sets the cookie of the session, which no script ' +
    'can read.',
  authority: 'none',
  body: byLink,
  answer: sessionAnswer,
  status: 201,
  example: {
    body: { way: 'link', code: 'qLb0p5C4T0uX4mZc3mJ9dA' },
    answer: { agent, way: 'link', expiresAt },
  },
  run: async (call) => {
    const { node, body, arrival, limits } = call;
    limits.take(`enter ${arrival.address}`, PER_ADDRESS);
    limits.take(`link ${body.code}`, PER_CODE);
    return entered(call, await node.doorkeeper.enterByLink(body.code));
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
    if (party === undefined) return { ...about, agent: null };
    const { id, name, kind, keptByNode } = await node.read((sight) =>
      showAgent(sight, party.agent),
    );
    return { ...about, agent: { id, name, kind, keptByNode, owner: id === node.owner } };
  },
});
