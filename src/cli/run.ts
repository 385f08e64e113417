import { CommanderError } from 'commander';
import { asProblem, problemText, statusOf } from './print/problem.ts';
import { programFor } from './program.ts';
import { EXIT } from './session/terminal.ts';
import type { Terminal } from './session/terminal.ts';

/** Runs one command, and gives the exit status. What is refused is told on the error stream. */
export async function runProgram(
  argv: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  const first = argv.find((word) => !word.startsWith('-'));
  const isLeading = argv[0] === first;
  const program = await programFor(terminal, version, isLeading ? first : undefined);
  if (argv.length === 0) {
    terminal.stdout.write(program.helpInformation());
    return EXIT.done;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return fail(error, terminal, argv.includes('--json'));
  }
}

function fail(error: unknown, terminal: Terminal, json: boolean): number {
  const problem = asProblem(error);
  terminal.stderr.write(json ? `${JSON.stringify(problem.document)}\n` : problemText(problem));
  const { cause } = problem;
  const isBroken = problem.code === 'broken-assumption' && cause instanceof Error;
  if (isBroken || terminal.env['WEBIZEN_DEBUG'] === '1') {
    const stack = cause instanceof Error ? cause.stack : undefined;
    if (stack !== undefined && !json) terminal.stderr.write(`\n${stack}\n`);
  }
  return statusOf(problem);
}
