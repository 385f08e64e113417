import type { Money as Value } from '../../../domain/money/amount.ts';

/** What of the works is summed up. */
export type Summed = 'owed' | 'paid';

/** A sum over all works of a currency. */
export interface Total {
  readonly of: Summed;
  readonly value: Value;
}
