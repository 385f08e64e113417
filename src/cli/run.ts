import { CommanderError } from 'commander';
import { Refusal } from '../domain/refusals.ts';
import { asProblem, problemText, statusOf } from './print/problem.ts';
import { isNoun, programFor } from './program.ts';
import { EXIT } from './session/terminal.ts';
import type { Terminal } from './session/terminal.ts';

/** Runs one command, and gives the exit status. What is refused is told on the error stream. */
export async function runProgram(
  argv: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<number> {
  const first = argv.find((word) => !word.startsWith('-'));
  const named = argv[0] === first && first !== undefined && isNoun(first) ? first : undefined;
  const json = argv.includes('--json');
  const complain = json ? () => undefined : (text: string) => void terminal.stderr.write(text);
  const program = await programFor(terminal, version, named, complain);
  if (argv.length === 0) {
    terminal.stdout.write(program.helpInformation());
    return EXIT.done;
  }
  // The help of everything is no answer to a word that means nothing.
  const isLost = argv[0] === first && named === undefined;
  const asked = isLost ? argv.filter((word) => word !== '--help') : argv;
  try {
    await program.parseAsync([...asked], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(error, terminal, json);
    if (error.exitCode === 0) return EXIT.done;
    return json ? fail(notUnderstood(error), terminal, json) : EXIT.usage;
  }
}

function notUnderstood({ code, message }: CommanderError): Refusal {
  if (code === 'commander.help') {
    return new Refusal('command-malformed', { what: 'it ends before it says what to do' });
  }
  const what = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  return new Refusal('command-malformed', { what });
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
