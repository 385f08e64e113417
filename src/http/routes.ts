// Every URL that a node answers. The app, the OpenAPI document and the reference come from here.

import * as agents from './doors/agents.ts';
import * as agreements from './doors/agreements.ts';
import * as classifications from './doors/classifications.ts';
import * as contributions from './doors/contributions.ts';
import * as consents from './doors/consents.ts';
import * as currencies from './doors/currencies.ts';
import * as events from './doors/events.ts';
import * as imports from './doors/imports.ts';
import * as invitations from './doors/invitations.ts';
import * as kinds from './doors/kinds.ts';
import * as ledger from './doors/ledger.ts';
import * as nodes from './doors/nodes.ts';
import * as pages from './pages/doors.ts';
import * as passkeys from './doors/passkeys.ts';
import * as payments from './doors/payments.ts';
import * as payouts from './doors/payouts.ts';
import * as quotes from './doors/quotes.ts';
import * as record from './doors/record.ts';
import * as sessions from './doors/sessions.ts';
import type { Reading } from '../domain/agents/part.ts';
import { actTypeOf } from './route.ts';
import type { Door, Route } from './route.ts';
import * as works from './doors/works.ts';

const under =
  (tag: string) =>
  (line: string, door: Door, reading?: Reading, of?: Route['of']): Route => {
    const [method, path = ''] = line.split(/ +/);
    if (method !== 'GET' && method !== 'POST' && method !== 'PUT' && method !== 'DELETE') {
      throw new Error(`No method: ${line}`);
    }
    const action = reading ?? (door.authority === 'act' ? actTypeOf(door) : 'none');
    if (door.authority === 'owner' && reading === undefined) {
      throw new Error(`Nobody has said whose part allows ${line}.`);
    }
    return { ...door, method, path, tag, action, ...(of === undefined ? {} : { of }) };
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
const invitation = under('invitations');
const open = under('public pages');
const quote = under('quotes');

/** The one table of addresses. */
export const routes: readonly Route[] = [
  page('GET  /', pages.front),
  page('GET  /reference', pages.reference),
  page('GET  /reference/refusals', pages.refusals),
  page('GET  /openapi.json', pages.openapi),

  node('GET  /health', nodes.health),
  node('GET  /node', nodes.show, 'node.show'),
  node('PUT  /node/name', nodes.name),
  node('GET  /node/installation', nodes.installed, 'node.installation'),
  node('GET  /node/check', nodes.check, 'node.check'),
  node('GET  /node/export', nodes.exported, 'node.export'),

  session('POST   /sessions/links', sessions.makeLink, 'link.make'),
  session('POST   /sessions', sessions.enter),
  session('POST   /sessions/challenges', sessions.challenge),
  session('DELETE /sessions', sessions.leave),
  session('GET    /session', sessions.show),
  session('GET    /sessions', sessions.list, 'session.list'),
  session('DELETE /sessions/{id}', sessions.end, 'session.list'),
  session('GET    /passkeys', passkeys.list, 'passkey.keep'),
  session('POST   /passkeys', passkeys.keep, 'passkey.keep'),
  session('POST   /passkeys/options', passkeys.options, 'passkey.keep'),
  session('PUT    /passkeys/{id}', passkeys.rename, 'passkey.keep'),
  session('DELETE /passkeys/{id}', passkeys.forget, 'passkey.keep'),
  session('GET    /events', events.hear, 'events.hear'),

  invitation('POST /invitations', invitations.make),
  invitation('GET  /invitations/{id}', invitations.show),
  invitation('POST /invitations/{id}/joinings', invitations.join),
  invitation('POST /invitations/{id}/revocations', invitations.revoke),
  invitation('GET  /works/{id}/invitations', invitations.list, 'invitations.list', 'work'),

  open('PUT  /works/{id}/consents', consents.give),
  open('GET  /works/{id}/consents', consents.show, 'consent.show', 'work'),
  open('GET  /public/works/{id}', consents.page),
  open('GET  /public/works/{id}/data', consents.data),
  open('GET  /public/works/{id}/badge.svg', consents.badge),
  open('GET  /public/works/{id}/card.png', consents.card),

  quote('POST /quotes', quotes.make),
  quote('GET  /quotes/{id}', quotes.show),
  quote('GET  /works/{id}/quotes', quotes.list, 'quotes.list', 'work'),

  agent('GET  /agents', agents.list, 'agents.list', 'list'),
  agent('POST /agents', agents.add),
  agent('GET  /agents/{id}', agents.show, 'agent.show', 'agent'),
  agent('GET  /agents/{id}/data', agents.data, 'agent.data', 'agent'),
  agent('POST /agents/{id}/claims', agents.claim),
  agent('PUT  /agents/{id}/name', agents.rename),
  agent('POST /agents/{id}/signatures', agents.sign, 'key.use', 'agent'),
  agent('GET  /agents/{id}/keys', agents.keys, 'keys.list', 'agent'),
  agent('POST /agents/{id}/keys', agents.addAKey),
  agent('POST /keys', agents.makeKey, 'key.make'),
  agent('GET  /keys/{id}', agents.standing),
  agent('POST /keys/{id}/endings', agents.endAKey),
  agent('GET  /names', agents.nameMeant, 'name.find'),

  currency('GET  /currencies', currencies.list, 'tables.show'),
  currency('POST /currencies', currencies.add),
  currency('GET  /currencies/{id}', currencies.show, 'tables.show'),

  kind('GET  /kinds', kinds.list, 'tables.show'),
  kind('POST /kinds', kinds.add),
  kind('GET  /kinds/{id}', kinds.show, 'tables.show'),

  work('GET  /works', works.list, 'works.list', 'list'),
  work('POST /works', works.add),
  work('GET  /works/{id}', works.show, 'work.show', 'work'),
  work('GET  /works/{id}/releases', works.releases, 'work.show', 'work'),
  work('POST /works/{id}/releases', works.addTheRelease),
  work('GET  /releases/{id}', works.release, 'work.show', 'release'),
  work('GET  /releases/{id}/licence', works.licence, 'work.show', 'release'),

  agreement('GET  /agreements', agreements.list, 'agreement.show', 'list'),
  agreement('GET  /agreements/{id}', agreements.show, 'agreement.show', 'agreement'),
  agreement('GET  /agreements/{id}/text', agreements.text, 'agreement.show', 'agreement'),
  agreement('POST /agreements/{id}/signatures', agreements.sign),
  agreement('GET  /works/{id}/agreement', agreements.ofWork, 'agreement.show', 'work'),
  agreement('POST /works/{id}/agreements', agreements.draft),

  contribution('GET  /contributions', contributions.list, 'contributions.list', 'list'),
  contribution('POST /contributions', contributions.add),
  contribution('GET  /contributions/{id}', contributions.show, 'contribution.show', 'contribution'),
  contribution(
    'GET  /contributions/{id}/workings',
    contributions.workings,
    'contribution.show',
    'contribution',
  ),
  contribution('POST /contributions/{id}/confirmations', contributions.confirm),
  contribution('POST /contributions/{id}/acceptances', contributions.accept),
  contribution('POST /contributions/{id}/rejections', contributions.reject),
  contribution('POST /contributions/{id}/withdrawals', contributions.withdraw),
  contribution('POST /contributions/{id}/cancellations', contributions.cancel),
  contribution('POST /contributions/imports', contributions.importMany),
  contribution(
    'POST /contributions/imports/previews',
    contributions.previewImport,
    'import.preview',
    'act',
  ),
  contribution('POST /imports/previews', imports.readPath, 'import.read'),
  contribution('PUT  /imports/previews', imports.readUpload, 'import.preview'),
  contribution('GET  /classifications', classifications.list, 'tables.show'),
  contribution('GET  /tables/{id}/rows', classifications.rows, 'tables.show'),

  payment('GET  /payments', payments.list, 'payments.list', 'list'),
  payment('POST /payments', payments.receive),
  payment('POST /payments/previews', payments.preview, 'payment.preview', 'act'),
  payment('GET  /payments/{id}', payments.show, 'payment.show', 'payment'),
  payment('GET  /payments/{id}/parts', payments.parts, 'payment.show', 'payment'),
  payment('POST /payments/{id}/reversals', payments.reverse),
  payment('POST /sweeps', payments.sweepAll),
  payment('POST /sweeps/previews', payments.sweepPreview, 'sweep.preview', 'act'),
  payment('POST /works/{id}/sweeps', payments.sweepOne),

  payout('GET  /payouts', payouts.list, 'payouts.list', 'list'),
  payout('POST /payouts', payouts.record),
  payout('POST /payouts/previews', payouts.preview, 'payout.preview', 'act'),
  payout('GET  /payouts/{id}', payouts.show, 'payout.show', 'payout'),
  payout('GET  /agents/{id}/statement', payouts.statement, 'statement.show', 'agent'),
  payout('GET  /agents/{id}/statement.pdf', payouts.statementOnPaper, 'statement.show', 'agent'),

  books('GET  /ledger/accounts', ledger.accounts, 'ledger.show'),
  books('GET  /ledger/transfers', ledger.transfers, 'ledger.show'),
  books('GET  /ledger/export', ledger.books, 'ledger.show'),

  log('GET  /record/entries', record.entries, 'record.list', 'list'),
  log('GET  /record/acts/{type}/{id}', record.act, 'act.show', 'entry'),
  log('GET  /record/checkpoint', record.checkpoint, 'record.prove'),
  log('GET  /record/proofs/consistency', record.consistency, 'record.prove'),
];
