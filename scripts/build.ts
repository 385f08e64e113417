// Builds what the package ships: the sources as JavaScript with their types, in `dist`, and beside
// them the files that are not TypeScript (SQL, pages), and the web app. A clone runs from `src`.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from './build-program.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const dist = join(home, 'dist');
const web = join(home, 'src', 'web');

console.log('Building dist from src …');
rmSync(dist, { recursive: true, force: true });
const compiler = join(home, 'node_modules', '.bin', 'tsc');
run(compiler, ['-p', 'tsconfig.build.json']);
cpSync(join(home, 'src'), dist, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') && path !== web,
});
run(process.execPath, [join(home, 'scripts', 'build-web.ts'), '--force']);
await buildProgram();
console.log('Built.');

function run(program: string, args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { cwd: home, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
