// Contributions that were handed in while the node was away: they lie here, each under the id that
// it will have, and are signed and sent in the order in which they were made.

import type { Client } from '../../sdk/client.ts';
import { Problem } from '../../sdk/client.ts';
import { drop, everything, put } from './shelf.ts';

type Body = Parameters<Client['contributions']['add']>[0];

/** A contribution that waits. */
export interface WaitingLine {
  readonly id: string;
  readonly by: string;
  readonly body: Body;
  /** When it was handed in here. */
  readonly at: string;
  /** Why the node did not take it in; without one it is tried again. */
  readonly problem?: Problem['document'];
}

/** Lays a contribution in the outbox. Resolves once it is on the disk. */
export const layOut = (line: WaitingLine): Promise<void> => put('outbox', line.id, line);

/** Takes one out again. */
export const takeBack = (id: string): Promise<void> => drop('outbox', id);

/** All that wait, the earliest first. */
export async function waitingLines(): Promise<WaitingLine[]> {
  const all = await everything<WaitingLine>('outbox');
  return all
    .map(([, line]) => line)
    .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** Whether the node was away, or did not know who asks: then it is tried again later. */
const isAway = (error: unknown): boolean =>
  error instanceof Problem &&
  (error.code === 'node-unreachable' || error.status >= 500 || error.status === 401);

/**
 * Sends what an agent has waiting. What the node refuses stays with the reason, and is not sent
 * again by itself. One tab sends at a time, and a second sending of the same id changes nothing.
 */
export async function sendWaiting(client: Client, agent: string): Promise<void> {
  await navigator.locks.request('webizen-outbox', async () => {
    for (const line of await waitingLines()) {
      if (line.by !== agent || line.problem !== undefined) continue;
      try {
        await client.contributions.add(line.body, { id: line.id });
        await takeBack(line.id);
      } catch (error) {
        if (isAway(error)) return;
        if (!(error instanceof Problem)) throw error;
        await layOut({ ...line, problem: error.document });
      }
    }
  });
}
