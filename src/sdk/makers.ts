// Agents, currencies, kinds, works and agreements, as a client has them.

import type { addAgent } from '../actions/agents/add-agent.ts';
import type { AgentData } from '../actions/agents/agent-data.ts';
import type { AgentAnswer, KeyAnswer, KeyStanding } from '../actions/agents/answers.ts';
import type { claimAgent } from '../actions/agents/claim-agent.ts';
import type { endKey } from '../actions/agents/end-key.ts';
import type { nameAgent } from '../actions/agents/name-agent.ts';
import type { AgreementAnswer, AgreementLine } from '../actions/agreements/answers.ts';
import type { draftAgreement } from '../actions/agreements/draft-agreement.ts';
import type { signAgreement } from '../actions/agreements/sign-agreement.ts';
import type { addCurrency } from '../actions/currencies/add-currency.ts';
import type { CurrencyAnswer } from '../actions/currencies/answers.ts';
import type { addKind } from '../actions/kinds/add-kind.ts';
import type { KindAnswer } from '../actions/kinds/answers.ts';
import type { addRelease } from '../actions/works/add-release.ts';
import type { addWork } from '../actions/works/add-work.ts';
import type { SweepAnswer, sweepWork } from '../actions/works/sweep-work.ts';
import type { ReleaseAnswer, WorkAnswer, WorkLine } from '../actions/works/answers.ts';
import type { KeyOffer } from '../domain/agents/possession.ts';
import type { LicenceShown } from '../http/pages/licence.ts';
import type { Acts, BodyOf, How } from './acts.ts';
import { path } from './transport.ts';
import type { Query, Transport } from './transport.ts';

/** One page of a list. `next` is what to ask for as `after` where there is more. */
export interface PageOf<T> {
  readonly items: T[];
  readonly next?: string;
}

/** A page that was read by position: where it begins, and how many things there are. */
export interface PlacedPageOf<T> extends PageOf<T> {
  readonly at?: number;
  readonly total?: number;
}

/** What every noun of a client is made of. */
export interface Parts {
  readonly transport: Transport;
  readonly acts: Acts;
}

/** Agents: who acts. A key that the node keeps is made first, with `keys.make`. */
export const agentsOf = ({ transport, acts }: Parts) => ({
  add: (body: BodyOf<typeof addAgent>, how: How = {}): Promise<AgentAnswer> =>
    acts.send('/agents', 'agent.added', body, { prefix: 'agent_', ...how }),
  /** An imported author turns out to be this agent. */
  claim: (body: BodyOf<typeof claimAgent>, how: How = {}): Promise<AgentAnswer> =>
    acts.send(path`/agents/${body.unclaimed}/claims`, 'agent.claimed', body, {
      prefix: 'act_',
      ...how,
    }),
  /** Says what an agent is called: themselves, or whoever answers for them. */
  name: (body: BodyOf<typeof nameAgent>, how: How = {}): Promise<AgentAnswer> =>
    acts.put(path`/agents/${body.agent}/name`, 'agent.named', body, { prefix: 'act_', ...how }),
  /** All that the node has of an agent, for them to keep. */
  data: (id: string): Promise<AgentData> => transport.get(path`/agents/${id}/data`),
  list: (query?: Query): Promise<PageOf<AgentAnswer>> => transport.get('/agents', query),
  show: (id: string): Promise<AgentAnswer> => transport.get(path`/agents/${id}`),
});

/** Keys: those that the node keeps, and those of an agent, one for each device. */
export const keysOf = ({ transport, acts }: Parts) => ({
  /**
   * Makes and keeps a key for an agent that is about to be added; the same for a retry. Needs the
   * owner's token.
   */
  make: (agent: string): Promise<{ agent: string; publicKey: string }> =>
    transport.post('/keys', { agent }),
  /** All keys that an agent ever had. */
  list: (agent: string): Promise<PageOf<KeyAnswer>> => transport.get(path`/agents/${agent}/keys`),
  /** Whether a key signs for anybody here; nobody needs to have signed in. */
  standing: (publicKey: string): Promise<KeyStanding> => transport.get(path`/keys/${publicKey}`),
  /** Adds the key that a new device offers, signed by one that the agent has. */
  add: (offer: KeyOffer, how: How = {}): Promise<KeyAnswer> => {
    const { agent } = offer.possession;
    return acts.send(path`/agents/${agent}/keys`, 'agent.keyed', offer, {
      prefix: 'act_',
      by: agent,
      ...how,
    });
  },
  /** Ends a key, signed by any of the same agent that lives. */
  end: (body: BodyOf<typeof endKey>, how: How = {}): Promise<KeyAnswer> =>
    acts.send(path`/keys/${body.publicKey}/endings`, 'agent.unkeyed', body, {
      prefix: 'act_',
      ...how,
    }),
});

