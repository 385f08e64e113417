import { allowedParts, may, roles } from '../../domain/agents/part.ts';
import type { Role, Standing } from '../../domain/agents/part.ts';
import { refuse } from '../../domain/refusals.ts';
import { findAgent } from '../../store/agents.ts';
import { findPlace, partsOf } from '../../store/doors/places.ts';
import type { PlacedNoun } from '../../store/doors/places.ts';
import type { Tx } from '../../store/engine.ts';
import { listWorks } from '../../store/works.ts';
import type { Sight } from '../action.ts';

/** What belongs to a work, and can be asked about by its id. */
export type Noun = PlacedNoun;

/** What somebody asks about. Without a work: about the node as a whole. */
export interface Subject {
  readonly work?: string | null;
  /** Whose it is. */
  readonly agent?: string | null;
  readonly standing: Standing;
}

/** About the node as a whole. */
export const NODE: Subject = { standing: 'none' };

type Looking = Pick<Sight, 'tx' | 'node'>;

/**
 * The parts of an agent in what is asked about. A machine has those of whoever answers for it, too.
 */
export async function partIn(
  sight: Looking,
  agent: string,
  { work, agent: whose }: Subject,
): Promise<readonly Role[]> {
  const responsible = (await findAgent(sight.tx, agent))?.responsible ?? null;
  const acting = responsible === null ? [agent] : [agent, responsible];
  const found = new Set<Role>();
  for (const one of acting) {
    for (const role of await rolesOf(sight, one, work ?? null)) found.add(role);
    if (one === whose) found.add('self');
  }
  if (found.size === 0) found.add('visitor');
  return roles.filter((role) => found.has(role));
}

async function rolesOf({ tx, node }: Looking, agent: string, work: string | null): Promise<Role[]> {
  const { invited, ...done } = await partsOf(tx, agent, work);
  const all: Role[] = agent === node.owner || agent === node.agent ? ['owner'] : [];
  for (const role of roles) {
    const isDone = (done as Partial<Record<Role, bigint>>)[role] === 1n;
    if (isDone || (invited ?? '').split(',').includes(role)) all.push(role);
  }
  return all;
}

/** How many works the parts of an agent are told of at once. */
const WORKS_MAX = 1000;

/** The parts of an agent in each work with which they have to do, in the order of the works. */
export async function partsIn(
  sight: Looking,
  agent: string,
): Promise<{ work: string; title: string; part: readonly Role[] }[]> {
  const { items } = await listWorks(sight.tx, { agent }, { limit: WORKS_MAX });
  const found: { work: string; title: string; part: readonly Role[] }[] = [];
  for (const { id, title } of items) {
    const part = await partIn(sight, agent, { work: id, standing: 'none' });
    found.push({ work: id, title, part });
  }
  return found;
}

/**
 * Asserts that an agent's part allows an action.
 *
 * @throws Refusal not-allowed, naming the parts that would allow it
 */
export async function mustBeAllowed(
  sight: Looking,
  agent: string,
  action: string,
  subject: Subject,
): Promise<void> {
  const part = await partIn(sight, agent, subject);
  if (may(part, action, subject.standing)) return;
  refuse('not-allowed', {
    part: part.join(', '),
    action,
    allowed: allowedParts(action, subject.standing).join(', '),
  });
}

/** Where a thing belongs, as a subject; undefined where there is no such thing. */
export function subjectOf(tx: Tx, noun: PlacedNoun, id: string): Promise<Subject | undefined> {
  return findPlace(tx, noun, id);
}

/** Members of bodies that name a thing of a work. */
const NAMED = [
  'work',
  'release',
  'agreement',
  'contribution',
  'payment',
  'tranche',
  'invitation',
] as const satisfies readonly PlacedNoun[];

/** Types whose own id is that of a thing of a work. */
const OWN: Readonly<Record<string, PlacedNoun>> = {
  'work.added': 'work',
  'release.opened': 'release',
  'release.carried': 'release',
  'tranche.grown': 'tranche',
  'tranche.settled': 'tranche',
};

/** What an act is about, as far as it is in the books. */
export async function subjectOfAct(
  tx: Tx,
  { type, id, body }: { readonly type: string; readonly id: string; readonly body: unknown },
): Promise<Subject> {
  const said = body as Readonly<Partial<Record<string, unknown>>>;
  for (const noun of NAMED) {
    const named = said[noun];
    if (typeof named === 'string') return (await subjectOf(tx, noun, named)) ?? NODE;
  }
  // A machine is added by whoever is to answer for it.
  const { responsible } = said;
  if (type === 'agent.added' && typeof responsible === 'string') {
    return { agent: responsible, standing: 'none' };
  }
  const own = OWN[type];
  return (own === undefined ? undefined : await subjectOf(tx, own, id)) ?? NODE;
}
