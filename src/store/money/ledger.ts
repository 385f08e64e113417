import { MAX_MINOR } from '../../domain/money/amount.ts';
import { claimsAccount } from '../../domain/ledger/accounts.ts';
import type { Posting } from '../../domain/ledger/transfer.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Tx } from '../engine.ts';

/** What a transfer is about, beside its postings. */
export interface TransferHead {
  /** Record entry type of the act that caused it, such as `payment.received`. */
  readonly kind: string;
  /** Id of the thing that it books. */
  readonly subject: string;
  /** The day on which it happened, ISO. */
  readonly happenedOn: string;
  /** The instant at which it was written, ISO. */
  readonly writtenAt: string;
  readonly seq: number;
}

/** One entry of the ledger, auditable alone. */
export interface LedgerEntry {
  readonly transfer: bigint;
  readonly position: bigint;
  readonly account: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly balanceBeforeMinor: bigint;
  readonly balanceAfterMinor: bigint;
  readonly version: bigint;
}

/** A transfer with its entries. */
export interface Transfer extends TransferHead {
  readonly id: bigint;
  readonly entries: LedgerEntry[];
}

/** One account's balance in one currency. */
export interface AccountBalance {
  readonly name: string;
  readonly currency: string;
  readonly balanceMinor: bigint;
  readonly version: bigint;
}

/**
 * Writes one balanced transfer: an entry per posting, each with the balance before and after.
 *
 * @throws Refusal amount-too-large when a balance would leave 64 bits
 */
export async function book(
  tx: Tx,
  head: TransferHead,
  postings: readonly Posting[],
): Promise<void> {
  if (postings.length === 0) return;
  const made = await tx.get<{ id: bigint }>(
    INSERT_TRANSFER,
    head.kind,
    head.subject,
    head.happenedOn,
    head.writtenAt,
    head.seq,
  );
  if (made === undefined) throw new Error('A transfer was written without a number.');
  let position = 0;
  for (const posting of postings) await enter(tx, made.id, position++, posting);
}

const INSERT_TRANSFER = `insert into transfers (kind, subject, happened_on, written_at, seq)
  values (?, ?, ?, ?, ?) returning id`;

