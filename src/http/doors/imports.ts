// A look at a source before anything is taken from it: who is in it, with how many hours.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { authorIdentity } from '../../domain/agents/identity.ts';
import { plain } from '../../domain/agents/text.ts';
import { skipReasons } from '../../domain/contributions/why-skipped.ts';
import { add, formatRatio, parseDecimal, ZERO } from '../../domain/money/ratio.ts';
import { refuse, Refusal } from '../../domain/refusals.ts';
import { bytesOf } from '../body.ts';
import { serving } from '../route.ts';
import { telling } from '../telling.ts';
import type { Arrival, LineRead, ReadingHow, ServedNode, SourceRead } from '../route.ts';

const contributor = z.object({
  identity: z.string(),
  name: z.string(),
  bot: z.boolean(),
  lines: z.number().int(),
  from: z.string(),
  to: z.string(),
  hours: z.string().describe('Of the lines that are in hours; a decimal.'),
});

const lineShown = z.object({
  key: z.string(),
  contentHash: z.string(),
  line: z.number().int(),
  author: z.string().describe('The identity of a contributor.'),
  kind: z.string(),
  quantity: z.string(),
  unit: z.string(),
  from: z.string(),
  to: z.string(),
  what: z.string().optional(),
  evidence: z.array(z.string()),
  estimate: z.boolean(),
});

// Made once: a history has many thousand lines.
const lineTaken = lineShown.omit({ author: true, what: true, evidence: true });

/** What a look at a source found. */
export const sourceShown = z.object({
  format: z.string(),
  source: z.string(),
  contributors: z.array(contributor),
  lines: z.array(lineShown),
  skipped: z.array(
    z.object({
      line: z.number().int(),
      reason: z.string().describe(`One of: ${skipReasons.join(', ')}.`),
      counts: z.record(z.string(), z.number().int()).optional().describe('What the reason counts.'),
      text: z.string(),
    }),
  ),
  programs: z
    .array(z.object({ name: z.string(), commits: z.number().int() }))
    .describe('Of a history: authors who are no people, and whose commits are left out.'),
  notes: z.array(z.string()),
});
export type SourceShown = z.infer<typeof sourceShown>;

const answer = z
  .string()
  .describe(
    'Lines of JSON: `{"progress": {"read", "total", "commits"}}` while it is read; at the end ' +
      '`{"done": {format, source, contributors, lines, skipped, programs, notes}}`, or ' +
      '`{"problem": …}`. Whoever closes the connection stops the reading.',
  );

const FORMATS = ['git', 'history', 'toggl', 'clockify', 'harvest', 'timeclock', 'csv'] as const;
const hours = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, 'hours such as 2 or 0.75');
const reading = {
  format: z.enum(FORMATS),
  dates: z.enum(['us', 'eu', 'iso']).optional(),
  sessionHours: hours
    .describe('Commits less than this apart are one session; 2 where nothing is said.')
    .optional(),
  firstHours: hours
    .describe('What the first commit of a session adds; 2 where nothing is said.')
    .optional(),
  whose: z.string().max(500).describe('Whose time a sheet is that names nobody.').optional(),
};
type HowAsked = z.output<z.ZodObject<typeof reading>>;

function howOf({ dates, sessionHours, firstHours, whose }: HowAsked): ReadingHow {
  const seconds = (text = '2'): number => Math.round(Number(text) * 3600);
  const rule = { sessionSeconds: seconds(sessionHours), firstSeconds: seconds(firstHours) };
  return {
    rule,
    ...(dates === undefined ? {} : { dates }),
    ...(whose === undefined || whose.trim() === '' ? {} : { author: { name: whose.trim() } }),
  };
}

export const readPath = serving({
  summary: 'Look at a repository or a file on the machine of the node',
  description:
    'Who is in it, with how many estimated hours, while it is read; nothing is written. ' +
    'Addresses of people do not leave the node: an author is known by a hash. Only from the ' +
    'machine of the node itself. `~` is the home of whoever started the node.',
  authority: 'owner',
  body: z.strictObject({
    ...reading,
    path: z.string().min(1).max(4096),
    branch: z.string().max(500).optional(),
    allowShallow: z.boolean().optional(),
  }),
  answer,
  media: 'application/x-ndjson',
  example: { body: { format: 'git', path: '~/src/almanac' } },
  run: async ({ node, body, arrival }) => {
    mustBeHere(arrival);
    const { format, branch, allowShallow } = body;
    const path = pathOnDisk(body.path);
    const how = {
      ...howOf(body),
      ...(branch === undefined ? {} : { branch }),
      ...(allowShallow === undefined ? {} : { allowShallow }),
    };
    return told(node, { format, path, name: basename(path), how });
  },
});

