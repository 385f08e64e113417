import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Problem } from '../../../sdk/client.ts';
import type { Client, How } from '../../../sdk/client.ts';
import { useClient } from '../../app/session.ts';

/** An act that a form sends. */
export interface Acting {
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: () => void;
}

/**
 * Sends one act. A second try, after a lost connection say, carries the same id, so that the node
 * does it once. Once it is done, `done` is called, and whatever is on the page is asked anew.
 */
export function useActing(
  run: (client: Client, how: How) => Promise<unknown>,
  done: () => void | Promise<void>,
  prefix: 'act_' | 'agent_' | 'con_' | 'agr_' | 'rel_' = 'act_',
): Acting {
  const client = useClient();
  const questions = useQueryClient();
  const id = useRef<string>(undefined);
  const sent = useMutation({
    mutationFn: () => run(client, { id: (id.current ??= client.newId(prefix)) }),
    // What was refused was not done: put right, it is another act.
    onError: (error) => {
      if (error instanceof Problem && error.status < 500) id.current = undefined;
    },
    onSuccess: async () => {
      id.current = undefined;
      await done();
      await questions.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  return { busy: sent.isPending, error: sent.error, send: () => sent.mutate() };
}
