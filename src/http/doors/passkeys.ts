import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { nameOf } from '../../domain/agents/name.ts';
import { refuse } from '../../domain/refusals.ts';
import { serving } from '../route.ts';
import type { Call } from '../route.ts';

/** What a browser's WebAuthn answers; the package reads the rest of it. */
export const credential = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});

const passkey = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  madeAt: z.string(),
  usedAt: z.string().nullable(),
});

const agentOf = ({ party }: Pick<Call, 'party'>): string => party?.agent ?? refuse('token-missing');

export const options = serving({
  summary: 'Begin to make a passkey',
  description: 'What `navigator.credentials.create` takes, in JSON (WebAuthn level 3).',
  authority: 'owner',
  body: z.strictObject({}),
  answer: z.looseObject({ challenge: z.string() }),
  status: 201,
  example: { body: {} },
  run: (call) => call.node.doorkeeper.passkeys.toMake(agentOf(call), call.arrival),
});

export const keep = serving({
  summary: 'Keep a passkey',
  description: 'What the browser answered. The private half stays in the device.',
  authority: 'owner',
  body: z.strictObject({ name: z.string().max(500), response: credential }),
  answer: passkey,
  status: 201,
  run: (call) => {
    const response = call.body.response as unknown as RegistrationResponseJSON;
    const made = { name: nameOf(call.body.name), response };
    return call.node.doorkeeper.passkeys.keep(agentOf(call), call.arrival, made);
  },
});

export const list = serving({
  summary: 'List your passkeys',
  authority: 'owner',
  answer: z.object({ items: z.array(passkey) }),
  run: async (call) => ({ items: await call.node.doorkeeper.passkeys.list(agentOf(call)) }),
});

export const rename = serving({
  summary: 'Give a passkey of yours another name',
  authority: 'owner',
  params: z.strictObject({ id: z.string().min(1).max(2000) }),
  body: z.strictObject({ name: z.string().max(500) }),
  answer: passkey,
  run: (call) => {
    const name = nameOf(call.body.name);
    return call.node.doorkeeper.passkeys.rename(agentOf(call), call.params.id, name);
  },
});

export const forget = serving({
  summary: 'Forget a passkey of yours',
  authority: 'owner',
  params: z.strictObject({ id: z.string().min(1).max(2000) }),
  answer: z.object({ status: z.literal('forgotten') }),
  run: async (call) => {
    await call.node.doorkeeper.passkeys.forget(agentOf(call), call.params.id);
    return { status: 'forgotten' };
  },
});
