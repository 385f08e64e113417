import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { logArguments, startGit, type GitProcess } from '../../imports/git-process.ts';

/** Options of `try` that take no value; after any other option the next argument is its value. */
const switches = new Set(['--allow-shallow', '--json', '--progress']);

/**
 * Starts `git log` on the source before the program knows what else it was asked, where that is
 * plain: a folder, no branch, no help. Undefined where it is not; then the reader starts its own.
 */
export function headStart(argv: readonly string[], cwd: string): GitProcess | undefined {
  let source: string | undefined;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (!argument.startsWith('-')) {
      if (source !== undefined) return undefined;
      source = argument;
    } else if (isOdd(argument)) {
      return undefined;
    } else if (!switches.has(argument) && !argument.includes('=')) {
      index += 1;
    }
  }
  if (source === undefined) return undefined;
  const path = resolve(cwd, source);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  return startGit(path, logArguments('hours', []));
}

const isOdd = (argument: string): boolean =>
  argument === '--' || argument.startsWith('-h') || /^--(help|branch)/.test(argument);
