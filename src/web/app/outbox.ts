import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { layOut, sendWaiting, takeBack, waitingLines } from '../keep/outbox.ts';
import type { WaitingLine } from '../keep/outbox.ts';
import { useClient, useMember } from './session.ts';

/** While something waits, the node is tried again this often. */
const AGAIN_MS = 5000;

const outboxAsked = queryOptions({ queryKey: ['outbox'], queryFn: waitingLines });

/** What waits in this browser for the node, and how it goes there. */
export interface Outbox {
  readonly waiting: readonly WaitingLine[];
  /** Lays one in, and tries to send all; gives the line where it still waits. */
  readonly hand: (line: Omit<WaitingLine, 'by'>) => Promise<WaitingLine | undefined>;
  readonly send: () => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
  /** Sends one again that the node did not take in, as it is. */
  readonly again: (line: WaitingLine) => Promise<void>;
}

/** The outbox of whoever is signed in. */
export function useOutbox(): Outbox {
  const questions = useQueryClient();
  const client = useClient();
  const by = useMember()?.id;
  const all = useQuery(outboxAsked).data ?? [];
  const send = useCallback(async () => {
    if (by === undefined) return;
    await sendWaiting(client, by);
    await questions.invalidateQueries();
  }, [client, by, questions]);
  const hand = useCallback(
    async (line: Omit<WaitingLine, 'by'>) => {
      if (by === undefined) throw new Error('Nobody is signed in.');
      await layOut({ ...line, by });
      await sendWaiting(client, by);
      void questions.invalidateQueries();
      return (await waitingLines()).find(({ id }) => id === line.id);
    },
    [client, by, questions],
  );
  const discard = useCallback(
    async (id: string) => {
      await takeBack(id);
      await questions.invalidateQueries({ queryKey: outboxAsked.queryKey });
    },
    [questions],
  );
  const again = useCallback(
    async ({ problem: _, ...line }: WaitingLine) => {
      await layOut(line);
      await send();
    },
    [send],
  );
  return { waiting: all.filter((line) => line.by === by), hand, send, discard, again };
}

/** Sends what waits as soon as the node is back. */
export function useSending({ waiting, send }: Outbox): void {
  const isWaiting = waiting.some(({ problem }) => problem === undefined);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = (): void => void send();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [isWaiting, send]);
}
