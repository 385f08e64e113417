import type { Client } from '../../sdk/client.ts';
import { paragraphs } from './table.ts';
import { daysText, grouped, said, shownWidth } from './text.ts';

type Explanation = Awaited<ReturnType<Client['contributions']['explain']>>;

interface Source {
  readonly title?: string;
  readonly vintage?: string;
  readonly row?: number;
  readonly date?: string;
  readonly sha256?: string;
}

interface Step {
  readonly op: string;
  readonly value: string;
  readonly unit: string;
  readonly name: string;
  readonly note: string;
  readonly source?: Source;
  readonly rounding?: { readonly mode: string; readonly before: string; readonly after: string };
}

interface Workings {
  readonly steps: readonly Step[];
  readonly notes?: readonly { readonly text: string }[];
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A sum as one writes it by hand: operator, value, unit, then name and where it is from. */
export function explanationText({ id, contribution, workings }: Explanation): string {
  const { steps, notes = [], inputs = {} } = workings as unknown as Workings;
  const { name, quantity, unit, kind, on } = contribution;
  return paragraphs(
    `${said(name)}: ${quantity} ${said(unit)} of ${said(kind)}, ${daysText(on)}`,
    sum(steps),
    roundings(steps),
    sources(steps),
    notes.map((note) => said(note.text)).join('\n'),
    `Inputs\n${Object.entries(inputs)
      .map(([key, value]) => `  ${said(key)}: ${said(value)}`)
      .join('\n')}`,
    `contribution ${id}`,
  );
}

function sum(steps: readonly Step[]): string {
  const values = steps.map(({ value }) => (value.includes('/') ? value : grouped(value)));
  const [widest, unit] = [
    Math.max(0, ...values.map(shownWidth)),
    Math.max(0, ...steps.map((step) => shownWidth(said(step.unit)))),
  ];
  let source = 0;
  const rows = steps.flatMap((step, index) => {
    const value = values[index] ?? '';
    const mark = step.source === undefined ? '' : ` [${(source += 1)}]`;
    const figure = ' '.repeat(widest - shownWidth(value)) + value;
    const unitCell = said(step.unit) + ' '.repeat(unit - shownWidth(said(step.unit)));
    const note = step.note === '' || step.note === step.name ? '' : `: ${said(step.note)}`;
    const op = index === 0 ? ' ' : step.op;
    const line = `  ${op} ${figure} ${unitCell}  ${step.name}${note}${mark}`;
    const rule = (step.name === 'obligation' ? '=' : '-').repeat(widest + unit + 3);
    return step.op === '=' ? [`  ${rule}`, line.trimEnd()] : [line.trimEnd()];
  });
  return rows.join('\n');
}

function roundings(steps: readonly Step[]): string {
  const lines = steps.flatMap(({ name, rounding }) =>
    rounding === undefined
      ? []
      : [`  ${name}: ${rounding.before} becomes ${rounding.after} (${rounding.mode})`],
  );
  return lines.length === 0 ? '' : `Rounded\n${lines.join('\n')}`;
}

function sources(steps: readonly Step[]): string {
  const lines = steps
    .flatMap(({ source }) => (source === undefined ? [] : [source]))
    .map((source, index) => {
      const parts = [
        source.title,
        source.row === undefined ? undefined : `line ${source.row}`,
        source.date === undefined ? undefined : `of ${source.date}`,
        source.vintage === undefined ? undefined : `vintage ${source.vintage}`,
        source.sha256 === undefined ? undefined : `sha256 ${source.sha256}`,
      ].filter((part) => part !== undefined);
      return `  [${index + 1}] ${said(parts.join(', '))}`;
    });
  return lines.length === 0 ? '' : `Sources\n${lines.join('\n')}`;
}
