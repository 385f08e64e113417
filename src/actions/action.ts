import type { z } from 'zod';
import type { Currencies } from '../domain/money/currency.ts';
import type { WriteTx, Tx } from '../store/engine.ts';
import type { Tables } from '../tables/tables.ts';

/** What every act says beside its body: who, which kind of act, under which id, composed when. */
export interface ActOf<B> {
  readonly type: string;
  /** The id of the thing that the act makes; chosen by the client, so that a retry is the same. */
  readonly id: string;
  /** The agent who acts. */
  readonly by: string;
  readonly composedAt: string;
  readonly body: B;
}

/** What an action is given beside the act. Time is the record's: the same again on a replay. */
export interface Situation {
  readonly tx: WriteTx;
  /** Number of the record entry of this act; rows that it writes carry it. */
  readonly seq: number;
  /** ISO instant at which the node took the act into its record. */
  readonly recordedAt: string;
  /** The day of `recordedAt`, UTC, YYYY-MM-DD. */
  readonly today: string;
  readonly tables: Tables;
  readonly currencies: Currencies;
  /** The node's id, its machine agent and its owner. */
  readonly node: { readonly id: string; readonly agent: string; readonly owner: string };
  /**
   * Says that something follows from this act: an act of the node's own machine agent, an entry of
   * its own, run after this one in the same transaction.
   */
  follow(type: string, id: string, body: unknown): void;
}

/** What a reading action is given. */
export interface Sight {
  readonly tx: Tx;
  readonly today: string;
  readonly tables: Tables;
  readonly currencies: Currencies;
  readonly node: { readonly id: string; readonly agent: string; readonly owner: string };
}

/**
 * One thing that can be done. `run` loads, lets the domain decide, writes rows and postings, or
 * refuses; a refusal undoes all that it wrote. `answer` says what happened, and says the same to a
 * retry.
 */
export interface Action<B, A = unknown> {
  /** The record entry's type: noun and past participle, such as `contribution.added`. */
  readonly type: string;
  readonly body: z.ZodType<B>;
  /** True for what follows from other acts or from the calendar: only the node itself does it. */
  readonly internal?: true;
  /**
   * The texts in a body that stand in lines of their own. They are held to what such a line may
   * have when an act comes in, and not when a record is run again: older acts may hold anything.
   */
  lines?(body: B): readonly (string | undefined)[];
  /** The texts in a body that may have several lines: they are to read as they are written. */
  texts?(body: B): readonly (string | undefined)[];
  /** Where whoever acts may not be there yet: the public key that the act itself brings. */
  keyBrought?(body: B): string;
  run(act: ActOf<B>, situation: Situation): Promise<void>;
  answer(act: ActOf<B>, sight: Sight): Promise<A>;
}

/** Declares an action with its body's type inferred from its schema. */
export const action = <S extends z.ZodType, A>(
  definition: Omit<Action<z.output<S>, A>, 'body'> & { readonly body: S },
): Action<z.output<S>, A> => definition as Action<z.output<S>, A>;
