import { readdirSync, readFileSync } from 'node:fs';
import { name, page, table } from './page.ts';

/** What each environment variable that the code reads is for. */
const meanings: Readonly<Record<string, string>> = {
  WEBIZEN_DATA: 'The data directory, where `--data` is not given.',
  WEBIZEN_PASSPHRASE:
    'Seals the keys that the node keeps. Once a key is sealed, the node needs it at each start.',
  WEBIZEN_KEY_PASSPHRASE: 'Opens a sealed key file that is given with `--key`.',
  WEBIZEN_DEBUG: '`1` prints, with a refusal, where in the program it was said.',
  XDG_DATA_HOME: 'Where data directories live on Linux: `$XDG_DATA_HOME/webizen`.',
  XDG_CACHE_HOME: 'Where compiled code is kept between starts on Linux: a cache, safe to delete.',
  HOME: 'The user’s own directory, under which the usual places lie.',
  LOCALAPPDATA: 'Where data directories live on Windows.',
  NODE_COMPILE_CACHE: 'Another directory for compiled code than the usual one.',
  NO_COLOR: 'Switches colour off in the terminal, whatever its value (see https://no-color.org).',
  FORCE_COLOR: 'Switches colour on where the output is not a terminal.',
  COLUMNS: 'The width of the terminal, where it cannot be asked for it.',
  TERM: 'The kind of terminal; `dumb` gets plain text.',
  PATH: 'Where `git` is looked for.',
};

const intro = `What can be set from outside. Everything else is an option of a command
([commands](commands.md)) or a term of an agreement, signed by those whom it binds.`;

const root = new URL('../../', import.meta.url);
const read = /\benv(?:\.|\[['"])([A-Z][A-Z_]+)|\$\{?([A-Z][A-Z_]{3,})\b/g;

/**
 * The environment variables that the code reads. A variable without a meaning here is a broken
 * assumption: it stops the generation.
 */
export function settingsPage(): string {
  const rows = namesRead().map((variable) => {
    const meaning = meanings[variable];
    if (meaning === undefined) throw new Error(`Say what ${variable} is for in settings.ts.`);
    return [name(variable), meaning];
  });
  return page('Settings', [intro, '## Environment', table(['variable', 'meaning'], rows)]);
}

function namesRead(): readonly string[] {
  const inSources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => namesIn(`src/${path}`, 1));
  return [...new Set([...inSources, ...namesIn('bin/webizen', 2)])].toSorted();
}

function namesIn(path: string, group: 1 | 2): readonly string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  return [...text.matchAll(read)].flatMap((match) => match[group] ?? []);
}
