import type { Action } from '../actions/action.ts';
import { replay } from '../actions/replay.ts';
import type { KeptEntry } from '../actions/replay.ts';
import { differingTables, digestTables } from '../store/compare.ts';
import type { Engine, Tx } from '../store/engine.ts';
import { listActs, listCheckpoints } from '../store/record.ts';
import type { Tables } from '../tables/tables.ts';
import { truths } from './truths.ts';

/** One thing that was checked. */
export interface Checked {
  /** What has to be so, as a sentence. */
  readonly truth: string;
  readonly holds: boolean;
  /** What was found instead. */
  readonly found: string | null;
}

/** What a check of the whole books found. */
export interface CheckReport {
  readonly status: 'sound' | 'damaged';
  readonly entries: number;
  readonly root: string | null;
  readonly checks: readonly Checked[];
}

/** What a check needs beside the books. */
export interface CheckParts {
  readonly actions: ReadonlyMap<string, Action<unknown>>;
  readonly tables: Tables;
  /** An empty store in which the record is run again. */
  readonly scratch: () => Engine;
  readonly progress?: (entries: number) => void;
}

const PAGE = 1000;

/**
 * Checks the books in three ways that know nothing of each other: standing truths by query, the
 * record run again from nothing, and every table compared with what came of that. All of it sees
 * the books as they stood at one moment, whatever comes in meanwhile.
 */
export async function checkBooks(engine: Engine, parts: CheckParts): Promise<CheckReport> {
  const scratch = parts.scratch();
  try {
    return await engine.read(async (tx) => {
      const standing = await checkTruths(tx);
      try {
        const kept = { entries: entriesOf(tx), checkpoints: await listCheckpoints(tx) };
        const report = await replay(kept, { ...parts, engine: scratch });
        const same = await compared(tx, scratch);
        return reportOf(report.entries, report.root, [...standing, holds(RECORD), same]);
      } catch (error) {
        // What cannot even be read as it was written is damaged, however that shows.
        return reportOf(0, null, [
          ...standing,
          { truth: RECORD, holds: false, found: said(error) },
        ]);
      }
    });
  } finally {
    await scratch.close();
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const RECORD = 'Every act is signed by its agent, and every checkpoint fits the record.';
const SAME = 'Every table is what the record makes of it when it is run again.';

const holds = (truth: string): Checked => ({ truth, holds: true, found: null });

const reportOf = (entries: number, root: string | null, checks: Checked[]): CheckReport => ({
  status: checks.every((check) => check.holds) ? 'sound' : 'damaged',
  entries,
  root,
  checks,
});

async function* entriesOf(tx: Tx): AsyncIterable<KeptEntry> {
  for (let from = 0; ;) {
    const page = await listActs(tx, from, PAGE);
    if (page.length === 0) return;
    yield* page;
    from += page.length;
  }
}

async function compared(live: Tx, scratch: Engine): Promise<Checked> {
  const differing = differingTables(await digestTables(live), await scratch.read(digestTables));
  if (differing.length === 0) return holds(SAME);
  return { truth: SAME, holds: false, found: `differs in: ${differing.join(', ')}` };
}

async function checkTruths(tx: Tx): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const { truth, query } of truths) {
    const found = await breaking(tx, query);
    checked.push(found === '' ? holds(truth) : { truth, holds: false, found });
  }
  return checked;
}

/** The first rows that break a truth, or why nobody can tell. */
async function breaking(tx: Tx, query: string): Promise<string> {
  try {
    const rows = await tx.all<Record<string, unknown>>(`${query} limit 5`);
    return rows.map((row) => Object.values(row).map(String).join(' ')).join('; ');
  } catch (error) {
    return said(error);
  }
}
