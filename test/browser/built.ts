import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Builds the app where its sources have changed, as a browser is shown what is built: once, before
 * all tests in a browser, so that no two of them build at the same time.
 */
export function buildApp(): void {
  const script = fileURLToPath(new URL('../../scripts/build-web.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The web app could not be built.');
}

export { buildApp as setup };
