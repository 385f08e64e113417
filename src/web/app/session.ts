import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Refusal } from '../../domain/refusals.ts';
import type { SessionShown } from '../../http/doors/sessions.ts';
import { nodeSigner } from '../../sdk/acts.ts';
import { createClient } from '../../sdk/client.ts';
import type { Client, Signer } from '../../sdk/client.ts';
import { problemFrom } from '../../sdk/problem.ts';
import { keepDraftsOf } from '../keep/draft.ts';
import { clientTransport } from './transport.ts';

/** Who is signed in here. */
export type Member = NonNullable<SessionShown['agent']>;

/** A client that reads; what acts is `useClient`, as it says who acts. */
export const reader: Client = createClient({ url: location.origin });

/** A client that reads as long as somebody waits for it: what is scrolled past is not fetched. */
export const readerUntil = (signal: AbortSignal): Client =>
  createClient({ url: location.origin, fetch: (input, init) => fetch(input, { ...init, signal }) });

export const sessionAsked = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await clientTransport.get<SessionShown>('/session');
    keepDraftsOf(session.agent?.id ?? '');
    return session;
  },
  staleTime: 60_000,
});

/** Who is signed in; undefined for nobody, and while that is being asked. */
export function useMember(): Member | undefined {
  return useQuery(sessionAsked).data?.agent ?? undefined;
}

/**
 * Signs with the key of this device, fetched with its code when somebody signs; where there is none
 * by the node, if it keeps a key of theirs.
 */
const signing = ({ id: agent, keptByNode }: Member): Signer => ({
  sign: async (unsigned) => {
    const { deviceKey, deviceSigner } = await import('../keep/device-key.ts');
    const key = await deviceKey(agent);
    if (key !== undefined) return deviceSigner(key).sign(unsigned);
    if (keptByNode) return nodeSigner(clientTransport).sign(unsigned);
    throw problemFrom(new Refusal('key-elsewhere', { agent }));
  },
});

/** Where the key is by which somebody signs here: on this device, with the node, or elsewhere. */
export type KeyPlace = 'here' | 'node' | 'elsewhere';

/** Where the key of whoever is signed in is; undefined while that is being looked up. */
export function useKeyPlace(): KeyPlace | undefined {
  const member = useMember();
  return useQuery({
    queryKey: ['device-key', member?.id, member?.keptByNode],
    queryFn: async (): Promise<KeyPlace> => {
      const { deviceKey } = await import('../keep/device-key.ts');
      if ((await deviceKey(member?.id ?? '')) !== undefined) return 'here';
      return member?.keptByNode === true ? 'node' : 'elsewhere';
    },
    enabled: member !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/**
 * A client for whoever is signed in: acts are theirs, signed on this device where it has a key of
 * theirs, and by the node where it keeps one.
 */
export function useClient(): Client {
  const member = useMember();
  return useMemo(() => {
    if (member === undefined) return reader;
    return createClient({ url: location.origin, by: member.id, signer: signing(member) });
  }, [member]);
}

/** Comes in by the code of a one-time link. */
export const enterByLink = (code: string): Promise<unknown> =>
  clientTransport.post('/sessions', { way: 'link', code });

/** Ends the session of this browser, and forgets what it has read. */
export async function leave(): Promise<void> {
  await clientTransport.delete('/sessions');
  // Where the browser keeps nothing there is nothing to forget.
  const names = await caches.keys().catch(() => []);
  for (const name of names) {
    if (name.startsWith('webizen-read')) await caches.delete(name);
  }
  location.assign('/app/');
}
