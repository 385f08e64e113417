import { expect, test } from 'vitest';
import { dataDirectory } from './data-directory.ts';
import type { Terminal } from './terminal.ts';

const at = (platform: string, env: Terminal['env'] = {}, given?: string): string =>
  dataDirectory(given, {
    stdout: process.stdout,
    stderr: process.stderr,
    env,
    cwd: '/somewhere',
    home: '/people/ada',
    platform,
    clock: () => new Date(0),
  });

test('data lie where the platform keeps them, unless somebody says otherwise', () => {
  expect(at('linux')).toBe('/people/ada/.local/share/webizen');
  expect(at('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/webizen');
  expect(at('darwin')).toBe('/people/ada/Library/Application Support/webizen');
  expect(at('win32', { LOCALAPPDATA: '/local' })).toBe('/local/webizen');
  expect(at('linux', { WEBIZEN_DATA: '/garden' })).toBe('/garden');
  expect(at('linux', { WEBIZEN_DATA: '' })).toBe('/people/ada/.local/share/webizen');
  expect(at('linux', { WEBIZEN_DATA: '/garden' }, 'shed')).toBe('/somewhere/shed');
});
