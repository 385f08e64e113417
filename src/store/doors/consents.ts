import type { Tx, WriteTx } from '../engine.ts';

/** What somebody lets a work's public page say of them. */
export interface StoredConsent {
  readonly work: string;
  readonly agent: string;
  readonly shows: 'name' | 'alias' | 'none';
  readonly alias: string | null;
  readonly givenAt: string;
}

const COLUMNS = 'work, agent, shows, alias, given_at as givenAt';

/** Writes what somebody consents to, in place of what they did before. */
export async function putConsent(
  tx: WriteTx,
  { work, agent, shows, alias, givenAt, seq }: StoredConsent & { readonly seq: number },
): Promise<void> {
  await tx.run(
    `insert into consents (work, agent, shows, alias, given_at, seq) values (?, ?, ?, ?, ?, ?)
       on conflict (work, agent) do update set shows = excluded.shows, alias = excluded.alias,
         given_at = excluded.given_at, seq = excluded.seq`,
    work,
    agent,
    shows,
    alias,
    givenAt,
    BigInt(seq),
  );
}

/** What one agent consents to for a work, or undefined where they said nothing. */
export async function findConsent(
  tx: Tx,
  work: string,
  agent: string,
): Promise<StoredConsent | undefined> {
  return tx.get<StoredConsent>(
    `select ${COLUMNS} from consents where work = ? and agent = ?`,
    work,
    agent,
  );
}

/** What an agent consents to, for each work of which they said something. */
export async function consentsOfAgent(tx: Tx, agent: string): Promise<StoredConsent[]> {
  return tx.all<StoredConsent>(
    `select ${COLUMNS} from consents where agent = ? order by work`,
    agent,
  );
}

/** What everybody who said something consents to for a work. */
export async function consentsOf(tx: Tx, work: string): Promise<StoredConsent[]> {
  return tx.all<StoredConsent>(
    `select ${COLUMNS} from consents where work = ? order by agent`,
    work,
  );
}
