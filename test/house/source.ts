import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';

/** One text file of the project; its path is relative to the project's root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** One import of one file: what is named in the statement, and where it leads. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The path that a relative import leads to; undefined for a package. */
  readonly to: string | undefined;
  readonly typeOnly: boolean;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git']);
/** Real data and official test vectors keep the names and the words that others gave. */
export const othersData = /^(test\/)?data\//;
const textFile =
  /\.(tsx?|mjs|js|sql|md|json|css|html|svg|sh|yml)$|(^|\/)(webizen|run|LICENSE|\.\w+)$/;

/** Every path of the project's own files, in order, the given folder only. */
export function pathsUnder(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !notOurs.has(entry.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? pathsUnder(path) : [path];
    });
}

const everyPath = pathsUnder('.');

/** Every text file of the project, tables of real data apart. */
export const files: readonly SourceFile[] = everyPath
  .filter((path) => textFile.test(path) && !othersData.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n') };
  });

/** The TypeScript sources under one folder. */
export function sources(folder = ''): readonly SourceFile[] {
  return files.filter((file) => file.path.startsWith(folder) && /\.tsx?$/.test(file.path));
}

/** A file that is a table of facts, or written by a program: its size is not a matter of taste. */
export function isDataOrGenerated({ path, lines }: SourceFile): boolean {
  return path.endsWith('.data.ts') || /^(\/\/|<!--|--) (data|generated)\b/i.test(lines[0] ?? '');
}

/** Whether a file is a test, or only serves tests. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('test/');
}

const statement = /^(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+['"]([^'"]+)['"]/gm;
const sideEffect = /^import\s+['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*,?\s*\)/g;

/** Everything that a file imports or exports again, dynamic imports too. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const found = (specifier: string, typeOnly: boolean): Import => ({
    from: path,
    specifier,
    to: specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : undefined,
    typeOnly,
  });
  return [
    ...[...text.matchAll(statement)].map((m) => found(m[2] ?? '', m[1] !== undefined)),
    ...[...text.matchAll(sideEffect)].map((m) => found(m[1] ?? '', false)),
    ...[...text.matchAll(dynamic)].map((m) => found(m[1] ?? '', false)),
  ];
}

/** The lines of files that match, as `path:line: text`, for a failure that shows where to look. */
export function linesMatching(among: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return among.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [],
    ),
  );
}

/** A cycle among the imports, as the paths along it, or undefined when there is none. */
export function findCycle(imports: readonly Import[]): readonly string[] | undefined {
  const next = Map.groupBy(imports, (one) => one.from);
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const { to } of next.get(path) ?? []) {
      const cycle = to === undefined ? undefined : walk(to, [...trail, path]);
      if (cycle !== undefined) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of next.keys()) {
    const cycle = walk(path, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
