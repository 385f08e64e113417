import type { DateOrder } from './dates.ts';

/** How a time sheet is read where it does not say so itself. */
export interface SheetOptions {
  /** How its dates are written, where both readings fit. */
  readonly dates?: DateOrder;
  /** Whose time it is, where the sheet names nobody. */
  readonly author?: { readonly name: string; readonly email?: string };
}
