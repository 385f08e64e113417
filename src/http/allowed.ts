// Who may come through a door: the part in the work decides, by one pure function for all doors.

import { z } from 'zod';
import type { ActOf, Sight } from '../actions/action.ts';
import { mustBeAllowed, NODE, partIn, subjectOf, subjectOfAct } from '../actions/parts/part.ts';
import type { Subject } from '../actions/parts/part.ts';
import { whoActed } from '../actions/record/show-record.ts';
import type { Role } from '../domain/agents/part.ts';
import { refuse } from '../domain/refusals.ts';
import type { Allow, Call, Party, Route, ServedNode } from './door.ts';

/** How far the clock of a device may be ahead of that of the node. Behind is no matter: offline. */
const AHEAD_MS = 300_000;

type Given = Pick<Call, 'params' | 'query' | 'body'>;

const idIn = z.object({ id: z.string() });
const entryIn = z.object({ type: z.string(), id: z.string() });
const actIn = z.object({
  type: z.string(),
  id: z.string(),
  body: z.record(z.string(), z.unknown()),
});

/**
 * Asserts that the part of whoever asks allows what a door does. A list that names no work is
 * narrowed to what is one's own, and lines and their counts to those that one may see.
 *
 * @throws Refusal not-allowed
 */
export async function checkAllowed(
  node: ServedNode,
  route: Route,
  party: Party | undefined,
  given: Given,
): Promise<void> {
  if (route.authority !== 'owner' || party === undefined) return;
  const { agent } = party;
  if (agent === node.owner) return;
  await node.read(async (sight) => {
    const subject = await subjectAsked(sight, route, agent, given);
    await mustBeAllowed(sight, agent, route.action, subject);
    const part = await partIn(sight, agent, subject);
    // Before it is read, so that pages, places and totals are of what this one may see.
    if (SHOWS_DRAFTS.has(route.action) && !keeps(part)) {
      (given.query as Filter).draftsOf = agent;
    }
  });
}

async function subjectAsked(
  sight: Sight,
  { of, action }: Route,
  agent: string,
  given: Given,
): Promise<Subject> {
  if (of === undefined) return NODE;
  if (of === 'list') return listed(sight, action, agent, given.query as Filter);
  if (of === 'act') {
    const act = actIn.safeParse(given.body);
    return act.success ? subjectOfAct(sight.tx, act.data) : NODE;
  }
  if (of === 'entry') {
    const { type, id } = entryIn.parse(given.params);
    return { agent: (await whoActed(sight, type, id)) ?? null, standing: 'none' };
  }
  const { id } = idIn.parse(given.params);
  if (of === 'agent') return { agent: id, standing: 'none' };
  return (await subjectOf(sight.tx, of, id)) ?? NODE;
}

/** What lists can be narrowed by. */
interface Filter {
  readonly work?: string;
  readonly release?: string;
  agent?: string;
  from?: string;
  by?: string;
  knownTo?: string;
  draftsOf?: string;
}

/** By what lists say whose a thing is, where that is not `agent`. */
const whoseIn: Readonly<Record<string, 'from' | 'by'>> = {
  'payments.list': 'from',
  'record.list': 'by',
};

async function listed(
  { tx }: Sight,
  action: string,
  agent: string,
  filter: Filter,
): Promise<Subject> {
  if (action === 'agents.list') {
    filter.knownTo = agent;
    return NODE;
  }
  const named =
    filter.work === undefined
      ? filter.release === undefined
        ? undefined
        : await subjectOf(tx, 'release', filter.release)
      : await subjectOf(tx, 'work', filter.work);
  if (named !== undefined) return named;
  const whose = whoseIn[action] ?? 'agent';
  filter[whose] ??= agent;
  if (filter[whose] !== agent) {
    refuse('not-allowed', { part: 'visitor', action, allowed: 'owner, self' });
  }
  return { agent, standing: 'none' };
}

/** What lists drafts, or counts them. */
const SHOWS_DRAFTS = new Set(['contributions.list', 'work.show']);

/** Drafts are between their author and those who keep the work. */
const keeps = (part: readonly Role[]): boolean =>
  part.includes('owner') || part.includes('steward');

/** Whether an act may come in: by the clock of the device that composed it, and by its part. */
export function allowing({ node }: Pick<Call, 'node'>): Allow {
  return async (act: ActOf<unknown>, sight: Sight) => {
    checkClock(act.composedAt, node.now(), { ahead: AHEAD_MS, behind: Infinity });
    await mustBeAllowed(sight, act.by, act.type, await subjectOfAct(sight.tx, act));
  };
}

/** Refuses `clock-wrong` where an instant is too far from the node's clock, milliseconds. */
export function checkClock(
  theirs: string,
  ours: Date,
  { ahead, behind }: { readonly ahead: number; readonly behind: number },
): void {
  const difference = Date.parse(theirs) - ours.getTime();
  if (difference > ahead || -difference > behind) {
    refuse('clock-wrong', { theirs, ours: ours.toISOString() });
  }
}
