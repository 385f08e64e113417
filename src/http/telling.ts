// Answers that take a while: lines of JSON, first of how far it is, at the end of what came of it.

import { problemOfError } from './problem.ts';

/** Progress is told a few times a second at most. */
const TELL_EVERY_MS = 200;

/**
 * An answer in lines: `{"progress": …}` while `work` goes on, then `{"done": …}` or
 * `{"problem": …}`. Where whoever asked
 * goes away, the next progress ends the work; `after` runs in any case.
 */
export function telling<P>(
  begins: P,
  work: (progress: (at: P) => void) => Promise<unknown>,
  after?: () => Promise<void>,
): Response {
  const encoder = new TextEncoder();
  let isWanted = true;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const say = (value: unknown): void => {
        if (isWanted) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      };
      let last = 0;
      say({ progress: begins });
      try {
        const done = await work((at) => {
          if (!isWanted) throw new Error('Nobody waits for this any more.');
          if (performance.now() - last < TELL_EVERY_MS) return;
          last = performance.now();
          say({ progress: at });
        });
        say({ done });
      } catch (error) {
        say({ problem: problemOfError(error) });
      } finally {
        await after?.();
        if (isWanted) controller.close();
      }
    },
    cancel: () => {
      isWanted = false;
    },
  });
  return new Response(stream, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  });
}
