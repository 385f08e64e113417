import type { Tx } from '../engine.ts';

/** What a tranche was given by one payment, with its state before and after (encoded). */
export interface TrancheShare {
  readonly tranche: string;
  /** Minor units of the payment's currency. */
  readonly minor: string;
  /** By how much it fell, minor units of the work's currency. */
  readonly value: string;
  /** All that it had received in this currency, this payment included. */
  readonly received: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** How one payment was divided. Amounts are minor units of its currency, as decimal text. */
export interface PaymentParts {
  readonly host: string;
  readonly reserve: string;
  readonly upstream: readonly {
    readonly release: string;
    readonly minor: string;
    /** What its share was more, for which it had no room; absent where it had. */
    readonly short?: string;
    /** The exchange into the upstream's currency that held on the day, where there was one. */
    readonly exchange: PaymentBody['exchange'];
  }[];
  readonly pool: string;
  /** Part of the pool's share that refilled a deficit. */
  readonly refilled: string;
  /** What that was worth, minor units of the work's currency; absent where it was nothing. */
  readonly refilledValue?: string;
  readonly tranches: readonly TrancheShare[];
  /** Key of the split that divided it. */
  readonly split: string;
  /** What the release still owed, and had been paid, after it: minor units, work's currency. */
  readonly owed: string;
  readonly paid: string;
  /** The account that kept what was not needed, where it was not owed back. */
  readonly surplus?: string;
}

/** What was said of a payment. */
export interface PaymentBody {
  readonly on: string;
  readonly taxRate: string | null;
  readonly exchange: {
    readonly rate: string;
    readonly source: string;
    readonly date: string;
  } | null;
  readonly gift: boolean;
}

/** A payment as the books hold it. Nothing of it ever changes. */
export interface PaymentRow {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly payer: string;
  readonly currency: string;
  readonly offeredMinor: bigint;
  readonly acceptedMinor: bigint;
  readonly excessMinor: bigint;
  readonly taxMinor: bigint;
  readonly body: PaymentBody;
  readonly parts: PaymentParts;
  readonly opened: boolean;
  readonly seq: number;
}

interface Stored {
  id: string;
  work: string;
  release: string;
  payer: string;
  currency: string;
  offered_minor: bigint;
  accepted_minor: bigint;
  excess_minor: bigint;
  tax_minor: bigint;
  body: string;
  parts: string;
  opened: bigint;
  seq: bigint;
}

const COLUMNS = `id, work, release, payer, currency, offered_minor, accepted_minor, excess_minor,
  tax_minor, body, parts, opened, seq`;

const restore = (row: Stored): PaymentRow => ({
  id: row.id,
  work: row.work,
  release: row.release,
  payer: row.payer,
  currency: row.currency,
  offeredMinor: row.offered_minor,
  acceptedMinor: row.accepted_minor,
  excessMinor: row.excess_minor,
  taxMinor: row.tax_minor,
  body: JSON.parse(row.body) as PaymentBody,
  parts: JSON.parse(row.parts) as PaymentParts,
  opened: row.opened === 1n,
  seq: Number(row.seq),
});

const INSERT_PAYMENT = `insert into payments (${COLUMNS})
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const FIND_PAYMENT = `select ${COLUMNS} from payments where id = ?`;

/** Writes a payment. */
export async function insertPayment(tx: Tx, row: PaymentRow): Promise<void> {
  await tx.run(
    INSERT_PAYMENT,
    row.id,
    row.work,
    row.release,
    row.payer,
    row.currency,
    row.offeredMinor,
    row.acceptedMinor,
    row.excessMinor,
    row.taxMinor,
    JSON.stringify(row.body),
    JSON.stringify(row.parts),
    row.opened ? 1 : 0,
    row.seq,
  );
}

/** The payment of that id, if there is one. */
export async function findPayment(tx: Tx, id: string): Promise<PaymentRow | undefined> {
  const row = await tx.get<Stored>(FIND_PAYMENT, id);
  return row === undefined ? undefined : restore(row);
}

/** Which payments are wanted. */
export interface PaymentFilter {
  readonly work?: string | undefined;
  readonly release?: string | undefined;
  readonly payer?: string | undefined;
  /** Only those recorded after this entry of the record. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Payments in the order of the record. */
export async function listPaymentRows(tx: Tx, filter: PaymentFilter): Promise<PaymentRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from payments
     where (?1 is null or work = ?1) and (?2 is null or release = ?2)
       and (?3 is null or payer = ?3) and seq > ?4 order by seq limit ?5`,
    filter.work ?? null,
    filter.release ?? null,
    filter.payer ?? null,
    filter.after ?? -1,
    filter.limit,
  );
  return rows.map(restore);
}

/** A reversal: the money of a payment went back. */
export interface ReversalRow {
  readonly id: string;
  readonly payment: string;
  readonly reason: string;
  readonly on: string;
  /** What each party gave back, minor units of the payment's currency, as decimal text. */
  readonly parts: {
    readonly host: string;
    readonly reserve: string;
    readonly upstream: readonly { readonly release: string; readonly minor: string }[];
    readonly deficit: string;
    readonly deficitValue: string;
    /** What the release owed after it, in the work's currency; older rows have none. */
    readonly owed?: string;
  };
  readonly seq: number;
}

/** Writes a reversal. */
export async function insertReversal(tx: Tx, row: ReversalRow): Promise<void> {
  await tx.run(
    'insert into reversals (id, payment, reason, body, parts, seq) values (?, ?, ?, ?, ?, ?)',
    row.id,
    row.payment,
    row.reason,
    JSON.stringify({ on: row.on }),
    JSON.stringify(row.parts),
    row.seq,
  );
}

interface StoredReversal {
  id: string;
  payment: string;
  reason: string;
  body: string;
  parts: string;
  seq: bigint;
}

/** The reversal of that payment, if it was reversed. */
export async function findReversalOf(tx: Tx, payment: string): Promise<ReversalRow | undefined> {
  const row = await tx.get<StoredReversal>(
    'select id, payment, reason, body, parts, seq from reversals where payment = ?',
    payment,
  );
  if (row === undefined) return undefined;
  return {
    id: row.id,
    payment: row.payment,
    reason: row.reason,
    on: (JSON.parse(row.body) as { on: string }).on,
    parts: JSON.parse(row.parts) as ReversalRow['parts'],
    seq: Number(row.seq),
  };
}
