// A node's books on a database in memory, with a clock that stands where a story puts it. Acts go
// through the same code as in a node, from their bodies on; keys and signatures have tests of
// their own.

import { expect } from 'vitest';
import type { Sight } from '../src/actions/action.ts';
import { Books } from '../src/actions/books.ts';
import type { Admitted } from '../src/actions/books.ts';
import { actionsByType } from '../src/actions/catalogue.ts';
import { commit } from '../src/domain/record/entry.ts';
import { canonicalJson } from '../src/domain/record/canonical-json.ts';
import { sha256, sha256Hex } from '../src/domain/record/hash.ts';
import { toMultikey } from '../src/domain/record/multibase.ts';
import { signingKey } from '../src/domain/record/signature.ts';
import { refuse, Refusal } from '../src/domain/refusals.ts';
import type { RefusalCode } from '../src/domain/refusals.ts';
import { RecordAppender } from '../src/store/appender.ts';
import type { Engine, Row } from '../src/store/engine.ts';
import { openSqlite } from '../src/store/sqlite/engine.ts';
import { openTables } from '../src/tables/tables.ts';
import type { Tables } from '../src/tables/tables.ts';

/** An act in a story: who does what. */
export interface Said {
  readonly by: string;
  readonly type: string;
  readonly id: string;
  readonly body: unknown;
}

const NODE = 'node_story';
let tables: Tables | undefined;

/** The public key of an agent in a story: always the same one. */
export function publicKeyOf(agent: string): string {
  return toMultikey(signingKey(sha256(`key of ${agent}`)).publicKey);
}

/** The books of one story. */
export class Stage {
  readonly engine: Engine;
  readonly #books: Books;
  #now = '2026-06-01T09:00:00.000Z';

  constructor() {
    this.engine = openSqlite(':memory:');
    tables ??= openTables();
    const appender = new RecordAppender();
    this.#books = new Books({ actions: actionsByType, tables, appender });
  }

  /** Puts the clock to a day, at nine in the morning UTC. */
  on(day: string): this {
    this.#now = `${day}T09:00:00.000Z`;
    return this;
  }

  /** Does an act and gives its answer. @throws Refusal */
  async act<A>({ by, type, id, body }: Said): Promise<A> {
    const action = actionsByType.get(type) ?? refuse('act-unknown', { type });
    const admitted = this.#admit({ by, type, id, body });
    await this.engine.write((tx) =>
      this.#books.perform(tx, admitted, (following, recordedAt) =>
        Promise.resolve({ ...this.#admit({ ...following, by: 'agent_machine' }), recordedAt }),
      ),
    );
    return this.look((sight) => action.answer(admitted.act, sight) as Promise<A>);
  }

  /** Reads. */
  look<T>(work: (sight: Sight) => Promise<T>): Promise<T> {
    return this.engine.read((tx) => work(this.#books.sight(tx, this.#now)));
  }

  /** Everything that is written, table by table. */
  async dump(): Promise<Record<string, Row[]>> {
    return this.engine.read(async (tx) => {
      const names = await tx.all<{ name: string }>(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
           order by name`,
      );
      const all: Record<string, Row[]> = {};
      for (const { name } of names) all[name] = await tx.all(`select * from ${name}`);
      return all;
    });
  }

  #admit({ by, type, id, body }: Said): Admitted {
    const unsigned = { type, id, by, node: NODE, composedAt: this.#now, body };
    const parsed = actionsByType.get(type)?.body.safeParse(body);
    if (parsed?.success !== true) {
      const [first] = parsed?.error?.issues ?? [];
      const where = ['body', ...(first?.path ?? [])].join('.');
      return refuse('act-malformed', { where, what: first?.message ?? 'not as described' });
    }
    const canonical = canonicalJson(unsigned);
    const salt = sha256(canonical).subarray(0, 16);
    return {
      act: { ...unsigned, body: parsed.data },
      key: publicKeyOf(by),
      canonical,
      hash: sha256Hex(canonicalJson({ type, id, by, body })),
      commitment: commit(canonical, salt),
      salt,
      recordedAt: this.#now,
    };
  }
}

/** Asserts that an act is refused under that name, and that the refusal changes nothing. */
export async function refusesWithoutChange(
  stage: Stage,
  said: Said,
  code: RefusalCode,
): Promise<Refusal> {
  const before = await stage.dump();
  const found: unknown = await stage.act(said).then(
    () => 'it was not refused',
    (error: unknown) => error,
  );
  if (!(found instanceof Refusal)) throw found instanceof Error ? found : new Error(String(found));
  expect(found.code).toBe(code);
  expect(await stage.dump()).toEqual(before);
  return found;
}
