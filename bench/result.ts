/**
 * One thing measured. The ratio counts, not the seconds: ours and its peer ran on the same machine
 * within the same minute.
 */
export interface BenchResult {
  /** What was measured, in words. */
  readonly name: string;
  /** Our figure, in `unit`. */
  readonly ours: number;
  /** The figure of what it is measured against, in `unit`; null where the aim is absolute. */
  readonly peer: number | null;
  /** `ours / peer`, or null. */
  readonly ratio: number | null;
  /** What is aimed for. `least` and `most` are of the ratio where there is one, else of `ours`. */
  readonly aim: { readonly least: number } | { readonly most: number } | null;
  /** Of `ours` and `peer`: `ms`, `MB`, `1/s`. */
  readonly unit: string;
  /** What it was measured against and how, or why it was skipped. */
  readonly note: string;
  /** True where the machine lacks something that the measurement needs. */
  readonly skipped?: true;
}

/** Whether a result meets its aim; undefined where there is no aim, or nothing was measured. */
export function meetsAim({ ours, ratio, aim, skipped }: BenchResult): boolean | undefined {
  if (aim === null || skipped === true) return undefined;
  const figure = ratio ?? ours;
  return 'least' in aim ? figure >= aim.least : figure <= aim.most;
}