/** A page that is shown elsewhere must not have this machine's disk looked at. */
function mustBeHere({ secure }: Arrival): void {
  if (secure) refuse('path-elsewhere');
}

/** A path as people write it: from their home, with `~` or without, in quotes or not. */
function pathOnDisk(text: string): string {
  const plain = text.trim().replace(/^(["'])(.*)\1$/u, '$2');
  return resolve(homedir(), plain.replace(/^~(?=\/|$)/u, '.'));
}

/** The most bytes of a history or a time sheet that is sent. */
export const SOURCE_BYTES_MAX = 256_000_000;

export const readUpload = serving({
  summary: 'Look at a file that is sent',
  description: 'The body is the file itself, plain or gzip. As above; the file is not kept.',
  authority: 'owner',
  query: z.strictObject({ ...reading, name: z.string().min(1).max(500) }),
  answer,
  media: 'application/x-ndjson',
  bodyBytesMax: SOURCE_BYTES_MAX,
  run: async ({ node, query, arrival }) => {
    const folder = await mkdtemp(join(tmpdir(), 'webizen-look-'));
    const path = join(folder, 'source');
    const forget = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      await keep(arrival.request, path);
    } catch (error) {
      await forget();
      throw error;
    }
    const { format, name } = query;
    return told(node, { format, path, name: basename(name), how: howOf(query), forget });
  },
});

/** Lays a body on the disk as it comes: a long history is not held in memory. */
async function keep(request: Request, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of bytesOf(request, SOURCE_BYTES_MAX)) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

interface Looking {
  readonly format: string;
  readonly path: string;
  readonly name: string;
  readonly how: ReadingHow;
  readonly forget?: () => Promise<void>;
}

function told(node: ServedNode, { format, path, name, how, forget }: Looking): Response {
  const work = async (tell: (at: object) => void): Promise<SourceShown> => {
    const progress = (read: number, total: number, commits: number): void =>
      tell({ read, total, commits });
    try {
      return shownOf(node.id, name, await node.readSource(format, path, { ...how, progress }));
    } catch (error) {
      throw forget === undefined ? error : called(error, path, name);
    }
  };
  return telling({ read: 0, total: 0, commits: 0 }, work, forget);
}

/** What was sent is called by its own name, and not by where it lies for a moment. */
function called(error: unknown, path: string, name: string): unknown {
  if (!(error instanceof Refusal) || error.values['path'] !== path) return error;
  return new Refusal(error.code, { ...error.values, path: name });
}

function shownOf(node: string, source: string, found: SourceRead): SourceShown {
  const identities = new Map<string, string>();
  const identityOf = ({ key }: LineRead['author']): string => {
    const known = identities.get(key) ?? authorIdentity({ node, knownAs: key });
    identities.set(key, known);
    return known;
  };
  return {
    format: found.format,
    source,
    contributors: contributorsOf(found.lines, identityOf),
    lines: found.lines.map(({ author, description, evidence, ...line }) => ({
      ...lineTaken.parse(line),
      author: identityOf(author),
      ...(plain(description) === '' ? {} : { what: plain(description) }),
      evidence: evidence.map(plain),
    })),
    skipped: [...found.skipped],
    programs: [...(found.programs ?? [])],
    notes: [...found.notes],
  };
}

/** Those with the most hours first. */
function contributorsOf(
  lines: readonly LineRead[],
  identityOf: (author: LineRead['author']) => string,
): SourceShown['contributors'] {
  const grouped = Map.groupBy(lines, ({ author }) => author.key);
  const all = [...grouped.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const hours = own
      .filter(({ unit }) => unit === 'h')
      .reduce((sum, { quantity }) => add(sum, parseDecimal(quantity)), ZERO);
    const days = own.flatMap(({ from, to }) => [from, to]).toSorted();
    return [
      {
        identity: identityOf(first.author),
        name: first.author.name,
        bot: first.author.bot,
        lines: own.length,
        from: days[0] ?? first.from,
        to: days.at(-1) ?? first.to,
        hours: formatRatio(hours, 2),
        order: hours,
      },
    ];
  });
  return all
    .toSorted((left, right) => {
      const [less, more] = [left.order.num * right.order.den, right.order.num * left.order.den];
      if (less !== more) return less > more ? -1 : 1;
      return left.name < right.name ? -1 : 1;
    })
    .map(({ order: _, ...one }) => one);
}
