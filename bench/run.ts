// Measures what the project promises, against named peers, in one run: `npm run bench`.
// `-- --json` prints one object instead of a table, `-- --only NAME` runs the file of that name.
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { meetsAim } from './result.ts';
import type { BenchResult } from './result.ts';

type Bench = () => Promise<readonly BenchResult[]>;

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const names = benchFiles(values.only);
const results: BenchResult[] = [];
for (const name of names) {
  for (const bench of await benchesOf(name)) {
    console.error(`Measuring ${name} …`);
    results.push(...(await bench()));
  }
}
const missed = results.filter((result) => meetsAim(result) === false);
if (values.json) console.log(JSON.stringify({ machine: machine(), results }, undefined, 2));
else showTable();
process.exitCode = missed.length === 0 ? 0 : 1;

function benchFiles(only: string | undefined): readonly string[] {
  const all = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(run|result)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
  const chosen = only === undefined ? all : all.filter((name) => name === only);
  if (chosen.length > 0) return chosen;
  console.error(`There is no bench "${only ?? ''}". There are: ${all.join(', ')}.`);
  process.exit(2);
}

/** Every exported function of a file whose name begins with `bench`. */
async function benchesOf(name: string): Promise<readonly Bench[]> {
  const module = (await import(`./${name}.ts`)) as Record<string, unknown>;
  return Object.entries(module).flatMap(([exported, value]) =>
    exported.startsWith('bench') && typeof value === 'function' ? [value as Bench] : [],
  );
}

function machine(): Record<string, string | number> {
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  return { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGiB };
}

function showTable(): void {
  const { cpu, cores, memoryGiB } = machine();
  console.log(`${cpu}, ${cores} cores, ${memoryGiB} GiB, Node ${process.versions.node}\n`);
  const rows = [['', 'ours', 'peer', 'ratio', 'aim', ''], ...results.map(rowOf)];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  rows.forEach((row, index) => {
    console.log(
      row
        .map((cell, at) => pad(cell, widths?.[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    );
    const note = results[index - 1]?.note ?? '';
    if (note !== '') console.log(`    ${note}`);
  });
  console.log(missed.length === 0 ? '\nEvery aim is met.' : `\nAims missed: ${missed.length}.`);
}

function rowOf(result: BenchResult): string[] {
  const { name, ours, peer, ratio, unit, skipped } = result;
  if (skipped === true) return [name, '', '', '', aimOf(result), 'skipped'];
  const meets = meetsAim(result);
  const verdict = meets === undefined ? '' : meets ? 'met' : 'MISSED';
  const other = peer === null ? '' : `${figure(peer)} ${unit}`;
  const shown = ratio === null ? '' : figure(ratio);
  return [name, `${figure(ours)} ${unit}`, other, shown, aimOf(result), verdict];
}

function aimOf({ aim, ratio, unit }: BenchResult): string {
  if (aim === null) return '';
  const of = ratio === null ? ` ${unit}` : '';
  return 'least' in aim ? `≥ ${aim.least}${of}` : `≤ ${aim.most}${of}`;
}

/** Three digits that count, and no exponent. */
function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-AU');
  return Number(value.toPrecision(3)).toString();
}

function pad(cell: string, width: number, at: number): string {
  return at === 0 || at === 5 ? cell.padEnd(width) : cell.padStart(width);
}
