import type {
  AwardRow,
  EffortTables,
  EuroRate,
  ParityRow,
  TablePin,
} from '../domain/effort/tables.ts';
import { awardList, awardsOfHistory, awardsOfSnapshot, searchSnapshot } from './awards.ts';
import { currencyOfCountry } from './countries.ts';
import { euroRatesOf, quotedIn } from './euro-rates.ts';
import { csvRecords, type CsvRecord } from './csv.ts';
import { readManifest, shippedDirectory, type TableEntry } from './manifest.ts';
import { rowsAround, type Neighbourhood } from './neighbourhood.ts';
import { parityOf } from './parity.ts';
import { chooseEntry, readTable, type TableText } from './table-files.ts';

/** The shipped tables: what a valuation reads, and what the manifest says of each. */
export interface Tables extends EffortTables {
  /** Every table of every vintage. */
  entries(): readonly TableEntry[];
  /** The vintage of a table that is read here. ✗ `table-missing` */
  manifest(id: string): TableEntry;
  /** The vintages that are read here, for an agreement to pin. */
  pins(): readonly TablePin[];
  /**
   * The same tables in the vintages that an agreement pins; what it does not pin, and exchange
   * rates, as here. ✗ `table-missing` when one of them is read that is not installed
   */
  pinned(pins: readonly TablePin[]): Tables;
  /** The tables in exactly these vintages, exchange rates too; others as here. */
  adopted(pins: readonly TablePin[]): Tables;
  /** Classifications of the snapshot whose award, name or heading holds every word, in any case. */
  searchAwards(words: string): readonly AwardRow[];
  /** The currencies between which an exchange rate is published. ✗ `table-missing` */
  quoted(): ReadonlySet<string>;
  /**
   * A row of one vintage of a table, told by its hash, among those around it.
   * ✗ `table-missing`, `table-damaged`, `row-unknown`
   */
  around(asked: RowAsked): Neighbourhood;
  /** A whole table as records, the heading first. ✗ `table-missing`, `table-damaged` */
  records(id: string): readonly CsvRecord[];
}

/** Which row of which table; so many before it and after it are wanted too. */
export interface RowAsked {
  readonly id: string;
  readonly sha256: string;
  /** Line of the file, counted from 1. */
  readonly row: number;
  readonly around: number;
}

/** Where the tables lie, and which vintages to read; else the shipped ones, the newest of each. */
export interface TablesFrom {
  readonly directory?: string;
  readonly pins?: readonly TablePin[];
}

/**
 * Opens the tables. Nothing is read until it is asked for; a table is read once and held to its
 * hash; of it, only the lines asked for are parsed. Each figure names its table, vintage, hash and
 * line. ✗ `table-missing`, `table-damaged`
 */
export function openTables(from: TablesFrom = {}): Tables {
  const directory = from.directory ?? shippedDirectory();
  const entries = readManifest(directory);
  const pins = from.pins ?? [];
  const manifest = (id: string): TableEntry => chooseEntry(entries, id, pins);
  const text = remembered((id: string): TableText => readTable(directory, manifest(id)));
  return {
    entries: () => entries,
    manifest,
    pins: () => pinsOf(entries, manifest),
    pinned: remembered(
      (asked: readonly TablePin[]): Tables =>
        openTables({
          directory,
          pins: [...asked.filter(isPinnable), ...pinsOf(entries, manifest)],
        }),
      keyOfPins,
    ),
    adopted: remembered(
      (asked: readonly TablePin[]): Tables => openTables({ directory, pins: asked }),
      keyOfPins,
    ),
    awards: remembered(
      () => awardList(text('au-awards')),
      () => '',
    ),
    awardHistory: remembered((award: string): readonly AwardRow[] =>
      awardsOfHistory(text('au-award-history'), award),
    ),
    awardSnapshot: remembered((award: string): readonly AwardRow[] =>
      awardsOfSnapshot(text('au-award-snapshot'), award),
    ),
    searchAwards: (words) => searchSnapshot(text('au-award-snapshot'), words),
    parity: remembered((iso2: string): readonly ParityRow[] => parityOf(text('ppp'), iso2)),
    localCurrency: remembered((iso2: string) =>
      currencyOfCountry({ countries: text('countries'), exceptions: text('ppp-currency') }, iso2),
    ),
    euroRates: remembered((currency: string): readonly EuroRate[] =>
      euroRatesOf(text('ecb-fx'), currency),
    ),
    quoted: remembered(
      () => quotedIn(text('ecb-fx')),
      () => '',
    ),
    around: ({ id, sha256, row, around }) => {
      const entry = chooseEntry(entries, id, [{ id, vintage: sha256, sha256 }]);
      return rowsAround(readTable(directory, entry), row, around);
    },
    records: (id) => [...csvRecords(text(id).text)],
  };
}

/** Published rates of the day are never revised, only added to: the newest always serve. */
const isPinnable = ({ id }: TablePin): boolean => id !== 'ecb-fx';

const keyOfPins = (pins: readonly TablePin[]): string =>
  pins.map(({ id, sha256 }) => `${id}=${sha256}`).join(',');

const pinsOf = (
  entries: readonly TableEntry[],
  manifest: (id: string) => TableEntry,
): readonly TablePin[] =>
  [...new Set(entries.map((entry) => entry.id))].map((id) => {
    const { vintage, sha256 } = manifest(id);
    return { id, vintage, sha256 };
  });

function remembered<A extends readonly unknown[], R>(
  read: (...args: A) => R,
  keyOf: (...args: A) => string = (...args) => args.join(','),
): (...args: A) => R {
  const known = new Map<string, { readonly value: R }>();
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = read(...args);
    known.set(key, { value });
    return value;
  };
}
