// Every URL that a node answers. The app, the OpenAPI document and the reference come from here.

import * as agents from './agents.ts';
import * as currencies from './currencies.ts';
import * as kinds from './kinds.ts';
import * as nodes from './nodes.ts';
import * as pages from './pages/doors.ts';
import type { Door, Route } from './route.ts';
import * as works from './works.ts';

const under =
  (tag: string) =>
  (line: string, door: Door): Route => {
    const [method, path = ''] = line.split(/ +/);
    if (method !== 'GET' && method !== 'POST') throw new Error(`No method: ${line}`);
    return { ...door, method, path, tag };
  };

const page = under('pages');
const agent = under('agents');
const currency = under('currencies');
const kind = under('kinds');
const work = under('works');
const node = under('node');

/** The one table of addresses. */
export const routes: readonly Route[] = [
  page('GET  /', pages.front),
  page('GET  /reference', pages.reference),
  page('GET  /reference/refusals', pages.refusals),
  page('GET  /openapi.json', pages.openapi),

  node('GET  /health', nodes.health),
  node('GET  /node', nodes.show),
  node('GET  /node/check', nodes.check),

  agent('GET  /agents', agents.list),
  agent('POST /agents', agents.add),
  agent('GET  /agents/{id}', agents.show),
  agent('POST /agents/{id}/claims', agents.claim),
  agent('POST /agents/{id}/signatures', agents.sign),
  agent('POST /keys', agents.makeKey),
  agent('GET  /names', agents.nameMeant),

  currency('GET  /currencies', currencies.list),
  currency('POST /currencies', currencies.add),
  currency('GET  /currencies/{id}', currencies.show),

  kind('GET  /kinds', kinds.list),
  kind('POST /kinds', kinds.add),
  kind('GET  /kinds/{id}', kinds.show),

  work('GET  /works', works.list),
  work('POST /works', works.add),
  work('GET  /works/{id}', works.show),
  work('GET  /works/{id}/releases', works.releases),
  work('POST /works/{id}/releases', works.addTheRelease),
  work('GET  /releases/{id}', works.release),
];
