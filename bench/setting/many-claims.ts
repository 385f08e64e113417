import { DatabaseSync } from 'node:sqlite';
import { accepted } from '../../src/domain/ledger/bookings.ts';
import { encodeClaim, join } from '../../src/domain/ledger/tranche.ts';
import { amount } from '../../src/domain/money/amount.ts';
import { book } from '../../src/store/money/ledger.ts';
import { openSqlite } from '../../src/store/sqlite/engine.ts';
import { listOpenTranches, updateTranche } from '../../src/store/money/tranches.ts';
import { setting } from './node-with-work.ts';

/** What each of the many is owed: A$1,500.00. */
const OWED_MINOR = 150_000n;

/**
 * Adds as many accepted contributions, each of an agent of its own, to the release of a node that
 * is closed: the rows and running values that as many acceptances would leave, without their acts.
 */
export async function addClaims(database: string, count: number): Promise<void> {
  const engine = openSqlite(database);
  const state = await engine.write(async (tx) => {
    const [row] = await listOpenTranches(tx, setting.release);
    if (row === undefined) throw new Error('The release of the measurements owes nothing.');
    let { state: tranche } = row;
    // Nothing is paid between, so that all enter with the same values.
    const { claim } = join(tranche, OWED_MINOR);
    for (let index = 0; index < count; index += 1) ({ tranche } = join(tranche, OWED_MINOR));
    await updateTranche(tx, { ...row, state: tranche });
    const owed = { minor: OWED_MINOR * BigInt(count), currency: { code: 'AUD', scale: 2 } };
    const head = { kind: 'contribution.accepted', subject: 'con_many', seq: 0, ...today() };
    await book(
      tx,
      head,
      accepted({
        release: row.release,
        tranche: row.id,
        amount: amount(owed.minor, owed.currency),
      }),
    );
    return JSON.stringify(encodeClaim(claim));
  });
  await engine.close();
  addRows(database, count, state);
}

const today = () => {
  const writtenAt = new Date().toISOString();
  return { writtenAt, happenedOn: writtenAt.slice(0, 10) };
};

const NUMBERS = `with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)`;

/** Written by the database itself, from the one contribution that was accepted act by act. */
function addRows(path: string, count: number, state: string): void {
  const database = new DatabaseSync(path);
  database.exec('begin');
  database
    .prepare(
      `insert into agents (id, name, name_key, kind, kept_by_node, unclaimed, seq) ${NUMBERS}
       select 'agent_of_' || i, 'Person ' || i, 'person ' || i, 'person', 0, 1, 0 from n`,
    )
    .run(count);
  database
    .prepare(
      `insert into contributions (id, work, release, agent, agreement, kind, status, body, from_on,
         to_on, seconds, estimate, valuation, submitted_at, decided_at, seq) ${NUMBERS}
       select 'con_of_' || i, work, release, 'agent_of_' || i, agreement, kind, status, body,
         from_on, to_on, seconds, estimate, valuation, submitted_at, decided_at, seq
       from n, contributions where id = 'con_bench'`,
    )
    .run(count);
  database
    .prepare(
      `insert into claims (contribution, release, tranche, agent, amount_minor, state, seq)
       ${NUMBERS}
       select 'con_of_' || i, release, tranche, 'agent_of_' || i, ?, ?, seq
       from n, claims where contribution = 'con_bench'`,
    )
    .run(count, OWED_MINOR, state);
  database.exec('commit');
  database.close();
}
