// Builds the web app into dist/web, unless what it is made of has not changed since the last time.
// Fails where the first page has become heavier than it may be. `--force` builds anyway.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The most JavaScript, gzipped, that a browser loads before the first page can be used. */
const FIRST_PAGE_BYTES_MAX = 170_000;

/** The page that people see first, beside the frame. */
const FIRST_ROOM = 'rooms/works/works-room.tsx';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const home = fileURLToPath(new URL('..', import.meta.url));
const out = join(home, 'dist', 'web');
const stampFile = join(out, 'inputs.txt');

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of everything that the app is made of. */
function inputs(): string {
  const files = [
    ...['src/web', 'src/sdk', 'src/domain'].flatMap((folder) => filesUnder(join(home, folder))),
    ...['package-lock.json', 'vite.config.ts', 'scripts/build-web.ts'].map((f) => join(home, f)),
  ].filter((file) => !file.endsWith('.test.ts'));
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(`${relative(home, file)}\n`);
    hash.update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/** The scripts that one of the chunks needs, with all that they import. */
function withImports(chunks: Readonly<Record<string, Chunk>>, names: readonly string[]): string[] {
  const found = new Set<string>();
  const walk = (name: string): void => {
    const chunk = chunks[name];
    if (chunk === undefined || found.has(chunk.file)) return;
    found.add(chunk.file);
    for (const one of chunk.imports ?? []) walk(one);
  };
  for (const name of names) walk(name);
  return [...found].filter((file) => file.endsWith('.js'));
}

/** Kilobytes of gzipped JavaScript of the first page. */
function firstPageBytes(chunks: Readonly<Record<string, Chunk>>): number {
  const files = withImports(chunks, ['index.html', FIRST_ROOM]);
  if (files.length < 2) throw new Error(`The build has no ${FIRST_ROOM}.`);
  const scripts = [...files, 'early.js'];
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(out, file))).length, 0);
}

/** Writes into the service worker which files are the app, and which build they are of. */
function fillServiceWorker(stamp: string): void {
  const path = join(out, 'service-worker.js');
  const files = filesUnder(out)
    .map((file) => relative(out, file))
    .filter((file) => !/^(service-worker\.js|build\.json|inputs\.txt|index\.html)$/.test(file))
    // Fonts for scripts that nobody here reads are fetched when somebody does.
    .filter((file) => !/(cyrillic|vietnamese|-ext-|vazirmatn-latin|italic)/.test(file))
    .map((file) => `/app/${file}`);
  const shell = JSON.stringify({ version: stamp.slice(0, 16), files: ['/app/', ...files] });
  const text = readFileSync(path, 'utf8');
  const filled = text.replace("{ version: 'none', files: [] }", shell);
  if (filled === text) throw new Error('The service worker has no place for its files.');
  writeFileSync(path, filled);
}

async function main(): Promise<void> {
  const stamp = inputs();
  const isBuilt = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isBuilt && !process.argv.includes('--force')) return;
  // A test or a shell may say otherwise, and React would be built for its developers.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite').catch(() => undefined);
  if (vite === undefined) {
    console.error(
      'The web app is not built, as what builds it is not installed: npm ci brings it.',
    );
    return;
  }
  const started = performance.now();
  console.error('Building the web app …');
  await vite.build({ configFile: join(home, 'vite.config.ts'), logLevel: 'warn' });
  const chunks = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8')) as Record<string, Chunk>;
  const bytes = firstPageBytes(chunks);
  if (bytes > FIRST_PAGE_BYTES_MAX) {
    throw new Error(
      `The first page has ${bytes} bytes of JavaScript, over ${FIRST_PAGE_BYTES_MAX}.`,
    );
  }
  fillServiceWorker(stamp);
  writeFileSync(stampFile, stamp);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`Built in ${seconds} s: ${(bytes / 1000).toFixed(1)} kB gzipped for a first page.`);
}

await main();
