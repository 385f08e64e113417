import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is Node's in the record, and what a browser has in its place. */
const forBrowsers: Readonly<Record<string, string>> = {
  [at('src/domain/record/hash.ts')]: at('src/web/keep/hash.ts'),
  [at('src/domain/record/signature.ts')]: at('src/web/keep/signature.ts'),
};

/** Puts the browser's versions in the place of Node's, in pages and in workers. */
const forBrowsersPlugin: Plugin = {
  name: 'for-browsers',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined || !/\/(hash|signature)\.ts$/.test(source)) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found === null ? null : (forBrowsers[found.id] ?? null);
  },
};

// The web app: src/web to dist/web, served under /app/. Built by scripts/build-web.ts.
export default defineConfig({
  root: at('src/web'),
  base: '/app/',
  build: {
    outDir: at('dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    manifest: 'build.json',
    // Nothing inline: the policy of the pages allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  plugins: [react(), forBrowsersPlugin],
  worker: { format: 'es', plugins: () => [forBrowsersPlugin] },
});
