import type { Tx, WriteTx } from './engine.ts';

/** What one reviewer said of one contribution. */
export interface StoredReview {
  readonly id: string;
  readonly contribution: string;
  readonly agent: string;
  readonly verdict: 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly criterion: string | null;
  readonly reviewedAt: string;
  readonly seq: number;
}

interface ReviewRow {
  readonly id: string;
  readonly contribution: string;
  readonly agent: string;
  readonly verdict: StoredReview['verdict'];
  readonly reason: string | null;
  readonly criterion: string | null;
  readonly reviewed_at: string;
  readonly seq: bigint;
}

const fromRow = (row: ReviewRow): StoredReview => ({
  id: row.id,
  contribution: row.contribution,
  agent: row.agent,
  verdict: row.verdict,
  reason: row.reason,
  criterion: row.criterion,
  reviewedAt: row.reviewed_at,
  seq: Number(row.seq),
});

/** Writes a review. */
export async function insertReview(tx: WriteTx, review: StoredReview): Promise<void> {
  await tx.run(
    `insert into reviews (id, contribution, agent, verdict, reason, criterion, reviewed_at, seq)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    review.id,
    review.contribution,
    review.agent,
    review.verdict,
    review.reason,
    review.criterion,
    review.reviewedAt,
    BigInt(review.seq),
  );
}

/** The review of that id, or undefined. */
export async function findReview(tx: Tx, id: string): Promise<StoredReview | undefined> {
  const row = await tx.get<ReviewRow>('select * from reviews where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

/** The reviews of a contribution, in the order in which they came. */
export async function reviewsOf(tx: Tx, contribution: string): Promise<StoredReview[]> {
  const rows = await tx.all<ReviewRow>(
    'select * from reviews where contribution = ? order by seq',
    contribution,
  );
  return rows.map(fromRow);
}

/** A line that waits for review, under terms that say for how long. */
export interface WaitingLine {
  readonly id: string;
  /** The instant at which it was handed in. */
  readonly submittedAt: string;
  readonly agreement: string;
  readonly termsHash: string;
  /** Whether somebody has spoken against it. */
  readonly isOpposed: boolean;
}

/** Every such line of a release that is owing, in the order in which they came. */
export async function linesInReview(tx: Tx): Promise<WaitingLine[]> {
  const rows = await tx.all<Omit<WaitingLine, 'isOpposed'> & { opposed: bigint }>(
    `select c.id, c.submitted_at as submittedAt, a.id as agreement, a.terms_hash as termsHash,
       exists (select 1 from reviews v where v.contribution = c.id and v.verdict = 'rejected')
         as opposed
     from releases r
       cross join contributions c on c.release = r.id and c.status = 'submitted'
       join agreements a on a.id = c.agreement
     where r.status = 'owing' and c.superseded_by is null
     order by c.seq, c.id`,
  );
  return rows.map(({ opposed, ...line }) => ({ ...line, isOpposed: opposed === 1n }));
}
