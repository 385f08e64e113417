import type { Tx, WriteTx } from '../engine.ts';

/** What else a quote says. */
export interface QuoteBody {
  /** A fraction: "0.1" is 10 %. */
  readonly taxRate: string | null;
  readonly note: string | null;
  /** How the payer is to pay. */
  readonly payTo: string | null;
}

/** A quote for an organisation, as the books have it. */
export interface StoredQuote extends QuoteBody {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  /** The organisation's name. */
  readonly payer: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly madeBy: string;
  readonly madeAt: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly validUntil: string;
  readonly seq: number;
}

type QuoteRow = Omit<StoredQuote, 'seq' | keyof QuoteBody> & {
  readonly body: string;
  readonly seq: bigint;
};

const COLUMNS = `id, work, release, payer, currency, amount_minor as amountMinor, body,
  made_by as madeBy, made_at as madeAt, valid_until as validUntil, seq`;

const fromRow = ({ body, seq, ...row }: QuoteRow): StoredQuote => ({
  ...row,
  payTo: null,
  ...(JSON.parse(body) as Omit<QuoteBody, 'payTo'> & Partial<QuoteBody>),
  seq: Number(seq),
});

/** Writes a new quote. */
export async function insertQuote(tx: WriteTx, it: StoredQuote): Promise<void> {
  await tx.run(
    `insert into quotes (id, work, release, payer, currency, amount_minor, body, made_by, made_at,
       valid_until, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    it.id,
    it.work,
    it.release,
    it.payer,
    it.currency,
    it.amountMinor,
    JSON.stringify({ taxRate: it.taxRate, note: it.note, payTo: it.payTo }),
    it.madeBy,
    it.madeAt,
    it.validUntil,
    BigInt(it.seq),
  );
}

/** The quote of that id, or undefined. */
export async function findQuote(tx: Tx, id: string): Promise<StoredQuote | undefined> {
  const row = await tx.get<QuoteRow>(`select ${COLUMNS} from quotes where id = ?`, id);
  return row === undefined ? undefined : fromRow(row);
}

/** The quotes for a work, in the order in which they were made. */
export async function quotesOf(tx: Tx, work: string): Promise<StoredQuote[]> {
  const rows = await tx.all<QuoteRow>(
    `select ${COLUMNS} from quotes where work = ? order by seq`,
    work,
  );
  return rows.map(fromRow);
}
