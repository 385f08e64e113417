import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Refusal } from '../../domain/refusals.ts';
import type { SessionShown } from '../../http/doors/sessions.ts';
import { createClient } from '../../sdk/client.ts';
import type { Client, Signer } from '../../sdk/client.ts';
import { problemFrom } from '../../sdk/problem.ts';
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
  queryFn: () => clientTransport.get<SessionShown>('/session'),
  staleTime: 60_000,
});

/** Who is signed in; undefined for nobody, and while that is being asked. */
export function useMember(): Member | undefined {
  return useQuery(sessionAsked).data?.agent ?? undefined;
}

/** Signs with the key of this device, fetched with its code when somebody signs. */
const deviceSigning = (agent: string): Signer => ({
  sign: async (unsigned) => {
    const { deviceKey, deviceSigner } = await import('../keep/device-key.ts');
    const key = await deviceKey(agent);
    if (key === undefined) throw problemFrom(new Refusal('key-elsewhere', { agent }));
    return deviceSigner(key).sign(unsigned);
  },
});

/**
 * A client for whoever is signed in: acts are theirs, signed by the node where it keeps their key,
 * and on this device where it does not.
 */
export function useClient(): Client {
  const member = useMember();
  return useMemo(() => {
    if (member === undefined) return reader;
    const signer = member.keptByNode ? undefined : deviceSigning(member.id);
    return createClient({ url: location.origin, by: member.id, signer });
  }, [member]);
}

/** Comes in by the code of a one-time link. */
export const enterByLink = (code: string): Promise<unknown> =>
  clientTransport.post('/sessions', { way: 'link', code });

/** Ends the session of this browser, and forgets what it has read. */
export async function leave(): Promise<void> {
  await fetch('/sessions', { method: 'DELETE' });
  for (const name of await caches.keys()) {
    if (name.startsWith('webizen-read')) await caches.delete(name);
  }
  location.assign('/app/');
}
