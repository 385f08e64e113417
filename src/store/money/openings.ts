import type { UndecidedLine } from '../../domain/licences/opening.ts';
import type { Tx } from '../engine.ts';

/** The lines of a release that are not decided yet: drafts, and those that wait for review. */
export async function undecidedLines(tx: Tx, release: string): Promise<UndecidedLine[]> {
  const rows = await tx.all<{ id: string; submitted_at: string | null; signed: bigint }>(
    `select c.id, c.submitted_at,
       exists (select 1 from agreement_signatures s join agreements a on a.id = s.agreement
               where a.work = c.work and s.agent = c.agent) as signed
     from contributions c
     where c.release = ? and c.status in ('draft', 'submitted') order by c.seq, c.id`,
    release,
  );
  return rows.map((row) => ({
    id: row.id,
    submittedOn: row.submitted_at?.slice(0, 10) ?? null,
    bySignatory: row.signed === 1n,
  }));
}

/** Moves what is undecided of one release to another; says how many lines moved. */
export async function carryUndecided(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run(
    `update contributions set release = ?
     where release = ? and status in ('draft', 'submitted')`,
    to,
    from,
  );
}

/** Writes that a release is open: for good. */
export async function markOpen(
  tx: Tx,
  release: string,
  opening: { readonly licence: string; readonly at: string; readonly by: string | null },
): Promise<void> {
  await tx.run(
    `update releases set status = 'open', licence = ?, opened_at = ?, opened_by = ?,
       met_on = null, opening_due_on = null where id = ? and status = 'owing'`,
    opening.licence,
    opening.at,
    opening.by,
    release,
  );
}

/** An opening that waits for lines which were handed in before the threshold was met. */
export interface WaitingOpening {
  readonly release: string;
  readonly metOn: string;
  /** The day on which it waits no longer. */
  readonly dueOn: string;
}

/** Writes that an opening waits, or with null that it waits no more. */
export async function setWaitingOpening(
  tx: Tx,
  release: string,
  waiting: Omit<WaitingOpening, 'release'> | null,
): Promise<void> {
  await tx.run(
    'update releases set met_on = ?, opening_due_on = ? where id = ?',
    waiting?.metOn ?? null,
    waiting?.dueOn ?? null,
    release,
  );
}

/** The openings that wait, of one release or of all. */
export async function listWaitingOpenings(tx: Tx, release?: string): Promise<WaitingOpening[]> {
  const rows = await tx.all<{ id: string; met_on: string; opening_due_on: string }>(
    `select id, met_on, opening_due_on from releases
     where opening_due_on is not null and (?1 is null or id = ?1) order by id`,
    release ?? null,
  );
  return rows.map((row) => ({ release: row.id, metOn: row.met_on, dueOn: row.opening_due_on }));
}
