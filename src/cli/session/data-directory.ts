import { join, resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

/**
 * Where a node's data are: what `--data` says, else `WEBIZEN_DATA`, else the platform's usual
 * place (XDG base directories on Linux, Application Support on macOS, Local AppData on Windows).
 */
export function dataDirectory(given: string | undefined, terminal: Terminal): string {
  const { env, home, platform, cwd } = terminal;
  const said = given ?? (env['WEBIZEN_DATA'] || undefined);
  if (said !== undefined) return resolve(cwd, said);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'webizen');
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'webizen');
  }
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'webizen');
}
