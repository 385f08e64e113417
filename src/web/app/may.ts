import { queryOptions, useQuery } from '@tanstack/react-query';
import type { SessionShown } from '../../http/doors/sessions.ts';
import { may, roles } from '../../domain/agents/part.ts';
import type { Role, Standing } from '../../domain/agents/part.ts';
import { sessionAsked } from './session.ts';
import { clientTransport } from './transport.ts';

/** One's parts, asked for again with every change of the books; who is signed in seldom changes. */
const partsAsked = queryOptions({
  queryKey: ['my-parts'],
  queryFn: () => clientTransport.get<SessionShown>('/session'),
  staleTime: 60_000,
});

/** What is asked about: a work, or, without one, the node as a whole; and whose the thing is. */
interface Subject {
  readonly work?: string | undefined;
  readonly agent?: string | null | undefined;
}

/** Whether the member's part allows an action on something of that standing. */
export type Allowed = (action: string, standing?: Standing) => boolean;

/** Who is signed in, with the newest parts. */
function useSession(): SessionShown | undefined {
  const before = useQuery(sessionAsked).data;
  return useQuery(partsAsked).data ?? before;
}

/** The member's parts in a work, or in all of the node; a visitor's while they are asked for. */
export function useParts({ work, agent }: Subject = {}): readonly Role[] {
  const session = useSession();
  const member = session?.agent ?? undefined;
  const inWork = session?.parts.filter((one) => work === undefined || one.work === work) ?? [];
  const found = new Set<Role>(inWork.flatMap(({ part }) => part));
  if (member?.owner === true) found.add('owner');
  if (member !== undefined && agent === member.id) found.add('self');
  if (found.size === 0) found.add('visitor');
  return roles.filter((role) => found.has(role));
}

/**
 * What the member may do, by the one rule that the node goes by: what one may not do is not
 * offered. The node decides again when the act comes.
 */
export function useMay(subject: Subject = {}): Allowed {
  const part = useParts(subject);
  const isKnown = (useSession()?.agent ?? undefined) !== undefined;
  return (action, standing = 'none') => isKnown && may(part, action, standing);
}
