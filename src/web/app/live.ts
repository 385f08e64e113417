import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Changes that come close together are answered by one round of questions. */
const TOGETHER_MS = 80;

/**
 * Hears of every change of the books (server-sent events) and asks anew for what is on the page.
 * Gives whether the line to the node is open. Whatever was missed while it was not is caught up on.
 */
export function useLive(): boolean {
  const questions = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void questions.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== 'session',
        });
      }, TOGETHER_MS);
    };
    let before = false;
    const events = new EventSource('/events');
    events.addEventListener('open', () => {
      setOpen(true);
      if (before) askAgain();
      before = true;
    });
    events.addEventListener('error', () => setOpen(false));
    events.addEventListener('message', askAgain);
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }, [questions]);
  return open;
}
