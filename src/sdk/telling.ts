// Answers that come in lines: how far it is, and at the end what came of it.

import { clientProblem, problemIn } from './problem.ts';

interface Told<P, D> {
  readonly progress?: P;
  readonly done?: D;
  readonly problem?: unknown;
}

/** What came of it, once all has been told. What the node refuses is thrown as a `Problem`. */
export async function toldBy<P, D>(
  response: Response,
  progress: ((at: P) => void) | undefined,
): Promise<D> {
  for await (const line of linesOf(response)) {
    const told = JSON.parse(line) as Told<P, D>;
    if (told.progress !== undefined) progress?.(told.progress);
    if (told.done !== undefined) return told.done;
    const problem = problemIn(told.problem);
    if (problem !== undefined) throw problem;
  }
  throw clientProblem(
    'answer-unreadable',
    { url: response.url, status: response.status },
    {
      detail: 'The node stopped in the middle of what it read.',
      remedy: 'Try once more; nothing was written.',
    },
  );
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    const lines = (rest + (value ?? '')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
    if (done) return;
  }
}
