// The web app: files that were built before, under /app/. All that it does goes through the API.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { document, html } from './pages/html.ts';

const isSource = import.meta.url.endsWith('.ts');

/** Where the built app lies: `dist/web`, from the sources and from the package alike. */
export const APP_FOLDER = fileURLToPath(
  new URL(isSource ? '../../dist/web/' : '../web/', import.meta.url),
);

/** What the app's pages may load and reach: this node alone, and no inline script or style. */
export const APP_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Fonts and pictures are compressed already. */
const COMPRESSIBLE = /^(text\/|application\/|image\/svg)/;
const HASHED = /^assets\/|[.-][\w-]{8,}\.(js|css|woff2|svg|png)$/;
const NAME = /^(?!.*(^|\/)\.)[\w./@-]+$/;

interface AppFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
  packed?: Uint8Array<ArrayBuffer>;
}

/** Of files whose names change with what they hold: read and packed once. */
const kept = new Map<string, AppFile>();

/**
 * A file of the app. An address without an ending is a place within the app, which itself knows
 * what to show there. Where nothing was built, a page says how to build it.
 */
export async function serveAppFile(request: Request, folder = APP_FOLDER): Promise<Response> {
  const asked = decoded(new URL(request.url).pathname).slice('/app/'.length);
  const name = extname(asked) === '' ? 'index.html' : asked;
  const file = await fileOf(folder, name);
  if (file !== undefined) return respond(request, name, file);
  return name === 'index.html' ? notBuilt() : new Response('', { status: 404 });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/app/%';
  }
}

async function fileOf(folder: string, name: string): Promise<AppFile | undefined> {
  if (!NAME.test(name)) return undefined;
  const path = join(folder, name);
  const known = kept.get(path);
  if (known !== undefined) return known;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readFile(path);
  } catch {
    return undefined;
  }
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const file = { type: TYPES[extname(name)] ?? 'application/octet-stream', bytes, tag };
  if (HASHED.test(name)) kept.set(path, file);
  return file;
}

function respond(request: Request, name: string, file: AppFile): Response {
  const headers = new Headers({
    'content-type': file.type,
    'content-security-policy': APP_POLICY,
    'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.tag,
    vary: 'accept-encoding',
  });
  if (request.headers.get('if-none-match') === file.tag) {
    return new Response(null, { status: 304, headers });
  }
  const packs = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!packs || !COMPRESSIBLE.test(file.type)) return new Response(file.bytes, { headers });
  file.packed ??= gzipSync(file.bytes);
  headers.set('content-encoding', 'gzip');
  return new Response(file.packed, { headers });
}

function notBuilt(): Response {
  const page = document(
    'Webizen',
    html`<header>
        <h1>The app is not built yet</h1>
        <p class="lead">
          This node runs, and its books are safe; the pages of its app are missing.
        </p>
      </header>
      <main id="content">
        <p>
          In the folder of the project, <code>npm start</code> builds the app and starts the node.
          Then load this page again.
        </p>
      </main>`,
  );
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(page, { status: 503, headers });
}
