import type { QueryClient } from '@tanstack/react-query';
import { FIRST_NAMES } from '../../../domain/agents/name.ts';
import { nodeAsked } from '../../app/questions.ts';
import { reader, sessionAsked } from '../../app/session.ts';

/**
 * Asks anew who is signed in, once somebody has come in. An answer that is still under way is from
 * before, so it is let go first.
 */
export async function askWhoIsIn(questions: QueryClient): Promise<void> {
  await questions.cancelQueries({ queryKey: sessionAsked.queryKey });
  // What a page asked for before anybody was in was refused.
  questions.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  await questions.fetchQuery({ ...sessionAsked, staleTime: 0 });
}

/** Where a link leads: the owner of a new node is asked for its name, others see the works. */
export async function firstRoom(questions: QueryClient): Promise<'/' | '/begin'> {
  const { agent } = await questions.ensureQueryData(sessionAsked);
  if (agent?.owner !== true) return '/';
  const { name } = await questions.ensureQueryData(nodeAsked);
  if (name !== FIRST_NAMES.node) return '/';
  const { items } = await reader.works.list({ limit: 1 });
  return items.length === 0 ? '/begin' : '/';
}
