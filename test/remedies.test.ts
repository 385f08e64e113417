import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { refusals } from '../src/domain/refusals.ts';
import { programFor } from '../src/cli/program.ts';
import { tryHelp } from '../src/cli/try/options.ts';

const silent = { write: () => true };
const program = await programFor(
  {
    stdout: silent,
    stderr: silent,
    env: {},
    cwd: '/',
    home: '/',
    platform: 'linux',
    clock: () => new Date(0),
  },
  '0.0.0',
);

const flagsOf = (command: Command): string[] =>
  command.options.flatMap(({ long }) => (typeof long === 'string' ? [long] : []));

const everyFlag = (command: Command): string[] => [
  ...flagsOf(command),
  ...command.commands.flatMap(everyFlag),
];

const known = new Set([
  ...everyFlag(program),
  ...(tryHelp.match(/--[a-z][a-z-]*/g) ?? []),
  '--help',
]);

/** What each remedy tells people to run: up to where the sentence goes on. */
const told = Object.entries(refusals).flatMap(([code, { remedy }]) =>
  [...remedy.matchAll(/webizen ((?:[a-z]+)(?: [^:;,()]*?)?)(?=[:;,()]|[.] |[.]?$)/g)].map(
    ([, words = '']): readonly [string, string] => [code, words],
  ),
);

/** The command that words name, with the words after it. */
function commandIn(words: readonly string[]): { command: Command; path: string } {
  let command = program;
  const path: string[] = [];
  for (const word of words) {
    const inner = command.commands.find(
      (one) => one.name() === word || one.aliases().includes(word),
    );
    if (inner === undefined) break;
    command = inner;
    path.push(word);
  }
  return { command, path: path.join(' ') };
}

describe('remedies tell people what there is', () => {
  test.each(told)('%s: webizen %s', (_, text) => {
    const words = text.split(' ');
    const { command, path } = commandIn(words);
    expect(command.commands.length, `"${path}" needs another word`).toBe(0);
    const flags = text.match(/--[a-z][a-z-]*/g) ?? [];
    if (path !== 'try')
      expect([...flagsOf(command), '--help']).toEqual(expect.arrayContaining(flags));
  });

  test('and no remedy names an option that no command has', () => {
    const named = Object.entries(refusals)
      .filter(([, { remedy }]) => !remedy.includes('git '))
      .flatMap(([code, { remedy }]) =>
        (remedy.match(/--[a-z][a-z-]*/g) ?? []).map((flag) => ({ code, flag })),
      );
    expect(named.filter(({ flag }) => !known.has(flag))).toEqual([]);
  });
});
