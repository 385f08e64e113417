import { z } from 'zod';
import { listOf, sha256Hex } from '../../actions/shapes.ts';
import { reading } from '../route.ts';

const row = z.object({
  /** As `--classification` takes it where one row has that level; else with the name. */
  classification: z.string(),
  award: z.string(),
  level: z.string(),
  parent: z.string(),
  name: z.string(),
  rate: z.string(),
  rateType: z.string(),
  /** First day in force. */
  from: z.string(),
  table: z.string(),
  /** 1-based line of the table's file. */
  row: z.number().int(),
});

export type ClassificationRow = z.infer<typeof row>;

const LIMIT = 50;

export const list = reading({
  summary: 'Search the rate tables',
  description: 'Rows of the award tables whose award, name or heading holds every word.',
  query: z.strictObject({
    search: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  answer: listOf(row),
  run: async (sight, _, { search = '', limit = LIMIT }) => {
    const found = sight.tables.searchAwards(search);
    const levels = Map.groupBy(found, ({ award, level }) => `${award}/${level}`);
    const items = found.slice(0, limit).map((one) => {
      const level = `${one.award}/${one.level}`;
      const isAlone = one.level !== '' && levels.get(level)?.length === 1;
      return {
        classification: isAlone ? level : `${one.award}/${one.name}`,
        award: one.award,
        level: one.level,
        parent: one.parent,
        name: one.name,
        rate: one.calculatedRate === '' ? one.baseRate : one.calculatedRate,
        rateType: one.calculatedRate === '' ? one.baseType : one.calculatedType,
        from: one.from,
        table: one.source.tableId,
        row: one.source.row,
      };
    });
    return found.length > limit ? { items, next: String(limit) } : { items };
  },
});

const sourceRow = z.object({
  /** 1-based line of the table's file. */
  row: z.number().int(),
  cells: z.array(z.string()),
});

/** A row of a shipped table among those around it. */
export const tableRows = z.object({
  table: z.string(),
  title: z.string(),
  vintage: z.string(),
  /** Whose table it is, and how it came here. */
  source: z.string(),
  licence: z.string(),
  url: z.string().nullable(),
  sha256: z.string(),
  head: z.array(z.string()),
  rows: z.array(sourceRow),
});

export type TableRows = z.infer<typeof tableRows>;

const AROUND = 3;

export const rows = reading({
  summary: 'Show a row of a shipped table among those around it',
  description:
    'As the file has it, told by its hash: what a value names as the source of a figure.',
  params: z.strictObject({ id: z.string().max(100) }),
  query: z.strictObject({
    sha256: sha256Hex,
    row: z.coerce.number().int().min(1),
    around: z.coerce.number().int().min(0).max(50).optional().describe('3 by default.'),
  }),
  answer: tableRows,
  run: async (sight, { id }, { sha256, row: line, around = AROUND }) => {
    const { entry, head, rows: found } = sight.tables.around({ id, sha256, row: line, around });
    return {
      table: entry.id,
      title: entry.title,
      vintage: entry.vintage,
      source: entry.source,
      licence: entry.licence,
      url: entry.url ?? null,
      sha256: entry.sha256,
      head: [...head],
      rows: found.map((one) => ({ row: one.line, cells: [...one.fields] })),
    };
  },
});
