import { dayNumber, type Days } from '../effort/days.ts';
import { add, formatRatio, parseDecimal, ZERO, type Ratio } from '../money/ratio.ts';
import { refuse } from '../refusals.ts';
import { exactText } from '../effort/workings.ts';

/** Hours that one person gave, somewhere within some days. */
export interface HoursLine {
  readonly id: string;
  readonly days: Days;
  /** A decimal number of hours. */
  readonly hours: string;
  /** ISO 8601 instants, where the line knows them. */
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
}

/** Some days that hold fewer hours than were given wholly within them. */
export interface Overrun {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly hours: Ratio;
  readonly lines: readonly string[];
}

const HOURS_A_DAY = 24n;

/**
 * Looks for days that cannot hold what one person gave on them, over all works. The lines fit into
 * days of 24 hours exactly if, for every stretch of days, what lies wholly within it is at most 24
 * hours for each of its days (Hall's condition, which is enough for intervals; only stretches that
 * begin where a line begins and end where one ends need a look). Null when all fit; else the
 * shortest such stretch.
 */
export function findOverrun(lines: readonly HoursLine[]): Overrun | null {
  const gathered = gather(lines);
  const starts = [...new Set(gathered.spans.map(({ from }) => from))];
  const overruns = starts.flatMap((start) => overrunFrom(gathered, start) ?? []);
  const shortest = overruns.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
  if (shortest === undefined) return null;
  const inside = lines.filter(({ days }) => liesWithin(days, shortest));
  const days = inside.map((line) => line.days);
  return {
    from: days.map(({ from }) => from).toSorted()[0] ?? '',
    to:
      days
        .map(({ to }) => to)
        .toSorted()
        .at(-1) ?? '',
    days: shortest.to - shortest.from + 1,
    hours: inside.map(({ hours }) => parseDecimal(hours)).reduce(add, ZERO),
    lines: inside.map(({ id }) => id),
  };
}

/** Refuses hours that no days can hold, naming days, sum and lines. ✗ `hours-impossible` */
export function assertHoursPossible(lines: readonly HoursLine[]): void {
  const overrun = findOverrun(lines);
  if (overrun === null) return;
  const { from, to, days } = overrun;
  const more = overrun.lines.length > 5 ? ['…'] : [];
  const named = [...overrun.lines.slice(0, 5), ...more].join(', ');
  const text = exactText(overrun.hours);
  const hours = text.includes('/') ? formatRatio(overrun.hours, 2) : text;
  refuse('hours-impossible', { hours, from, to, days, lines: named });
}

/** Lines that share a day with this one; where both know their instants, that share time. */
export function overlaps(line: HoursLine, others: readonly HoursLine[]): string[] {
  return others.filter((other) => other.id !== line.id && meets(line, other)).map(({ id }) => id);
}

function meets(line: HoursLine, other: HoursLine): boolean {
  const [mine, theirs] = [instants(line), instants(other)];
  if (mine !== null && theirs !== null) return mine[0] < theirs[1] && theirs[0] < mine[1];
  return line.days.from <= other.days.to && other.days.from <= line.days.to;
}

const instants = ({ startedAt, endedAt }: HoursLine): readonly [number, number] | null =>
  startedAt === undefined || endedAt === undefined
    ? null
    : [Date.parse(startedAt), Date.parse(endedAt)];

interface Span {
  readonly from: number;
  readonly to: number;
  /** Hours in whole parts of `parts` each. */
  readonly hours: bigint;
}

interface Spans {
  /** Ordered by the last day. */
  readonly spans: readonly Span[];
  /** Into how many parts an hour is divided, so that all lines are whole numbers of them. */
  readonly parts: bigint;
}

function gather(lines: readonly HoursLine[]): Spans {
  const read = lines.map(({ days, hours }) => ({ days, hours: parseDecimal(hours) }));
  const parts = [...new Set(read.map(({ hours }) => hours.den))].reduce(leastCommonMultiple, 1n);
  const spans = new Map<string, Span>();
  for (const { days, hours } of read) {
    const key = `${days.from}/${days.to}`;
    const more = (hours.num * parts) / hours.den;
    const [from, to] = [dayNumber(days.from), dayNumber(days.to)];
    spans.set(key, { from, to, hours: (spans.get(key)?.hours ?? 0n) + more });
  }
  return { spans: [...spans.values()].toSorted((a, b) => a.to - b.to), parts };
}

function overrunFrom({ spans, parts }: Spans, start: number): Span | null {
  let hours = 0n;
  for (const span of spans) {
    if (span.from < start) continue;
    hours += span.hours;
    const room = HOURS_A_DAY * parts * BigInt(span.to - start + 1);
    if (hours > room) return { from: start, to: span.to, hours };
  }
  return null;
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return (left / larger) * right;
}

const liesWithin = (days: Days, span: Span): boolean =>
  dayNumber(days.from) >= span.from && dayNumber(days.to) <= span.to;
