// The way in. What is quick is done before anything heavy is loaded.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Terminal } from './session/terminal.ts';
import { EXIT } from './session/terminal.ts';

const terminal: Terminal = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  platform: process.platform,
  clock: () => new Date(),
};

/** From the package: beside `src` in a clone, beside `dist` in what npm installs. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function run(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === 'try') {
    const { runTry } = await import('./try.ts');
    const { stdout, stderr, cwd, clock } = terminal;
    return runTry(rest, { stdout, stderr, now: clock(), cwd });
  }
  if (first === '--version' && rest.length === 0) {
    terminal.stdout.write(`${version()}\n`);
    return EXIT.done;
  }
  const { runProgram } = await import('./run.ts');
  return runProgram(argv, terminal, version());
}

// Whoever reads our output may stop reading: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
