import type { Money } from '../../domain/money/amount.ts';
import type { Workings } from '../../domain/effort/workings.ts';
import type { StoredContribution } from '../../store/contributions.ts';

/** What its author said of a contribution: what is valued and reviewed. Absent means not said. */
export interface Said {
  /** A decimal, as it was written; the corrected one after a confirmation. */
  readonly quantity: string;
  readonly unit: string;
  readonly what?: string | undefined;
  readonly rate?: Money | undefined;
  readonly classification?: string | undefined;
  readonly exchange?: { readonly rate: string; readonly source: string } | undefined;
  readonly evidence: readonly string[];
  readonly paid?: Money | undefined;
  readonly gift?: boolean | undefined;
  readonly exclusive?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  readonly depreciation?: Money | undefined;
  /** The import that brought it, with the quantity that stood there. */
  readonly import?: {
    readonly id: string;
    readonly format: string;
    readonly source: string;
    readonly quantity: string;
  };
}

/** What a contribution is worth, as it is kept. */
export interface Valued {
  readonly cost: Money;
  readonly obligation: Money;
  readonly workings: Workings;
}

/** A contribution with what was said of it and what it is worth. */
export type Line = StoredContribution<Said, Valued>;
