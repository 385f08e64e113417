import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A page that is measured beside ours. */
export interface Peer {
  readonly url: string;
  stop(): Promise<void>;
}

const INDEX = `<!doctype html><html lang="en">
<head><meta charset="utf-8"><title>Hello</title></head>
<body><main id="app"></main><script type="module" src="/main.js"></script></body></html>`;

const MAIN = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.querySelector('#app')).render(createElement('h1', null, 'Hello'));`;

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** The least app of the same making: React, built by Vite, that says one word; served gzipped. */
export async function startHello(): Promise<Peer> {
  const { build } = await import('vite');
  const root = mkdtempSync(join(tmpdir(), 'bench-hello-'));
  writeFileSync(join(root, 'index.html'), INDEX);
  writeFileSync(join(root, 'main.js'), MAIN);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: [{ find: /^(react|react-dom)(?=$|[/])/, replacement: `${modules}/$1` }],
    },
    build: { outDir: 'out' },
  });
  const out = join(root, 'out');
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    if (/\.(html|js|css)$/.test(name)) {
      files.set(`/${name}`, gzipSync(readFileSync(join(out, name))));
    }
  }
  rmSync(root, { recursive: true });
  return serve((path) => files.get(path === '/' ? '/index.html' : path));
}

/** The floor of scrolling: a page as high as the list, with nothing in it. */
export async function startTall(pixels: number): Promise<Peer> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tall</title>
<style>div{height:${pixels}px}</style></head><body><h1>Tall</h1><div></div></body></html>`;
  const body = gzipSync(page);
  return serve(() => body);
}

async function serve(find: (path: string) => Buffer | undefined): Promise<Peer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = find(path);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
