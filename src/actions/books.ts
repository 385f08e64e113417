import type { Currencies } from '../domain/money/currency.ts';
import { isoCurrencies, withCurrency } from '../domain/money/currency.ts';
import type { TablePin } from '../domain/effort/tables.ts';
import { canonicalJson } from '../domain/record/canonical-json.ts';
import { encodeEntry } from '../domain/record/entry.ts';
import { refuse } from '../domain/refusals.ts';
import type { RecordAppender } from '../store/appender.ts';
import type { Tx, WriteTx } from '../store/engine.ts';
import { findAct, insertAct, lastActOf } from '../store/record.ts';
import type { NodeRow } from '../store/record.ts';
import type { Tables } from '../tables/tables.ts';
import type { Action, ActOf, Sight, Situation } from './action.ts';
import { mustCount } from './agents/must-count.ts';

/** An act that was found well formed and well signed, with all that its entry needs. */
export interface Admitted {
  readonly act: ActOf<unknown>;
  /** The key that its proof names, and by which it was found well signed; a multikey. */
  readonly key: string;
  /** The signed act, canonical JSON. */
  readonly canonical: string;
  /** SHA-256, hex, of the act without its time and proof: the same for a retry. */
  readonly hash: string;
  readonly commitment: string;
  readonly salt: Uint8Array;
  readonly recordedAt: string;
}

/** Something that follows from an act, before the node's agent has signed it. */
export interface Following {
  readonly type: string;
  readonly id: string;
  readonly body: unknown;
}

/** Gives what follows its signature: made now, or found in a record that is replayed. */
export type SignFollowing = (following: Following, recordedAt: string) => Promise<Admitted>;

/** The books of one node: what every act does to them, in the record's order. */
export class Books {
  readonly #actions: ReadonlyMap<string, Action<unknown>>;
  readonly #tables: Tables;
  readonly #appender: RecordAppender;
  #currencies: Currencies = isoCurrencies();
  /** The vintages that the node last adopted; the tables as they ship before it has. */
  #adopted: readonly TablePin[] = [];
  #node: NodeRow | undefined;

  constructor(parts: {
    readonly actions: ReadonlyMap<string, Action<unknown>>;
    readonly tables: Tables;
    readonly appender: RecordAppender;
  }) {
    this.#actions = parts.actions;
    this.#tables = parts.tables;
    this.#appender = parts.appender;
  }

  /** Reads from the database what is kept at hand: again after a failure, too. */
  async load(tx: Tx, node: NodeRow | undefined): Promise<void> {
    this.#node = node;
    await this.#appender.load(tx);
    await this.#loadCurrencies(tx);
    const adopted = await lastActOf(tx, 'tables.adopted');
    if (adopted !== undefined)
      this.#adopted = pinsIn(JSON.parse(adopted.act) as { readonly body: unknown });
  }

  /** The action of a type. @throws Refusal act-unknown */
  actionOf(type: string): Action<unknown> {
    return this.#actions.get(type) ?? refuse('act-unknown', { type });
  }

