// Who acts: a natural person, an organisation, or a machine that somebody answers for.

import { fromMultikey } from '../record/multibase.ts';
import { refuse } from '../refusals.ts';
import { assertId } from './id.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { nameOf } from './name.ts';

/** The kinds of agents. */
export const agentKinds = ['person', 'organisation', 'machine'] as const;

/** A natural person, an organisation, or software and computers. */
export type AgentKind = (typeof agentKinds)[number];

/** An agent. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly kind: AgentKind;
  /** Ed25519 multikey `z6Mk…`; null for an agent that nobody has claimed. */
  readonly publicKey: string | null;
  /** Whether the node keeps the private key; otherwise the agent alone has it. */
  readonly keptByNode: boolean;
  /** Id of the person or organisation that answers for it: always, for a machine. */
  readonly responsible: string | null;
  /** ISO 3166-1 alpha-2 or ISO 3166-2, elected by the agent. */
  readonly jurisdiction: string | null;
  /** True for the author of an import, until somebody says "that is me". */
  readonly unclaimed: boolean;
}

/** What is said of a new agent, before it is looked at. */
export interface NewAgent {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly publicKey: string | null;
  readonly keptByNode: boolean;
  readonly responsible: string | null;
  readonly jurisdiction: string | null;
  readonly unclaimed?: boolean;
}

/** What is looked at of the agent who is to answer for another. */
export type Responsible = Pick<Agent, 'id' | 'kind' | 'unclaimed'>;

function kindOf(text: string): AgentKind {
  const kind = agentKinds.find((one) => one === text);
  return kind ?? refuse('agent-kind-unknown', { kind: text.slice(0, 40) });
}

function responsibleOf(
  { kind, name, id }: Pick<Agent, 'kind' | 'name' | 'id'>,
  named: string | null,
  found: Responsible | null,
): string | null {
  if (named === null) return kind === 'machine' ? refuse('responsible-missing', { name }) : null;
  if (kind === 'person') refuse('responsible-needless', { name });
  const unfit = (why: string): never =>
    refuse('responsible-unfit', { responsible: named, name, why });
  if (named === id) unfit('nothing answers for itself but a person');
  if (found === null || found.id !== named) return unfit('no agent has that id');
  if (found.kind === 'machine') unfit('it is a machine itself');
  if (found.unclaimed) unfit('nobody has claimed that name yet');
  return found.id;
}

function checkKey(said: NewAgent): void {
  if (said.unclaimed === true) {
    if (said.publicKey !== null || said.keptByNode) {
      throw new Error('An unclaimed agent has no key.');
    }
    return;
  }
  if (said.publicKey === null) throw new Error('An agent that acts has a key.');
  fromMultikey(said.publicKey);
}

/**
 * A new agent. `responsible` is the agent whose id `said.responsible` is, or null where there is
 * none of that id.
 *
 * Refuses, in this order: `id-malformed`, `agent-kind-unknown`, `name-malformed`, `name-missing`,
 * `name-too-long`, `responsible-missing` (a machine without), `responsible-needless` (a person
 * with), `responsible-unfit` (a machine, an unclaimed name, nobody), `jurisdiction-unknown`,
 * `key-malformed`. Rule: only a person can be responsible; a machine always has a responsible
 * person or organisation.
 */
export function newAgent(said: NewAgent, responsible: Responsible | null): Agent {
  const id = assertId(said.id);
  const kind = kindOf(said.kind);
  const name = nameOf(said.name);
  const answers = responsibleOf({ kind, name, id }, said.responsible, responsible);
  const jurisdiction = said.jurisdiction === null ? null : jurisdictionOf(said.jurisdiction);
  checkKey(said);
  return {
    id,
    name,
    kind,
    publicKey: said.publicKey,
    keptByNode: said.keptByNode,
    responsible: answers,
    jurisdiction,
    unclaimed: said.unclaimed === true,
  };
}
