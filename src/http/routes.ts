// Every URL that a node answers. The app, the OpenAPI document and the reference come from here.

import * as agents from './doors/agents.ts';
import * as agreements from './doors/agreements.ts';
import * as classifications from './doors/classifications.ts';
import * as contributions from './doors/contributions.ts';
import * as currencies from './doors/currencies.ts';
import * as kinds from './doors/kinds.ts';
import * as ledger from './doors/ledger.ts';
import * as nodes from './doors/nodes.ts';
import * as pages from './pages/doors.ts';
import * as payments from './doors/payments.ts';
import * as payouts from './doors/payouts.ts';
import * as record from './doors/record.ts';
import * as sessions from './doors/sessions.ts';
import type { Door, Route } from './route.ts';
import * as works from './doors/works.ts';

const under =
  (tag: string) =>
  (line: string, door: Door): Route => {
    const [method, path = ''] = line.split(/ +/);
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') {
      throw new Error(`No method: ${line}`);
    }
    return { ...door, method, path, tag };
  };

const page = under('pages');
const agent = under('agents');
const currency = under('currencies');
const kind = under('kinds');
const work = under('works');
const agreement = under('agreements');
const contribution = under('contributions');
const payment = under('payments');
const payout = under('payouts');
const books = under('ledger');
const log = under('record');
const node = under('node');
const session = under('sessions');

/** The one table of addresses. */
export const routes: readonly Route[] = [
  page('GET  /', pages.front),
  page('GET  /reference', pages.reference),
  page('GET  /reference/refusals', pages.refusals),
  page('GET  /openapi.json', pages.openapi),

  node('GET  /health', nodes.health),
  node('GET  /node', nodes.show),
  node('GET  /node/check', nodes.check),
  node('GET  /node/export', nodes.exported),

  session('POST   /sessions/links', sessions.makeLink),
  session('POST   /sessions', sessions.enter),
  session('DELETE /sessions', sessions.leave),
  session('GET    /session', sessions.show),

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

  agreement('GET  /agreements', agreements.list),
  agreement('GET  /agreements/{id}', agreements.show),
  agreement('GET  /agreements/{id}/text', agreements.text),
  agreement('POST /agreements/{id}/signatures', agreements.sign),
  agreement('GET  /works/{id}/agreement', agreements.ofWork),
  agreement('POST /works/{id}/agreements', agreements.draft),

  contribution('GET  /contributions', contributions.list),
  contribution('POST /contributions', contributions.add),
  contribution('GET  /contributions/{id}', contributions.show),
  contribution('GET  /contributions/{id}/workings', contributions.workings),
  contribution('POST /contributions/{id}/confirmations', contributions.confirm),
  contribution('POST /contributions/{id}/acceptances', contributions.accept),
  contribution('POST /contributions/{id}/rejections', contributions.reject),
  contribution('POST /contributions/{id}/withdrawals', contributions.withdraw),
  contribution('POST /contributions/{id}/cancellations', contributions.cancel),
  contribution('POST /contributions/imports', contributions.importMany),
  contribution('POST /contributions/imports/previews', contributions.previewImport),
  contribution('GET  /classifications', classifications.list),

  payment('GET  /payments', payments.list),
  payment('POST /payments', payments.receive),
  payment('POST /payments/previews', payments.preview),
  payment('GET  /payments/{id}', payments.show),
  payment('GET  /payments/{id}/parts', payments.parts),
  payment('POST /payments/{id}/reversals', payments.reverse),
  payment('POST /sweeps', payments.sweepAll),
  payment('POST /works/{id}/sweeps', payments.sweepOne),

  payout('GET  /payouts', payouts.list),
  payout('POST /payouts', payouts.record),
  payout('GET  /payouts/{id}', payouts.show),
  payout('GET  /agents/{id}/statement', payouts.statement),

  books('GET  /ledger/accounts', ledger.accounts),
  books('GET  /ledger/transfers', ledger.transfers),
  books('GET  /ledger/export', ledger.books),

  log('GET  /record/entries', record.entries),
  log('GET  /record/acts/{type}/{id}', record.act),
  log('GET  /record/checkpoint', record.checkpoint),
  log('GET  /record/proofs/consistency', record.consistency),
];
