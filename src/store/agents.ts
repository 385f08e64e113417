import type { Tx, WriteTx } from './engine.ts';
import { pageOf } from './page.ts';
import type { Page, Paged } from './page.ts';

/** An agent as the books have it. */
export interface StoredAgent {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'machine';
  /** The first of their keys that lives. */
  readonly publicKey: string | null;
  /** Whether the node keeps a key of theirs that lives. */
  readonly keptByNode: boolean;
  readonly responsible: string | null;
  readonly jurisdiction: string | null;
  readonly unclaimed: boolean;
  /** Hash by which an imported author is found again. */
  readonly identity: string | null;
  readonly claimedBy: string | null;
  readonly seq: number;
}

interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly kind: StoredAgent['kind'];
  readonly public_key: string | null;
  readonly kept_by_node: bigint;
  readonly responsible: string | null;
  readonly jurisdiction: string | null;
  readonly unclaimed: bigint;
  readonly identity: string | null;
  readonly claimed_by: string | null;
  readonly seq: bigint;
}

const fromRow = (row: AgentRow): StoredAgent => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  publicKey: row.public_key,
  keptByNode: row.kept_by_node === 1n,
  responsible: row.responsible,
  jurisdiction: row.jurisdiction,
  unclaimed: row.unclaimed === 1n,
  identity: row.identity,
  claimedBy: row.claimed_by,
  seq: Number(row.seq),
});

/** Writes a new agent. */
export async function insertAgent(tx: WriteTx, agent: StoredAgent): Promise<void> {
  await tx.run(
    `insert into agents (id, name, name_key, kind, public_key, kept_by_node, responsible,
       jurisdiction, unclaimed, identity, claimed_by, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    agent.id,
    agent.name,
    nameKey(agent.name),
    agent.kind,
    agent.publicKey,
    agent.keptByNode ? 1n : 0n,
    agent.responsible,
    agent.jurisdiction,
    agent.unclaimed ? 1n : 0n,
    agent.identity,
    agent.claimedBy,
    BigInt(agent.seq),
  );
}

/** The agent of that id, or undefined. */
export async function findAgent(tx: Tx, id: string): Promise<StoredAgent | undefined> {
  const row = await tx.get<AgentRow>('select * from agents where id = ?', id);
  return row === undefined ? undefined : fromRow(row);
}

/** Who has that identity as an author of imports: a name, claimed since or not, or an agent. */
export async function findAgentByIdentity(
  tx: Tx,
  identity: string,
): Promise<StoredAgent | undefined> {
  const row = await tx.get<AgentRow>(
    `select * from agents where identity = ?
       or id = (select agent from author_identities where identity = ?)`,
    identity,
    identity,
  );
  return row === undefined ? undefined : fromRow(row);
}

/** Keeps another identity by which an agent is an author of imports; the newest word counts. */
export async function insertIdentity(
  tx: WriteTx,
  { identity, agent, seq }: { identity: string; agent: string; seq: number },
): Promise<void> {
  await tx.run(
    `insert into author_identities (identity, agent, seq) values (?, ?, ?)
     on conflict (identity) do update set agent = excluded.agent, seq = excluded.seq`,
    identity,
    agent,
    BigInt(seq),
  );
}

/** What a list of agents can be narrowed to. */
export interface AgentFilter {
  readonly kind?: string | undefined;
  readonly unclaimed?: boolean | undefined;
  /** Only those who have to do with works of which this agent is the steward. */
  readonly knownTo?: string | undefined;
}

const HAVING_TO_DO = `id in (select had.agent from works w join (
    select agent, work from contributions
    union all select payer, work from payments
    union all select s.agent, a.work from agreement_signatures s join agreements a
      on a.id = s.agreement
    union all select joined_by, work from invitations
    union all select steward, id from works) had on had.work = w.id
  where w.steward = ?)`;

/** Agents in the order in which they came, those that fit the filter. */
export async function listAgents(
  tx: Tx,
  filter: AgentFilter,
  page: Page = {},
): Promise<Paged<StoredAgent>> {
  const unclaimed = filter.unclaimed === undefined ? undefined : filter.unclaimed ? 1n : 0n;
  const found = await pageOf<AgentRow>(tx, {
    table: 'agents',
    where: [
      ['kind = ?', filter.kind],
      ['(unclaimed = 1 and claimed_by is null) = ?', unclaimed],
      [HAVING_TO_DO, filter.knownTo],
    ],
    page,
  });
  return { ...found, items: found.items.map(fromRow) };
}

/** A name that means an agent; `unclaimed` where nobody acts under it yet. */
export interface AgentName {
  readonly id: string;
  readonly text: string;
  readonly unclaimed: boolean;
}

/** A name as it is looked up: in any case. */
const nameKey = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** The agents who are called so, in any case, but those whose name somebody has claimed. */
export async function agentsNamed(tx: Tx, name: string): Promise<AgentName[]> {
  const rows = await tx.all<{ id: string; text: string; unclaimed: bigint }>(
    `select id, name as text, unclaimed from agents
     where name_key = ? and claimed_by is null order by rowid`,
    nameKey(name),
  );
  return rows.map((row) => ({ ...row, unclaimed: row.unclaimed === 1n }));
}

/** Names of the agents with these ids. */
export async function namesOf(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) {
    const row = await tx.get<{ name: string }>('select name from agents where id = ?', id);
    if (row !== undefined) names.set(id, row.name);
  }
  return names;
}

/** Gives an agent another name. */
export async function renameAgent(tx: WriteTx, id: string, name: string): Promise<void> {
  await tx.run('update agents set name = ?, name_key = ? where id = ?', name, nameKey(name), id);
}

/** Says who an unclaimed agent was. */
export async function setClaimedBy(
  tx: WriteTx,
  { unclaimed, agent }: { unclaimed: string; agent: string },
): Promise<void> {
  await tx.run('update agents set claimed_by = ? where id = ?', agent, unclaimed);
}

/** The works in which an agent gave or paid something, with who keeps them. */
export async function worksOfName(
  tx: Tx,
  agent: string,
): Promise<{ id: string; steward: string }[]> {
  return tx.all(
    `select id, steward from works where id in (select work from contributions where agent = ?
       union select work from payments where payer = ?) order by id`,
    agent,
    agent,
  );
}
