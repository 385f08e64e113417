import { headStart } from './try/head-start.ts';
import type { TryIo } from './try/progress.ts';

/**
 * Runs `webizen try`, with the arguments after that word, and gives the exit status: 0, or that of
 * a refusal, which is told on the error stream. It writes no file. It imports little at first: git
 * reads while the rest is loaded, as the whole is held to three times what `git log` takes.
 */
export async function runTry(argv: readonly string[], io: TryIo): Promise<number> {
  const started = headStart(argv, io.cwd);
  const { run } = await import('./try/run.ts');
  return run(argv, io, started);
}