/** Currencies: whatever is counted. */
export const currenciesOf = ({ transport, acts }: Parts) => ({
  add: (body: BodyOf<typeof addCurrency>, how: How = {}): Promise<CurrencyAnswer> =>
    acts.send('/currencies', 'currency.added', body, { prefix: 'act_', ...how }),
  list: (query?: Query): Promise<PageOf<CurrencyAnswer>> => transport.get('/currencies', query),
  show: (code: string): Promise<CurrencyAnswer> => transport.get(path`/currencies/${code}`),
});

/** Kinds of contribution. */
export const kindsOf = ({ transport, acts }: Parts) => ({
  add: (body: BodyOf<typeof addKind>, how: How = {}): Promise<KindAnswer> =>
    acts.send('/kinds', 'kind.added', body, { prefix: 'act_', ...how }),
  list: (): Promise<PageOf<KindAnswer>> => transport.get('/kinds'),
  show: (id: string): Promise<KindAnswer> => transport.get(path`/kinds/${id}`),
});

/** A work to add; its release 1 gets an id of its own where none is given. */
export type NewWork = Omit<BodyOf<typeof addWork>, 'release'> & { readonly release?: string };

/** Works, and their releases. */
export const worksOf = ({ transport, acts }: Parts) => ({
  add: (body: NewWork, how: How = {}): Promise<WorkAnswer> =>
    acts.send(
      '/works',
      'work.added',
      { ...body, release: body.release ?? acts.newId('rel_') },
      { prefix: 'work_', ...how },
    ),
  list: (query?: Query): Promise<PageOf<WorkLine>> => transport.get('/works', query),
  /** Where the work stands; of the release that is meant, or the one that is named. */
  show: (id: string, query: { readonly release?: string | undefined } = {}): Promise<WorkAnswer> =>
    transport.get(path`/works/${id}`, query),
  /** Moves what upstream works are held for, for one work or for all. */
  sweep: (body: BodyOf<typeof sweepWork> = {}, how: How = {}): Promise<SweepAnswer> => {
    const door = body.work === undefined ? '/sweeps' : path`/works/${body.work}/sweeps`;
    return acts.send(door, 'work.swept', body, { prefix: 'act_', ...how });
  },
  /** What a sweep would move; nothing is written. */
  previewSweep: async (
    body: BodyOf<typeof sweepWork> = {},
    how: How = {},
  ): Promise<SweepAnswer> => {
    const id = how.id ?? acts.newId('act_');
    return transport.post('/sweeps/previews', await acts.compose('work.swept', id, body, how));
  },
});

/** Releases. */
export const releasesOf = ({ transport, acts }: Parts) => ({
  add: (body: BodyOf<typeof addRelease>, how: How = {}): Promise<ReleaseAnswer> =>
    acts.send(path`/works/${body.work}/releases`, 'release.added', body, {
      prefix: 'rel_',
      ...how,
    }),
  list: (work: string): Promise<PageOf<ReleaseAnswer>> =>
    transport.get(path`/works/${work}/releases`),
  show: (id: string): Promise<ReleaseAnswer> => transport.get(path`/releases/${id}`),
  /** The licence as it holds now, with the files that go with the release. */
  licence: (id: string): Promise<LicenceShown> => transport.get(path`/releases/${id}/licence`),
});

/** Work agreements. */
export const agreementsOf = ({ transport, acts }: Parts) => ({
  draft: (body: BodyOf<typeof draftAgreement>, how: How = {}): Promise<AgreementAnswer> =>
    acts.send(path`/works/${body.work}/agreements`, 'agreement.drafted', body, {
      prefix: 'agr_',
      ...how,
    }),
  sign: (body: BodyOf<typeof signAgreement>, how: How = {}): Promise<AgreementAnswer> =>
    acts.send(path`/agreements/${body.agreement}/signatures`, 'agreement.signed', body, {
      prefix: 'act_',
      ...how,
    }),
  list: (query?: Query): Promise<PageOf<AgreementLine>> => transport.get('/agreements', query),
  show: (id: string): Promise<AgreementAnswer> => transport.get(path`/agreements/${id}`),
  /** The newest version of a work, or the one of a number. */
  of: (work: string, version?: number): Promise<AgreementAnswer> =>
    transport.get(path`/works/${work}/agreement`, { version }),
  /** The text that people read and sign. */
  text: (id: string): Promise<string> => transport.text(path`/agreements/${id}/text`),
});
