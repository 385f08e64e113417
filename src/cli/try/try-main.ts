import { runTry } from '../try.ts';

/** Runs `try` alone, as the main command line does before it loads anything else. */
process.exitCode = await runTry(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  now: new Date(),
  cwd: process.cwd(),
});
