// Builds what the package ships: the sources as JavaScript with their types, in `dist`, and beside
// them the files that are not TypeScript (SQL, pages). A clone needs no build: it runs from `src`.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const dist = join(home, 'dist');

console.log('Building dist from src …');
rmSync(dist, { recursive: true, force: true });
const compiler = join(home, 'node_modules', '.bin', 'tsc');
const { status, error } = spawnSync(compiler, ['-p', 'tsconfig.build.json'], {
  cwd: home,
  stdio: 'inherit',
});
if (error !== undefined) throw error;
if (status !== 0) process.exit(status ?? 1);
cpSync(join(home, 'src'), dist, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts'),
});
console.log('Built.');
