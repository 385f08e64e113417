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

/**
 * What the member may do, by the one rule that the node goes by: what one may not do is not
 * offered. The node decides again when the act comes.
 */
export function useMay({ work, agent }: Subject = {}): Allowed {
  const before = useQuery(sessionAsked).data;
  const session = useQuery(partsAsked).data ?? before;
  const member = session?.agent ?? undefined;
  const inWork = session?.parts.filter((one) => work === undefined || one.work === work) ?? [];
  const found = new Set<Role>(inWork.flatMap(({ part }) => part));
  if (member?.owner === true) found.add('owner');
  if (member !== undefined && agent === member.id) found.add('self');
  if (found.size === 0) found.add('visitor');
  const part = roles.filter((role) => found.has(role));
  return (action, standing = 'none') => member !== undefined && may(part, action, standing);
}
