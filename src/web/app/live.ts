import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionAsked } from './session.ts';

/** Changes that come close together are answered by one round of questions. */
const TOGETHER_MS = 80;

/** After this long a line that was refused is asked for again. */
const AGAIN_MS = 2000;

/** How the line to the node is: not known yet, open, or cut. */
export type Line = 'opening' | 'open' | 'away';

/**
 * A line by which the node tells of every change of the books (server-sent events): what is on the
 * page is then asked anew, and so is what was missed while there was no line.
 */
class Listening {
  readonly #questions: QueryClient;
  readonly #tell: (line: Line) => void;
  #events: EventSource | undefined;
  #asking: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(questions: QueryClient, tell: (line: Line) => void) {
    this.#questions = questions;
    this.#tell = tell;
  }

  /** Opens the line, anew where there was one. */
  readonly open = (): void => {
    clearTimeout(this.#again);
    this.#events?.close();
    const events = new EventSource('/events');
    this.#events = events;
    events.addEventListener('open', () => {
      this.#tell('open');
      // What was answered before may have changed since, unheard.
      this.#ask();
    });
    events.addEventListener('message', this.#askAgain);
    events.addEventListener('reset', this.#askAgain);
    events.addEventListener('error', () => {
      this.#tell('away');
      if (events.readyState !== EventSource.CLOSED) return;
      // Refused, not lost: perhaps nobody is signed in here any more.
      void this.#questions.invalidateQueries({ queryKey: sessionAsked.queryKey });
      this.#again = setTimeout(this.open, AGAIN_MS);
    });
  };

  /** There is no way out of this device at all. */
  readonly cut = (): void => {
    clearTimeout(this.#again);
    this.#events?.close();
    this.#tell('away');
  };

  end(): void {
    clearTimeout(this.#asking);
    clearTimeout(this.#again);
    this.#events?.close();
  }

  readonly #askAgain = (): void => {
    this.#asking ??= setTimeout(() => {
      this.#asking = undefined;
      this.#ask();
    }, TOGETHER_MS);
  };

  #ask(): void {
    void this.#questions.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'session',
    });
  }
}

/** Listens as long as the page is there, and gives how the line to the node is. */
export function useLive(): Line {
  const questions = useQueryClient();
  const [line, setLine] = useState<Line>('opening');
  useEffect(() => {
    const listening = new Listening(questions, setLine);
    listening.open();
    window.addEventListener('online', listening.open);
    window.addEventListener('offline', listening.cut);
    return () => {
      window.removeEventListener('online', listening.open);
      window.removeEventListener('offline', listening.cut);
      listening.end();
    };
  }, [questions]);
  return line;
}
