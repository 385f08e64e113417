import { refuse } from '../../domain/refusals.ts';
import { agentNames, findAgent } from '../../store/agents.ts';
import { findWork, workTitles } from '../../store/works.ts';
import type { Sight } from '../action.ts';

/** Nouns that people call by name. */
export type NamedNoun = 'agent' | 'work';

const refusals = {
  agent: { unknown: 'agent-unknown', ambiguous: 'agent-ambiguous' },
  work: { unknown: 'work-unknown', ambiguous: 'work-ambiguous' },
} as const;

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** How many candidates a refusal lists. */
const CANDIDATES_MAX = 10;

/**
 * The id that a text means: an exact id, else the one whose name or title it is, in any case.
 * Names that somebody has claimed no longer count.
 *
 * @throws Refusal agent-unknown, agent-ambiguous, work-unknown, work-ambiguous
 */
export async function resolve({ tx }: Sight, noun: NamedNoun, text: string): Promise<string> {
  const exact = noun === 'agent' ? await findAgent(tx, text) : await findWork(tx, text);
  if (exact !== undefined) return exact.id;
  const all = noun === 'agent' ? await agentNames(tx) : await workTitles(tx);
  const wanted = folded(text);
  const found = all.filter((one) => folded(one.text) === wanted);
  const [first, second] = found;
  if (first === undefined) return refuse(refusals[noun].unknown, { id: text.slice(0, 100) });
  if (second === undefined) return first.id;
  const listed = found.slice(0, CANDIDATES_MAX).map((one) => `${one.text} (${one.id})`);
  const rest = found.length - listed.length;
  const candidates = listed.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return refuse(refusals[noun].ambiguous, { text, candidates });
}