const INSERT_ENTRY = `insert into entries (transfer, position, account, currency, amount_minor,
    balance_before_minor, balance_after_minor, version) values (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Moves a balance, unless it would leave the bounds: then no row comes back. */
const MOVE_BALANCE = `insert into accounts (name, currency, balance_minor, version)
  values (?1, ?2, ?3, 1)
  on conflict (name, currency) do update
  set balance_minor = balance_minor + ?3, version = version + 1
  where balance_minor between ?4 and ?5
  returning balance_minor, version`;

async function enter(tx: Tx, transfer: bigint, position: number, posting: Posting): Promise<void> {
  const { account } = posting;
  const { minor, currency } = posting.amount;
  const { after, version } = await move(tx, posting);
  await tx.run(
    INSERT_ENTRY,
    transfer,
    position,
    account,
    currency.code,
    minor,
    after - minor,
    after,
    version,
  );
}

async function move(tx: Tx, posting: Posting): Promise<{ after: bigint; version: bigint }> {
  const { minor, currency } = posting.amount;
  const tooLarge = (sum: bigint): never =>
    refuse('amount-too-large', { text: String(sum), currency: currency.code });
  if (minor > MAX_MINOR || minor < -MAX_MINOR) return tooLarge(minor);
  const moved = await tx.get<{ balance_minor: bigint; version: bigint }>(
    MOVE_BALANCE,
    posting.account,
    currency.code,
    minor,
    minor < 0n ? -MAX_MINOR - minor : -MAX_MINOR,
    minor > 0n ? MAX_MINOR - minor : MAX_MINOR,
  );
  if (moved !== undefined) return { after: moved.balance_minor, version: moved.version };
  return tooLarge((await balanceOf(tx, posting.account, currency.code)) + minor);
}

/** The balance of one account in one currency, in minor units; 0 where nothing was booked. */
export async function balanceOf(tx: Tx, name: string, currency: string): Promise<bigint> {
  const row = await tx.get<{ balance_minor: bigint }>(
    'select balance_minor from accounts where name = ? and currency = ?',
    name,
    currency,
  );
  return row?.balance_minor ?? 0n;
}

/**
 * What transfers of some kinds moved on an account, in minor units: debits and credits, each at or
 * above zero. It walks the account's entries.
 */
export async function movedOn(
  tx: Tx,
  of: { readonly account: string; readonly currency: string; readonly kinds: readonly string[] },
): Promise<{ debits: bigint; credits: bigint }> {
  const row = await tx.get<{ debits: bigint; credits: bigint }>(
    `select coalesce(sum(max(e.amount_minor, 0)), 0) as debits,
       coalesce(sum(max(-e.amount_minor, 0)), 0) as credits
     from entries e join transfers t on t.id = e.transfer
     where e.account = ? and e.currency = ? and t.kind in (select value from json_each(?))`,
    of.account,
    of.currency,
    JSON.stringify(of.kinds),
  );
  return row ?? { debits: 0n, credits: 0n };
}

/** Sorts behind whatever can follow in a name, so that the names with a prefix are a range. */
const LAST_CHARACTER = '\u{10ffff}';

/** All accounts whose name begins so, with their balances, by name and currency. */
export async function listAccountBalances(tx: Tx, prefix = ''): Promise<AccountBalance[]> {
  const rows = await tx.all<{
    name: string;
    currency: string;
    balance_minor: bigint;
    version: bigint;
  }>(
    `select name, currency, balance_minor, version from accounts
     where name >= ? and name < ? order by name, currency`,
    prefix,
    `${prefix}${LAST_CHARACTER}`,
  );
  return rows.map((row) => ({
    name: row.name,
    currency: row.currency,
    balanceMinor: row.balance_minor,
    version: row.version,
  }));
}

interface EntryRow {
  transfer: bigint;
  position: bigint;
  account: string;
  currency: string;
  amount_minor: bigint;
  balance_before_minor: bigint;
  balance_after_minor: bigint;
  version: bigint;
}

/** Above the number of any transfer. */
const LAST_TRANSFER = (1n << 63n) - 1n;

interface TransferRow {
  id: bigint;
  kind: string;
  subject: string;
  happened_on: string;
  written_at: string;
  seq: bigint;
}

/** Which transfers are wanted. */
export interface TransferFilter {
  /** Only those numbered above this; below it, where the newest come first. */
  readonly after?: bigint;
  readonly newest?: boolean;
  readonly limit: number;
  /** Those with an entry of this account, in this currency. */
  readonly account?: string;
  readonly currency?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Transfers in the order in which they were written, or the newest first, with their entries. */
export async function listTransferRows(tx: Tx, filter: TransferFilter): Promise<Transfer[]> {
  const [beyond, order] = filter.newest === true ? ['<', 'desc'] : ['>', 'asc'];
  const rows = await tx.all<TransferRow>(
    `select id, kind, subject, happened_on, written_at, seq from transfers t
     where id ${beyond} ?1 and (?2 is null or subject = ?2)
       and (?3 is null or happened_on >= ?3) and (?4 is null or happened_on <= ?4)
       and (?5 is null and ?6 is null or exists (select 1 from entries e where e.transfer = t.id
         and (?5 is null or e.account = ?5) and (?6 is null or e.currency = ?6)))
     order by id ${order} limit ?7`,
    filter.after ?? (filter.newest === true ? LAST_TRANSFER : 0n),
    filter.subject ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.account ?? null,
    filter.currency ?? null,
    filter.limit,
  );
  const entries = await entriesOf(tx, rows);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    happenedOn: row.happened_on,
    writtenAt: row.written_at,
    seq: Number(row.seq),
    entries: entries.get(row.id) ?? [],
  }));
}

/** The entries of all these transfers, read at once. */
async function entriesOf(
  tx: Tx,
  transfers: readonly TransferRow[],
): Promise<ReadonlyMap<bigint, LedgerEntry[]>> {
  const rows = await tx.all<EntryRow>(
    `select transfer, position, account, currency, amount_minor, balance_before_minor,
       balance_after_minor, version from entries
     where transfer in (select value from json_each(?)) order by transfer, position`,
    `[${transfers.map(({ id }) => id).join(',')}]`,
  );
  const entries = rows.map((row) => ({
    transfer: row.transfer,
    position: row.position,
    account: row.account,
    currency: row.currency,
    amountMinor: row.amount_minor,
    balanceBeforeMinor: row.balance_before_minor,
    balanceAfterMinor: row.balance_after_minor,
    version: row.version,
  }));
  return Map.groupBy(entries, ({ transfer }) => transfer);
}

/** Where in the books an entry stands that is sought by its position. */
export interface EntryPlace {
  /** The transfer that it is of; undefined where there is none so far on. */
  readonly transfer: bigint | undefined;
  /** How many of the entries that fit stand before those of that transfer. */
  readonly at: number;
  /** How many fit altogether. */
  readonly total: number;
}

/** Finds the entry before which so many others stand: of an account or a currency, or of all. */
export async function placeOfEntry(
  tx: Tx,
  { newest = false, account, currency, subject, from, to }: Omit<TransferFilter, 'after' | 'limit'>,
  skip: number,
): Promise<EntryPlace> {
  const given = [
    ['e.account = ?', account],
    ['e.currency = ?', currency],
    ['t.subject = ?', subject],
    ['t.happened_on >= ?', from],
    ['t.happened_on <= ?', to],
  ] as const;
  const asked = given.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]));
  const isOfEntries = [subject, from, to].every((value) => value === undefined);
  const fitting = `from entries e ${isOfEntries ? '' : 'join transfers t on t.id = e.transfer'}
    where ${asked.map(({ sql }) => sql).join(' and ') || 'true'}`;
  const values = asked.map(({ value }) => value);
  const found = await tx.get<{ transfer: bigint }>(
    `select e.transfer ${fitting} order by e.transfer ${newest ? 'desc' : 'asc'} limit 1 offset ?`,
    ...values,
    skip,
  );
  const counted = await tx.get<{ at: bigint; total: bigint }>(
    `select coalesce(sum(e.transfer ${newest ? '>' : '<'} ?), 0) as at, count(*) as total
       ${fitting}`,
    found?.transfer ?? null,
    ...values,
  );
  const total = Number(counted?.total ?? 0n);
  if (found === undefined) return { transfer: undefined, at: total, total };
  return { transfer: found.transfer, at: Number(counted?.at ?? 0n), total };
}

/** Growth of what a tranche is owed; minor units. */
export interface Growth {
  /** The day on which it was due. */
  readonly on: string;
  readonly seq: number;
  readonly owedBefore: bigint;
  readonly added: bigint;
}

/** Growth of a tranche, in the order in which it was written. */
export async function listGrowth(tx: Tx, tranche: string): Promise<Growth[]> {
  const rows = await tx.all<{ on: string; seq: bigint; added: bigint; before: bigint }>(
    `select t.happened_on as "on", t.seq, -e.amount_minor as added,
       -e.balance_before_minor as before
     from entries e join transfers t on t.id = e.transfer
     where e.account = ? and t.kind = 'tranche.grown' order by e.version`,
    claimsAccount(tranche),
  );
  return rows.map(({ on, seq, added, before }) => ({
    on,
    seq: Number(seq),
    owedBefore: before,
    added,
  }));
}

/** What a transfer was about: who paid or was paid, or what was given; each null without one. */
export interface About {
  readonly about: string | null;
  /** Kind of the contribution that it books. */
  readonly given: string | null;
}

/** What transfers with these subjects were about. */
export async function aboutOf(
  tx: Tx,
  subjects: Iterable<string>,
): Promise<ReadonlyMap<string, About>> {
  const rows = await tx.all<{ subject: string; about: string | null; given: string | null }>(
    `select s.value as subject, c.kind as given, coalesce(
       (select a.name from payments p join agents a on a.id = p.payer where p.id = s.value),
       (select a.name from payouts o join agents a on a.id = o.agent where o.id = s.value),
       (select a.name from reversals r join payments p on p.id = r.payment
          join agents a on a.id = p.payer where r.id = s.value),
       c.body ->> '$.what') as about
     from json_each(?) s left join contributions c on c.id = s.value`,
    JSON.stringify([...new Set(subjects)]),
  );
  return new Map(rows.map(({ subject, about, given }) => [subject, { about, given }]));
}

/** The day on which an act booked something for a subject. */
export async function dayOfBooking(tx: Tx, subject: string, seq: number): Promise<string> {
  const row = await tx.get<{ day: string }>(
    'select happened_on as day from transfers where subject = ? and seq = ? limit 1',
    subject,
    seq,
  );
  if (row === undefined) throw new Error(`Entry ${seq} booked nothing for ${subject}.`);
  return row.day;
}

/** The earliest day on which anything was booked; the given day where nothing was. */
export async function firstDayOfBooks(tx: Tx, otherwise: string): Promise<string> {
  const row = await tx.get<{ day: string | null }>('select min(happened_on) as day from transfers');
  return row?.day ?? otherwise;
}
