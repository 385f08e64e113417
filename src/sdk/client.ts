import { Acts, nodeSigner } from './acts.ts';
import type { Signer } from './acts.ts';
import { classificationsOf, ledgerOf, namesOf, nodeOf, recordOf } from './books.ts';
import { consentsOf, doorsOf, invitationsOf, quotesOf } from './doors.ts';
import { importsOf } from './imports.ts';
import { agentsOf, agreementsOf, currenciesOf, keysOf, kindsOf } from './makers.ts';
import { releasesOf, worksOf } from './makers.ts';
import type { PageOf, Parts } from './makers.ts';
import { contributionsOf, paymentsOf, payoutsOf, statementsOf } from './movers.ts';
import { transportTo } from './transport.ts';
import type { Query, TransportOptions } from './transport.ts';

export { Problem } from './problem.ts';
export type { How, Signer } from './acts.ts';
export type { PageOf, PlacedPageOf } from './makers.ts';
export type { Fetch, Query } from './transport.ts';

/** How a client reaches a node, and for whom it acts. */
export interface ClientOptions extends TransportOptions {
  /** The agent who acts where a call names nobody; the node's owner by default. */
  readonly by?: string | undefined;
  /** Whose signature acts carry; by default of a key that the node keeps (needs the token). */
  readonly signer?: Signer | undefined;
  readonly clock?: (() => Date) | undefined;
  readonly random?: ((bytes: number) => Uint8Array) | undefined;
}

const webRandom = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/**
 * A typed client of one node, the same for web, command line and programs:
 * `client.contributions.add({…})`. It composes each act, has it signed whole, and sends it. What
 * the node refuses is thrown as a `Problem`, with the refusal's `code` and `remedy`.
 */
export function createClient(options: ClientOptions) {
  const transport = transportTo(options);
  const acts = new Acts({
    transport,
    by: options.by,
    signer: options.signer ?? nodeSigner(transport),
    clock: options.clock ?? (() => new Date()),
    random: options.random ?? webRandom,
  });
  const parts: Parts = { transport, acts };
  return {
    agents: agentsOf(parts),
    agreements: agreementsOf(parts),
    classifications: classificationsOf(parts),
    consents: consentsOf(parts),
    contributions: contributionsOf(parts),
    currencies: currenciesOf(parts),
    doors: doorsOf(parts),
    imports: importsOf(parts),
    invitations: invitationsOf(parts),
    keys: keysOf(parts),
    kinds: kindsOf(parts),
    ledger: ledgerOf(parts),
    names: namesOf(parts),
    node: nodeOf(parts),
    payments: paymentsOf(parts),
    payouts: payoutsOf(parts),
    quotes: quotesOf(parts),
    record: recordOf(parts),
    releases: releasesOf(parts),
    statements: statementsOf(parts),
    works: worksOf(parts),
    /** A fresh id, such as `con_…`. */
    newId: acts.newId.bind(acts),
  };
}

/** What `createClient` gives. */
export type Client = ReturnType<typeof createClient>;

/** Everything that a list holds, page after page. */
export async function everyItem<T>(
  list: (query: Query) => Promise<PageOf<T>>,
  query: Query = {},
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await list({ ...query, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
