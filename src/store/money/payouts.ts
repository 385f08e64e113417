import type { Tx } from '../engine.ts';

/** Where the money of a payout came from: an account of the ledger that owed it. */
export interface PayoutPart {
  /** Account name: a pool, a refund owed to a payer, a host's share. */
  readonly source: string;
  readonly amountMinor: bigint;
}

/** A payout that somebody made by hand or by a rail. */
export interface PayoutRow {
  readonly id: string;
  readonly agent: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly on: string;
  readonly reference: string | null;
  /** Where the receipt is. */
  readonly evidence: string | null;
  readonly parts: readonly PayoutPart[];
  readonly seq: number;
}

/** Writes a payout with its parts. */
export async function insertPayout(tx: Tx, row: PayoutRow): Promise<void> {
  await tx.run(
    'insert into payouts (id, agent, currency, amount_minor, body, seq) values (?, ?, ?, ?, ?, ?)',
    row.id,
    row.agent,
    row.currency,
    row.amountMinor,
    JSON.stringify(bodyOf(row)),
    row.seq,
  );
  for (const part of row.parts) {
    await tx.run(
      `insert into payout_parts (payout, source, agent, currency, amount_minor)
       values (?, ?, ?, ?, ?)`,
      row.id,
      part.source,
      row.agent,
      row.currency,
      part.amountMinor,
    );
  }
}

/** How it was paid. One without evidence stands as it did before there was any. */
const bodyOf = ({ on, reference, evidence }: PayoutRow) => ({
  on,
  reference,
  ...(evidence === null ? {} : { evidence }),
});

interface Stored {
  id: string;
  agent: string;
  currency: string;
  amount_minor: bigint;
  body: string;
  seq: bigint;
}

async function restore(tx: Tx, row: Stored): Promise<PayoutRow> {
  const parts = await tx.all<{ source: string; amount_minor: bigint }>(
    'select source, amount_minor from payout_parts where payout = ? order by source',
    row.id,
  );
  const body = JSON.parse(row.body) as Pick<PayoutRow, 'on' | 'reference'> & {
    evidence?: string;
  };
  return {
    id: row.id,
    agent: row.agent,
    currency: row.currency,
    amountMinor: row.amount_minor,
    on: body.on,
    reference: body.reference,
    evidence: body.evidence ?? null,
    parts: parts.map((part) => ({ source: part.source, amountMinor: part.amount_minor })),
    seq: Number(row.seq),
  };
}

/** The payout of that id, if there is one. */
export async function findPayout(tx: Tx, id: string): Promise<PayoutRow | undefined> {
  const row = await tx.get<Stored>(
    'select id, agent, currency, amount_minor, body, seq from payouts where id = ?',
    id,
  );
  return row === undefined ? undefined : restore(tx, row);
}

/** Which payouts are wanted. */
export interface PayoutFilter {
  readonly agent?: string | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Payouts in the order of the record. */
export async function listPayoutRows(tx: Tx, filter: PayoutFilter): Promise<PayoutRow[]> {
  const rows = await tx.all<Stored>(
    `select id, agent, currency, amount_minor, body, seq from payouts
     where (?1 is null or agent = ?1) and seq > ?2 order by seq limit ?3`,
    filter.agent ?? null,
    filter.after ?? -1,
    filter.limit,
  );
  const payouts: PayoutRow[] = [];
  for (const row of rows) payouts.push(await restore(tx, row));
  return payouts;
}

/** What an agent has received from one source, by currency, minor units. */
export async function receivedFrom(
  tx: Tx,
  agent: string,
  source: string,
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.all<{ currency: string; total: bigint }>(
    `select currency, sum(amount_minor) as total from payout_parts
     where agent = ? and source = ? group by currency order by currency`,
    agent,
    source,
  );
  return new Map(rows.map((row) => [row.currency, row.total]));
}
