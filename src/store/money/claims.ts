import { decodeClaim, encodeClaim } from '../../domain/ledger/tranche.ts';
import type { Claim } from '../../domain/ledger/tranche.ts';
import type { Tx } from '../engine.ts';

/** A claim: what one accepted contribution is owed, with its place in a tranche. */
export interface ClaimRow {
  /** The contribution, whose id is the claim's too. */
  readonly contribution: string;
  readonly release: string;
  readonly tranche: string;
  readonly agent: string;
  readonly claim: Claim;
  /** Record entry that brought it in, and the one that cancelled it. */
  readonly seq: number;
  readonly exitSeq: number | null;
}

interface Stored {
  contribution: string;
  release: string;
  tranche: string;
  agent: string;
  state: string;
  seq: bigint;
  exit_seq: bigint | null;
}

const COLUMNS = 'contribution, release, tranche, agent, state, seq, exit_seq';

const restore = (row: Stored): ClaimRow => ({
  contribution: row.contribution,
  release: row.release,
  tranche: row.tranche,
  agent: row.agent,
  claim: decodeClaim(JSON.parse(row.state)),
  seq: Number(row.seq),
  exitSeq: row.exit_seq === null ? null : Number(row.exit_seq),
});

/** Writes a new claim. */
export async function insertClaim(tx: Tx, row: ClaimRow): Promise<void> {
  await tx.run(
    `insert into claims (contribution, release, tranche, agent, amount_minor, state, seq)
     values (?, ?, ?, ?, ?, ?, ?)`,
    row.contribution,
    row.release,
    row.tranche,
    row.agent,
    row.claim.amount,
    JSON.stringify(encodeClaim(row.claim)),
    row.seq,
  );
}

/** Writes the values with which a claim left its tranche. */
export async function updateClaimExit(
  tx: Tx,
  contribution: string,
  claim: Claim,
  seq: number,
): Promise<void> {
  await tx.run(
    'update claims set state = ?, exit_seq = ? where contribution = ?',
    JSON.stringify(encodeClaim(claim)),
    seq,
    contribution,
  );
}

/** Gives an unclaimed author's claims to the agent who turned out to be them. */
export async function moveClaims(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run('update claims set agent = ? where agent = ?', to, from);
}

/** The claim of a contribution, if it was accepted with something owed. */
export async function findClaim(tx: Tx, contribution: string): Promise<ClaimRow | undefined> {
  const row = await tx.get<Stored>(
    `select ${COLUMNS} from claims where contribution = ?`,
    contribution,
  );
  return row === undefined ? undefined : restore(row);
}

/** All claims of a tranche, those of one agent together. */
export async function listClaimsOfTranche(tx: Tx, tranche: string): Promise<ClaimRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from claims where tranche = ? order by agent, seq, contribution`,
    tranche,
  );
  return rows.map(restore);
}

/** All claims of a release, or those of one agent in it. */
export async function listClaimsOfRelease(
  tx: Tx,
  release: string,
  agent?: string,
): Promise<ClaimRow[]> {
  const rows = await tx.all<Stored>(
    `select ${COLUMNS} from claims where release = ?1 and (?2 is null or agent = ?2)
     order by agent, seq, contribution`,
    release,
    agent ?? null,
  );
  return rows.map(restore);
}

/** The releases in which an agent holds claims, oldest claim first. */
export async function listReleasesOfHolder(tx: Tx, agent: string): Promise<string[]> {
  const rows = await tx.all<{ release: string }>(
    'select release, min(seq) as first from claims where agent = ? group by release order by first',
    agent,
  );
  return rows.map((row) => row.release);
}

/** Every agent who holds a claim, in all of the node. */
export async function listHolders(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ agent: string }>('select distinct agent from claims order by agent');
  return rows.map((row) => row.agent);
}

/**
 * Who signs for the claims in a release: their holders, and for a machine whoever answers for it.
 */
export async function listSignersForClaims(tx: Tx, release: string): Promise<string[]> {
  const rows = await tx.all<{ agent: string }>(
    `select distinct iif(g.kind = 'machine', coalesce(g.responsible, g.id), g.id) as agent
       from claims c join agents g on g.id = c.agent where c.release = ? order by 1`,
    release,
  );
  return rows.map((row) => row.agent);
}
