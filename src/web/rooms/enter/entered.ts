import type { QueryClient } from '@tanstack/react-query';
import { sessionAsked } from '../../app/session.ts';

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