  /** The vintages that ship now, where they are not those that the node last adopted. */
  get newTables(): readonly TablePin[] | undefined {
    const pins = this.#tables.pins();
    return canonicalJson(pins) === canonicalJson(this.#adopted) ? undefined : pins;
  }

  /** Number of entries in the record. */
  get size(): number {
    return this.#appender.size;
  }

  /**
   * Takes one act into the books: its entry, its rows and postings, and what follows from it, all
   * or nothing. An act that is there already changes nothing.
   *
   * @throws Refusal whatever the action refuses; id-reused for the same id with another body
   */
  async perform(tx: WriteTx, admitted: Admitted, sign: SignFollowing): Promise<void> {
    const { type, id } = admitted.act;
    const known = await findAct(tx, type, id);
    if (known !== undefined) {
      if (known.hash !== admitted.hash) refuse('id-reused', { id });
      return;
    }
    const mark = this.#appender.mark();
    try {
      await tx.savepoint(() => this.#run(tx, admitted, sign));
    } catch (error) {
      this.#appender.restore(mark);
      throw error;
    }
  }

  /**
   * Runs an act without its entry, and lets `look` see what it would do. The caller undoes it; what
   * the books keep at hand is as before.
   */
  async rehearse<T>(tx: WriteTx, admitted: Admitted, look: () => Promise<T>): Promise<T> {
    const [currencies, node] = [this.#currencies, this.#node];
    const followings: Following[] = [];
    try {
      await this.#act(tx, admitted, this.#appender.size, followings);
      for (const following of followings) {
        const act = { ...admitted.act, ...following, by: this.#founded().agent };
        await this.#act(tx, { ...admitted, act }, this.#appender.size + 1, []);
      }
      return await look();
    } finally {
      this.#currencies = currencies;
      this.#node = node;
    }
  }

  async #run(tx: WriteTx, first: Admitted, sign: SignFollowing): Promise<void> {
    const waiting: Following[] = [];
    let admitted: Admitted | undefined = first;
    while (admitted !== undefined) {
      await mustCount(tx, admitted, this.actionOf(admitted.act.type));
      const seq = await this.#append(tx, admitted);
      await this.#act(tx, admitted, seq, waiting);
      const next = waiting.shift();
      admitted = next === undefined ? undefined : await sign(next, first.recordedAt);
    }
  }

  async #append(tx: WriteTx, admitted: Admitted): Promise<number> {
    const { act, recordedAt, commitment } = admitted;
    const leaf = encodeEntry({ type: act.type, recordedAt, commitment });
    const { seq, leafHash } = await this.#appender.append(tx, leaf);
    await insertAct(tx, {
      seq,
      type: act.type,
      id: act.id,
      by: act.by,
      recordedAt,
      act: admitted.canonical,
      salt: admitted.salt,
      hash: admitted.hash,
      leafHash,
    });
    return seq;
  }

  async #act(
    tx: WriteTx,
    { act, recordedAt }: Admitted,
    seq: number,
    followings: Following[],
  ): Promise<void> {
    const situation: Situation = {
      ...this.sight(tx, recordedAt),
      tx,
      seq,
      recordedAt,
      follow: (type, id, body) => followings.push({ type, id, body }),
    };
    await this.actionOf(act.type).run(act, situation);
    if (act.type === 'tables.adopted') this.#adopted = pinsIn(act);
    if (act.type === 'currency.added') await this.#loadCurrencies(tx);
    if (act.type === 'node.founded') this.#node = foundedBy(act, recordedAt);
  }

  /** What a reading action sees at an instant. */
  sight(tx: Tx, at: string): Sight {
    const node = this.#node ?? { id: '', agent: '', owner: '' };
    return {
      tx,
      today: at.slice(0, 10),
      tables: this.#adopted.length === 0 ? this.#tables : this.#tables.adopted(this.#adopted),
      currencies: this.#currencies,
      node: { id: node.id, agent: node.agent, owner: node.owner },
    };
  }

  #founded(): NodeRow {
    if (this.#node === undefined) throw new Error('The node is not founded yet.');
    return this.#node;
  }

  async #loadCurrencies(tx: Tx): Promise<void> {
    const rows = await tx.all<{ code: string; scale: bigint }>(
      'select code, scale from currencies order by code',
    );
    this.#currencies = rows.reduce(
      (known, { code, scale }) => withCurrency(known, { code, scale: Number(scale) }),
      isoCurrencies(),
    );
  }
}

const pinsIn = (act: { readonly body: unknown }): readonly TablePin[] =>
  (act.body as { readonly tables: readonly TablePin[] }).tables;

const foundedBy = (act: ActOf<unknown>, foundedAt: string): NodeRow => {
  const body = act.body as { name: string; agent: { id: string }; owner: { id: string } };
  return { id: act.id, name: body.name, agent: body.agent.id, owner: body.owner.id, foundedAt };
};
