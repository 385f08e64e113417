import { refuse } from '../refusals.ts';

/** Where a figure stands: the table, its vintage and hash, and the line in the file. */
export interface Source {
  readonly tableId: string;
  readonly title: string;
  readonly vintage: string;
  /** Hash of the whole file, lower-case hex. */
  readonly sha256: string;
  /** Line of the (unpacked) file, counted from 1. */
  readonly row: number;
  /** The day or year that the figure is for. */
  readonly date: string;
  readonly url?: string;
}

/** A row of an award table, as the file has it. `levels` repeat within an award: names decide. */
export interface AwardRow {
  readonly award: string;
  /** Heading that the name stands under, in tables that have one; else empty. */
  readonly parent: string;
  readonly name: string;
  readonly level: string;
  readonly baseRate: string;
  /** Weekly, Annual, Hourly, Ordinary hourly, Daily, Piece rate… */
  readonly baseType: string;
  readonly calculatedRate: string;
  /** Hourly, Weekly, Annual or empty. */
  readonly calculatedType: string;
  /** One block of a table is what came into force together; rows of a block compare as text. */
  readonly block: string;
  /** First day in force. */
  readonly from: string;
  /** Last day in force as the file has it; empty means until the day before the next block. */
  readonly to: string;
  readonly source: Source;
}

/** A figure of purchasing power parity: local currency for one international dollar. */
export interface ParityRow {
  readonly year: number;
  readonly value: string;
  readonly source: Source;
}

/** A published reference rate: units of the currency for one euro. */
export interface EuroRate {
  readonly date: string;
  readonly rate: string;
  readonly source: Source;
}

/** The tables that a valuation reads, as plain values. What reads them from disk is elsewhere. */
export interface EffortTables {
  /** Rows of one award from the dated history; none when the history does not hold the award. */
  awardHistory(award: string): readonly AwardRow[];
  /** Rows of one award in force from the snapshot's day on. */
  awardSnapshot(award: string): readonly AwardRow[];
  /** All awards: codes and names. */
  awards(): readonly { readonly code: string; readonly name: string; readonly url: string }[];
  /** Figures of one country, any order. */
  parity(country: string): readonly ParityRow[];
  /** The currency that a country's parity figures are in; null where that is not known. */
  localCurrency(country: string): { readonly code: string; readonly source: Source } | null;
  /** Published rates of one currency, newest first; none for one that is not quoted. */
  euroRates(currency: string): readonly EuroRate[];
}

/** A table that an agreement pins. */
export interface TablePin {
  readonly id: string;
  readonly vintage: string;
  readonly sha256: string;
}

/**
 * Holds a figure to the tables that the agreement pins (agreements, clause 5): anything from
 * another file, or another vintage of it, is refused as `table-unpinned`. Without pins all pass.
 */
export function assertPinned(pins: readonly TablePin[] | undefined, source: Source): void {
  if (pins === undefined) return;
  if (pins.some((pin) => pin.id === source.tableId && pin.sha256 === source.sha256)) return;
  refuse('table-unpinned', { table: source.tableId, vintage: source.vintage });
}
