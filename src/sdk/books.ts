// The ledger, the record and the node, as a client has them.

import type { AccountList, TransferAnswer } from '../actions/ledger/answers.ts';
import type { NodeAnswer } from '../actions/node/answers.ts';
import type { nameNode } from '../actions/node/name-node.ts';
import type { ActAnswer, ConsistencyAnswer, RecordEntryAnswer } from '../actions/record/answers.ts';
import type { CheckAnswer } from '../http/doors/nodes.ts';
import type { Installation } from '../http/installation.ts';
import type { ClassificationRow, TableRows } from '../http/doors/classifications.ts';
import type { BodyOf, How } from './acts.ts';
import type { PageOf, Parts, PlacedPageOf } from './makers.ts';
import { toldBy } from './telling.ts';
import { path } from './transport.ts';
import type { Query } from './transport.ts';

/** How far a check is: entries looked at, of so many. */
export interface CheckProgress {
  readonly entries: number;
  readonly total: number;
}

/** Programs whose files the books can be exported as. */
export type BooksFormat = 'hledger' | 'beancount' | 'csv';

/** The double-entry books. */
export const ledgerOf = ({ transport }: Parts) => ({
  accounts: (): Promise<AccountList> => transport.get('/ledger/accounts'),
  transfers: (query?: Query): Promise<PlacedPageOf<TransferAnswer>> =>
    transport.get('/ledger/transfers', query),
  /** The books as text for a program that none of us wrote. */
  export: (format: BooksFormat): Promise<string> => transport.text('/ledger/export', { format }),
});

/** The record: every act, in the order in which the node took it in. */
export const recordOf = ({ transport }: Parts) => ({
  entries: (query?: Query): Promise<PlacedPageOf<RecordEntryAnswer>> =>
    transport.get('/record/entries', query),
  /** The act of a type that made the thing of an id, as it was signed. */
  act: (type: string, id: string): Promise<ActAnswer> =>
    transport.get(path`/record/acts/${type}/${id}`),
  /** The newest signed checkpoint: a signed note. */
  checkpoint: (): Promise<string> => transport.text('/record/checkpoint'),
  /** The proof that the record only grew since it had so many entries. */
  consistency: (from: number, to?: number): Promise<ConsistencyAnswer> =>
    transport.get('/record/proofs/consistency', { from, to }),
});

/** The node itself. */
export const nodeOf = ({ transport, acts }: Parts) => ({
  show: (): Promise<NodeAnswer> => transport.get('/node'),
  /** Says what the node is called; its owner alone can. */
  name: (body: BodyOf<typeof nameNode>, how: How = {}): Promise<NodeAnswer> =>
    acts.put('/node/name', 'node.named', body, { prefix: 'act_', ...how }),
  /** Recomputes everything from the record and says what does not hold. */
  check: (): Promise<CheckAnswer> => transport.get('/node/check'),
  /** The same, told while it goes on how many entries were looked at, of so many. */
  checkTelling: async (
    progress: (at: CheckProgress) => void,
    signal?: AbortSignal,
  ): Promise<CheckAnswer> => {
    const init = { method: 'GET', ...(signal === undefined ? {} : { signal }) };
    return toldBy(await transport.raw('/node/check', init, { progress: true }), progress);
  },
  /** Where it runs, how it is reached, what it takes: for its owner. */
  installation: (): Promise<Installation> => transport.get('/node/installation'),
  /** All that the node is, as a tar stream. */
  export: (query: { readonly keys?: boolean } = {}): Promise<ReadableStream<Uint8Array>> =>
    transport.stream('/node/export', query),
});

/** What people call things, turned into ids. */
export const namesOf = ({ transport }: Parts) => ({
  resolve: async (noun: 'agent' | 'work', text: string): Promise<string> =>
    (await transport.get<{ id: string }>('/names', { noun, text })).id,
});

/** The rate tables that the node values work by. */
export const classificationsOf = ({ transport }: Parts) => ({
  list: (query?: Query): Promise<PageOf<ClassificationRow>> =>
    transport.get('/classifications', query),
  /** A row of a shipped table among those around it, told by the hash of its file. */
  rowsAround: (
    table: string,
    query: { readonly sha256: string; readonly row: number; readonly around?: number },
  ): Promise<TableRows> => transport.get(path`/tables/${table}/rows`, query),
});
