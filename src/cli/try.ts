import { Refusal } from '../domain/refusals.ts';
import { parseTryOptions, tryHelp, type TryOptions } from './try/options.ts';
import { progressOn, type ProgressStream } from './try/progress.ts';
import { startReading } from './try/read.ts';

/** What the command is given of the world. */
export interface TryIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
  readonly now: Date;
  readonly cwd: string;
}

/**
 * Runs `webizen try`, with the arguments after that word, and gives the exit status: 0, or 1 for a
 * refusal, which is told on the error stream. It writes no file, and imports little at first: git
 * reads while the rest is loaded, as the whole is held to three times what `git log` takes.
 */
export async function runTry(argv: readonly string[], io: TryIo): Promise<number> {
  const wantsJson = argv.includes('--json');
  try {
    const options = parseTryOptions(argv);
    io.stdout.write(options === undefined ? tryHelp : await firstLook(options, io));
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.stderr.write(refusalText(error, wantsJson));
    return 1;
  }
}

const firstLook = async (options: TryOptions, io: TryIo): Promise<string> => {
  const progress = progressOn(io.stderr, options.source, options.progress);
  const reading = startReading(options, io.cwd, progress);
  const [read, look] = await Promise.all([reading, lookWith(options, io.now)]);
  const found = look.at(read);
  if (!options.json) return look.text(found, options.source, options.limit);
  return `${JSON.stringify(look.json(found), null, 2)}\n`;
};

const lookWith = async (options: TryOptions, now: Date) => {
  const [look, json, text] = await Promise.all([
    import('./try/look.ts'),
    import('./try/report-json.ts'),
    import('./try/report-text.ts'),
  ]);
  const terms = look.termsOf(options, now);
  return {
    at: (read: Parameters<typeof look.lookAt>[0]) => look.lookAt(read, terms),
    json: json.reportJson,
    text: text.reportText,
  };
};

const refusalText = (refusal: Refusal, json: boolean): string => {
  const { code, message, remedy, status } = refusal;
  if (json) return `${JSON.stringify({ error: { code, status, message, remedy } })}\n`;
  return `webizen: ${message}\nWhat to do: ${remedy}\n`;
};
