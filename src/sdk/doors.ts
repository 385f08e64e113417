// Coming in, as a client has it.

import type { ConsentAnswer, PublicWork } from '../actions/consents/answers.ts';
import type { giveConsent } from '../actions/consents/give-consent.ts';
import type {
  InvitationAnswer,
  InvitationShown,
  JoinedAnswer,
} from '../actions/invitations/answers.ts';
import type { joinAgent } from '../actions/invitations/join.ts';
import type { makeInvitation } from '../actions/invitations/make-invitation.ts';
import type { QuoteAnswer, QuoteShown } from '../actions/quotes/answers.ts';
import type { makeQuote } from '../actions/quotes/make-quote.ts';
import type { SessionLine } from '../actions/doors/doorkeeper.ts';
import type { PasskeyShown } from '../actions/doors/passkeys.ts';
import { deviceText } from '../domain/agents/sign-in.ts';
import { sha256Hex } from '../domain/record/hash.ts';
import type { BodyOf, How } from './acts.ts';
import type { SessionAnswer, SessionShown } from '../http/doors/sessions.ts';
import type { PageOf, Parts } from './makers.ts';
import { path } from './transport.ts';

/** A link that lets an agent in once. */
export interface MadeLink {
  readonly url: string;
  readonly code: string;
  readonly agent: string;
  readonly expiresAt: string;
}

/** JSON as WebAuthn has it. */
type Json = Readonly<Record<string, unknown>>;

/** Who comes in by the key of a device. */
export interface DeviceEntry {
  readonly node: string;
  readonly agent: string;
  readonly clock?: () => Date;
}

/** Sessions: who is signed in in this browser, and how they come and go. */
export const doorsOf = ({ transport }: Parts) => ({
  /** Who one is: `agent` is null without a session. */
  session: (): Promise<SessionShown> => transport.get('/session'),
  /** A one-time link for the owner, or for another agent. Needs the owner. */
  makeLink: (agent?: string): Promise<MadeLink> =>
    transport.post('/sessions/links', agent === undefined ? {} : { agent }),
  /** Signs in by the code of a one-time link; the session's cookie comes with the answer. */
  enterByLink: (code: string): Promise<SessionAnswer> =>
    transport.post('/sessions', { way: 'link', code }),
  /** What `navigator.credentials.get` takes, in JSON. */
  passkeyToEnter: (): Promise<Json & { challenge: string }> =>
    transport.post('/sessions/challenges', { way: 'passkey' }),
  /** Signs in by what the browser answered. */
  enterByPasskey: (response: Json): Promise<SessionAnswer> =>
    transport.post('/sessions', { way: 'passkey', response }),
  /** Signs in by the key of this device: `sign` signs bytes with it, and gives a multibase text. */
  enterByDevice: async (
    { node, agent, clock = () => new Date() }: DeviceEntry,
    sign: (bytes: Uint8Array) => Promise<string>,
  ): Promise<SessionAnswer> => {
    const { challenge } = await transport.post<{ challenge: string }>('/sessions/challenges', {
      way: 'device',
      agent,
    });
    const said = { node, agent, challenge, at: clock().toISOString() };
    const signature = await sign(new TextEncoder().encode(deviceText(said)));
    const { node: _, ...sent } = said;
    return transport.post('/sessions', { way: 'device', ...sent, signature });
  },
  passkeys: {
    /** What `navigator.credentials.create` takes, in JSON. */
    toMake: (): Promise<Json & { challenge: string }> => transport.post('/passkeys/options', {}),
    /** Keeps what the browser answered, under a name that its owner knows it by. */
    keep: (name: string, response: Json): Promise<PasskeyShown> =>
      transport.post('/passkeys', { name, response }),
    list: (): Promise<PageOf<PasskeyShown>> => transport.get('/passkeys'),
    rename: (id: string, name: string): Promise<PasskeyShown> =>
      transport.put(path`/passkeys/${id}`, { name }),
    forget: (id: string): Promise<{ status: 'forgotten' }> =>
      transport.delete(path`/passkeys/${id}`),
  },
  sessions: {
    /** Where one is signed in, the one that was used last first. */
    list: (): Promise<PageOf<SessionLine>> => transport.get('/sessions'),
    end: (id: string): Promise<{ status: 'ended' }> => transport.delete(path`/sessions/${id}`),
  },
  /** Signs out. */
  leave: (): Promise<{ status: 'signed-out' }> => transport.delete('/sessions'),
});

/** What is said to invite somebody; the code is made here, and only its hash is recorded. */
export type NewInvitation = Omit<BodyOf<typeof makeInvitation>, 'codeHash'> & {
  readonly code: string;
};

/** Invitations: a link for one person, who joins with a key of their own device. */
export const invitationsOf = ({ transport, acts }: Parts) => ({
  /** A code for a new invitation: whoever has it can join. */
  newCode: (): string => acts.newCode(),
  make: ({ code, ...body }: NewInvitation, how: How = {}): Promise<InvitationAnswer> =>
    acts.send(
      '/invitations',
      'invitation.made',
      { ...body, codeHash: sha256Hex(code) },
      { prefix: 'inv_', ...how },
    ),
  /** What an invitation is for; nobody needs to have signed in. */
  show: (code: string): Promise<InvitationShown> => transport.get(path`/invitations/${code}`),
  /** Takes one back before anybody has joined by it. */
  revoke: (invitation: string, how: How = {}): Promise<InvitationAnswer> =>
    acts.send(
      path`/invitations/${invitation}/revocations`,
      'invitation.revoked',
      { invitation },
      { prefix: 'act_', ...how },
    ),
  list: (work: string): Promise<PageOf<InvitationAnswer>> =>
    transport.get(path`/works/${work}/invitations`),
  /** Joins as `how.id`, signed by `how.signer`: the key whose public half is in the body. */
  join: (
    body: BodyOf<typeof joinAgent>,
    how: How & Required<Pick<How, 'id' | 'signer'>>,
  ): Promise<JoinedAnswer> =>
    acts.send(path`/invitations/${body.invitation}/joinings`, 'agent.joined', body, {
      prefix: 'agent_',
      ...how,
      by: how.id,
    }),
});

/** What the public page of a work shows. */
export const consentsOf = ({ transport, acts }: Parts) => ({
  give: (body: BodyOf<typeof giveConsent>, how: How = {}): Promise<ConsentAnswer> =>
    acts.put(path`/works/${body.work}/consents`, 'consent.given', body, {
      prefix: 'act_',
      ...how,
    }),
  /** What whoever is signed in lets be shown of them. */
  show: (work: string): Promise<ConsentAnswer> => transport.get(path`/works/${work}/consents`),
  /** What everybody can see of a work. */
  publicWork: (work: string): Promise<PublicWork> =>
    transport.get(path`/public/works/${work}/data`),
});

/**
 * Quotes for organisations. To mark one paid: `payments.receive(quote.payment.body, {id:
 * quote.payment.id})`.
 */
export const quotesOf = ({ transport, acts }: Parts) => ({
  make: (body: BodyOf<typeof makeQuote>, how: How = {}): Promise<QuoteAnswer> =>
    acts.send('/quotes', 'quote.made', body, { prefix: 'quo_', ...how }),
  show: (id: string): Promise<QuoteShown> => transport.get(path`/quotes/${id}`),
  list: (work: string): Promise<PageOf<QuoteAnswer>> => transport.get(path`/works/${work}/quotes`),
});
