import { z } from 'zod';
import { addAgent } from '../../actions/agents/add-agent.ts';
import { addKey } from '../../actions/agents/add-key.ts';
import { agentAnswer, agentList } from '../../actions/agents/answers.ts';
import { keyAnswer, keyList, keyStanding } from '../../actions/agents/answers.ts';
import {
  agentData,
  contributionsAsCsv,
  contributionsOf,
  showAgentData,
} from '../../actions/agents/agent-data.ts';
import { claimAgent } from '../../actions/agents/claim-agent.ts';
import { endKey } from '../../actions/agents/end-key.ts';
import { nameAgent } from '../../actions/agents/name-agent.ts';
import { resolve } from '../../actions/agents/resolve.ts';
import { showKeys, showStanding } from '../../actions/agents/show-keys.ts';
import { listAgents, showAgent } from '../../actions/agents/show-agent.ts';
import { agentKinds } from '../../domain/agents/agent.ts';
import type { UnsignedAct } from '../../domain/record/act.ts';
import { refuse } from '../../domain/refusals.ts';
import { flag, paging } from './asked.ts';
import { ACT_BYTES_MAX } from '../body.ts';
import { ASKED_AFTER } from '../limits.ts';
import { acting, idParams, proofSchema, reading, serving } from '../route.ts';

const ada = {
  id: 'agent_aaaabbbbccccddddeeee',
  name: 'Ada',
  kind: 'person',
  publicKey: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  keptByNode: true,
  responsible: null,
  jurisdiction: 'AU',
  unclaimed: false,
  claimedBy: null,
};
const { id, name, kind, publicKey, keptByNode, jurisdiction } = ada;

export const add = acting(addAgent, {
  summary: 'Add an agent',
  description:
    'A person, an organisation or a machine; a machine names who is responsible for it. The ' +
    'public key is one that the node made (`POST /keys`), or one that it never holds.',
  answer: agentAnswer,
  example: { body: { name, kind, publicKey, keptByNode, jurisdiction }, answer: ada },
});

export const claim = acting(claimAgent, {
  summary: 'Claim an imported author',
  description:
    'The unclaimed agent turns out to be another one, whose its contributions then are. By the ' +
    'owner of the node, or by the steward of every work in which the name gave or paid something.',
  about: 'unclaimed',
  answer: agentAnswer,
  example: { body: { unclaimed: 'agent_zzzzyyyyxxxxwwwwvvvv', agent: id } },
});

export const rename = acting(nameAgent, {
  summary: 'Say what an agent is called',
  description:
    'By themselves, or by whoever answers for them. What was signed before keeps the name that ' +
    'stood there.',
  about: 'agent',
  answer: agentAnswer,
  example: { body: { agent: id, name: 'Ada Whitlam' } },
});

export const list = reading({
  summary: 'List agents',
  description: 'To the steward of a work: those who have to do with works that they keep.',
  query: z.strictObject({ ...paging, kind: z.enum(agentKinds).optional(), unclaimed: flag }),
  answer: agentList,
  example: { answer: { items: [ada] } },
  run: (sight, _, query) => listAgents(sight, query),
});

export const show = reading({
  summary: 'Show an agent',
  params: idParams,
  answer: agentAnswer,
  example: { answer: ada },
  run: (sight, params) => showAgent(sight, params.id),
});

export const data = serving({
  summary: 'Show all that the node has of an agent',
  description:
    'For them to keep: what they signed, gave, earned and are owed, and what they let be shown. ' +
    'As `csv` their contributions alone, for a spreadsheet.',
  authority: 'owner',
  params: idParams,
  query: z.strictObject({ format: z.enum(['json', 'csv']).optional() }),
  answer: agentData,
  run: async ({ node, params, query }) => {
    const { id: whose } = await node.read((sight) => showAgent(sight, params.id));
    if (query.format !== 'csv') return node.read((sight) => showAgentData(sight, whose));
    const lines = await node.read((sight) => contributionsOf(sight, whose));
    return new Response(contributionsAsCsv(lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="contributions.csv"',
        'cache-control': 'no-store',
      },
    });
  },
});

const phone = {
  publicKey,
  agent: id,
  name: 'Phone',
  keptByNode: false,
  since: { entry: 12, at: '2026-06-01T09:00:00.000Z' },
  ended: null,
  reason: null,
};

