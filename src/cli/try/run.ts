import { Refusal } from '../../domain/refusals.ts';
import type { GitProcess } from '../../imports/git-process.ts';
import { parseTryOptions, tryHelp, type TryOptions } from './options.ts';
import { progressOn, type TryIo } from './progress.ts';
import { startReading } from './read.ts';

/** Does what `runTry` promises, on a git that may run already. */
export async function run(
  argv: readonly string[],
  io: TryIo,
  started: GitProcess | undefined,
): Promise<number> {
  try {
    const options = parseTryOptions(argv);
    io.stdout.write(options === undefined ? tryHelp : await firstLook(options, io, started));
    return 0;
  } catch (error) {
    started?.stop();
    if (!(error instanceof Refusal)) throw error;
    const { asProblem, problemText, statusOf } = await import('../print/problem.ts');
    const problem = asProblem(error);
    const isJson = argv.includes('--json');
    io.stderr.write(isJson ? `${JSON.stringify(problem.document)}\n` : problemText(problem));
    return statusOf(problem);
  }
}

const firstLook = async (
  options: TryOptions,
  io: TryIo,
  started: GitProcess | undefined,
): Promise<string> => {
  const progress = progressOn(io.stderr, options.source, options.progress);
  const reading = startReading(options, io.cwd, progress, started);
  const [read, { terms, look }] = await Promise.all([reading, valuing(options, io.now)]);
  const found = await look.lookAt(read, terms);
  if (options.json) {
    const { reportJson } = await import('./report-json.ts');
    return `${JSON.stringify(reportJson(found), null, 2)}\n`;
  }
  const { reportText } = await import('./report-text.ts');
  return reportText(found, options.source, options.limit);
};

/** Loads what values the hours, in steps, so that git's output is taken in between. */
const valuing = async (options: TryOptions, now: Date) => {
  await turn();
  await import('../../tables/tables.ts');
  await turn();
  const look = await import('./look.ts');
  await turn();
  return { look, terms: look.termsOf(options, now) };
};

const turn = (): Promise<void> => new Promise((done) => void setImmediate(done));
