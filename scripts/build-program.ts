// Bundles the program into `dist/program`: a few files where the sources are hundreds, so that a
// start is quick. Whether it is still that of the sources, bin/webizen finds out at each start.
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const home = fileURLToPath(new URL('..', import.meta.url));
const program = join(home, 'dist', 'program');

/** What cannot be bundled: packages with native add-ons. */
const external = ['@myriaddreamin/typst-ts-node-compiler'];

/** Builds the bundle anew, and puts it in the place of the old one whole. */
export async function buildProgram(): Promise<void> {
  // The stamp is from before the first source is read: what changes meanwhile makes it stale.
  const fresh = `${program}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'stamp'), 'What is newer than this file is not in the bundle.\n');
  await build({
    input: { main: join(home, 'src', 'cli', 'main.ts') },
    platform: 'node',
    external,
    logLevel: 'warn',
    output: {
      dir: fresh,
      format: 'esm',
      minify: false,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
  });
  cpSync(join(home, 'src', 'store', 'migrations'), join(fresh, '..', 'migrations'), {
    recursive: true,
  });
  cpSync(
    join(home, 'src', 'http', 'pages', 'paper', 'statement.typ'),
    join(fresh, 'statement.typ'),
  );
  rmSync(program, { recursive: true, force: true });
  renameSync(fresh, program);
}

if (import.meta.main) await buildProgram();