export const keys = reading({
  summary: 'List the keys of an agent',
  description:
    'All that they ever had, in the order in which they came. An act counts if its key lived ' +
    'when it came in; a key that was ended never comes back.',
  params: idParams,
  answer: keyList,
  example: { answer: { items: [phone] } },
  run: (sight, params) => showKeys(sight, params.id),
});

export const addAKey = acting(addKey, {
  summary: 'Add a key of yours, such as that of a second device',
  description:
    'Signed by a key that you have. The new one signs five lines, each ended by a line feed: ' +
    '`Webizen key`, the node, the agent, its public key, and until when it is offered: at most ' +
    '15 minutes from now.',
  about: 'by',
  answer: keyAnswer,
  example: {
    body: {
      publicKey,
      name: 'Phone',
      possession: {
        node: 'node_aaaabbbbccccddddeeee',
        agent: id,
        expiresAt: '2026-06-01T09:15:00.000Z',
        signature: 'z3FXQ…',
      },
    },
    answer: phone,
  },
});

export const endAKey = acting(endKey, {
  summary: 'End a key of yours',
  description:
    'Signed by any key of yours that lives. It signs nothing from then on, whoever came in by it ' +
    'is signed out, and it never comes back. A key that the node keeps is erased. The last that ' +
    'lives cannot be ended.',
  about: 'publicKey',
  answer: keyAnswer,
  example: {
    body: { publicKey, reason: 'Left on a train' },
    answer: {
      ...phone,
      ended: { entry: 40, at: '2026-06-20T09:00:00.000Z' },
      reason: 'Left on a train',
    },
  },
});

export const standing = serving({
  summary: 'Ask whether a key signs here',
  description:
    'For a new device that waits until it is added: it then signs in by its key. Whose the key ' +
    'is stays unsaid, and one address may ask 300 times in five minutes.',
  authority: 'none',
  params: idParams,
  answer: keyStanding,
  example: { answer: { status: 'lives' } },
  run: ({ node, params, arrival, limits }) => {
    limits.take(`key ${arrival.address}`, ASKED_AFTER);
    return node.read((sight) => showStanding(sight, params.id));
  },
});

export const makeKey = serving({
  summary: 'Make a key that the node keeps',
  description:
    'For an agent that is about to be added, under the id that it will have. Asked again, it ' +
    'gives the same key. The private half never leaves the node.',
  authority: 'owner',
  body: z.strictObject({ agent: z.string() }),
  answer: z.object({ agent: z.string(), publicKey: z.string() }),
  status: 201,
  example: { body: { agent: id }, answer: { agent: id, publicKey } },
  run: async ({ node, body }) => ({
    agent: body.agent,
    publicKey: await node.keyring.ensure(body.agent),
  }),
});

const unsignedAct = z.strictObject({
  type: z.string(),
  id: z.string(),
  by: z.string(),
  node: z.string(),
  composedAt: z.string(),
  body: z.record(z.string(), z.unknown()),
});

export const sign = serving({
  summary: 'Have the node sign an act',
  description: 'With the key that it keeps for the agent who acts. Nothing is booked by this.',
  authority: 'owner',
  params: idParams,
  // Acts of imports are as large here as at their own door.
  bodyBytesMax: ACT_BYTES_MAX,
  body: unsignedAct,
  answer: unsignedAct.extend({ proof: proofSchema }),
  run: async ({ node, params, body, party }) => {
    const unsigned: UnsignedAct = body;
    // A machine acts for whoever answers for it by its own key, never by theirs.
    if (party?.agent !== params.id && party?.agent !== node.owner) {
      refuse('not-allowed', { part: 'visitor', action: 'key.use', allowed: 'owner, self' });
    }
    if (unsigned.by !== params.id) {
      refuse('act-elsewhere', {
        found: unsigned.type,
        about: unsigned.by,
        path: `/agents/${params.id}/signatures`,
      });
    }
    // One that was ended may still lie there, for a moment: it signs nothing any more.
    const known = await node.read((sight) => showAgent(sight, params.id));
    if (!known.keptByNode) refuse('key-missing', { agent: params.id });
    return (await node.keyring.sign(params.id, unsigned)).act;
  },
});

export const nameMeant = reading({
  summary: 'Find what a name means',
  description:
    'The id of the agent or the work that has this id, or this name and no other has it. Several ' +
    'are refused and listed.',
  query: z.strictObject({ noun: z.enum(['agent', 'work']), text: z.string().max(1000) }),
  answer: z.object({ id: z.string() }),
  example: { answer: { id } },
  run: async (sight, _, query) => ({ id: await resolve(sight, query.noun, query.text) }),
});
