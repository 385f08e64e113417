import { refuse } from '../../domain/refusals.ts';
import { agentsNamed, findAgent } from '../../store/agents.ts';
import type { AgentName } from '../../store/agents.ts';
import { findWork, workTitles } from '../../store/works.ts';
import type { Tx } from '../../store/engine.ts';
import type { Sight } from '../action.ts';

/** Nouns that people call by name. */
export type NamedNoun = 'agent' | 'work';

const refusals = {
  agent: { unknown: 'agent-unknown', ambiguous: 'agent-ambiguous' },
  work: { unknown: 'work-unknown', ambiguous: 'work-ambiguous' },
} as const;

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

const worksCalled = async (tx: Tx, title: string) =>
  (await workTitles(tx)).filter(({ text }) => folded(text) === folded(title));

/** How many candidates a refusal lists. */
const CANDIDATES_MAX = 10;

/**
 * The agents who are called so, in any case. Names that somebody has claimed no longer count, and
 * those of imports and payers only where nobody who acts has the name: a time sheet that names Ada
 * does not take her name from her.
 */
export async function agentsCalled(tx: Tx, name: string): Promise<AgentName[]> {
  const found = await agentsNamed(tx, name);
  const acting = found.filter(({ unclaimed }) => !unclaimed);
  return acting.length > 0 ? acting : found;
}

/**
 * The id that a text means: an exact id, else the one whose name or title it is, in any case, as
 * `agentsCalled` has it.
 *
 * @throws Refusal agent-unknown, agent-ambiguous, work-unknown, work-ambiguous
 */
export async function resolve({ tx }: Sight, noun: NamedNoun, text: string): Promise<string> {
  const exact = noun === 'agent' ? await findAgent(tx, text) : await findWork(tx, text);
  if (exact !== undefined) return exact.id;
  const found = noun === 'agent' ? await agentsCalled(tx, text) : await worksCalled(tx, text);
  const [first, second] = found;
  if (first === undefined) return refuse(refusals[noun].unknown, { id: text.slice(0, 100) });
  if (second === undefined) return first.id;
  const listed = found.slice(0, CANDIDATES_MAX).map((one) => `${one.text} (${one.id})`);
  const rest = found.length - listed.length;
  const candidates = listed.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return refuse(refusals[noun].ambiguous, { text, candidates });
}
