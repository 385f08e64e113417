import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { authorIdentity } from '../domain/agents/identity.ts';
import { whySkipped } from '../domain/contributions/why-skipped.ts';
import type { Imported, ImportedAuthor } from '../imports/line.ts';
import type { ImportOptions } from '../imports/readers.ts';
import type { Client } from '../sdk/client.ts';
import { paragraphs, table } from './print/table.ts';
import { counted, daysText, grouped, said, shortened } from './print/text.ts';
import { acting, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';
import { idFrom, moneyOf, workNamed } from './session/work-named.ts';

type Answer = Awaited<ReturnType<Client['contributions']['import']>>;
type Body = Parameters<Client['contributions']['import']>[0];

interface Options extends ActingOptions {
  readonly work: string;
  readonly release?: string;
  readonly format: string;
  readonly classification?: string;
  readonly rate?: string;
  readonly dryRun?: boolean;
  readonly author?: readonly string[];
  readonly whose?: string | undefined;
  readonly dates?: string;
  readonly branch?: string;
  readonly allowShallow?: boolean;
  readonly bot?: readonly string[];
  readonly human?: readonly string[];
  readonly progress?: boolean;
}

function readingOptions(options: Options): ImportOptions {
  const { dates, whose, branch, allowShallow, bot = [], human = [] } = options;
  if (dates !== undefined && dates !== 'us' && dates !== 'eu' && dates !== 'iso') {
    return wrong('--dates', dates, 'us, eu or iso');
  }
  return {
    bots: { bots: bot, humans: human },
    ...(dates === undefined ? {} : { dates }),
    ...(whose === undefined ? {} : { author: { name: whose } }),
    ...(branch === undefined ? {} : { branch }),
    ...(allowShallow === undefined ? {} : { allowShallow }),
  };
}

/** `NAME=AGENT` for every author whom the caller knows: name, address or key in any case. */
async function knownAuthors(session: Session, given: readonly string[] = []) {
  const known = new Map<string, string>();
  for (const text of given) {
    const at = text.lastIndexOf('=');
    if (at < 1) return wrong('--author', text, 'write NAME=AGENT, such as "Ada L.=Ada"');
    known.set(text.slice(0, at).trim().toLowerCase(), await session.agent(text.slice(at + 1)));
  }
  return known;
}

/**
 * The body of the act. Ids follow from the work and the lines, so that the same import composed
 * again is the same; an address never leaves this machine, only its hash.
 */
function bodyOf(
  imported: Imported,
  place: { readonly work: string; readonly release: string; readonly node: string },
  about: {
    readonly source: string;
    readonly import: string;
    readonly known: ReadonlyMap<string, string>;
    /** What every line is valued by, where the source does not say. */
    readonly valuing: Pick<Body['lines'][number], 'classification' | 'rate'>;
  },
): Body {
  const authors = new Map<string, Body['authors'][number]>();
  const identityOf = ({ key }: ImportedAuthor): string =>
    authorIdentity({ node: place.node, knownAs: key });
  for (const { author } of imported.lines) {
    const identity = identityOf(author);
    const names = [author.name, author.email ?? '', author.key].map((one) => one.toLowerCase());
    const agent = names.map((one) => about.known.get(one)).find((one) => one !== undefined);
    const id = agent ?? idFrom('agent_', about.import, identity);
    authors.set(identity, { id, identity, name: author.name, bot: author.bot });
  }
  return {
    work: place.work,
    release: place.release,
    format: imported.format,
    source: about.source,
    authors: [...authors.values()],
    lines: imported.lines.map((line) => ({
      id: idFrom('con_', about.import, line.key),
      line: line.line,
      key: line.key,
      contentHash: line.contentHash,
      author: identityOf(line.author),
      kind: line.kind,
      quantity: line.quantity,
      unit: line.unit,
      from: line.from,
      to: line.to,
      what: line.description === '' ? undefined : line.description,
      evidence: [...line.evidence],
      estimate: line.estimate,
      ...about.valuing,
    })),
  };
}

/** What the reader left out, and what it has to say, beside what the node answers. */
function merged(answer: Answer, imported: Imported): Answer {
  return {
    ...answer,
    skipped: [...imported.skipped, ...answer.skipped].toSorted((a, b) => a.line - b.line),
    notes: [...imported.notes, ...answer.notes],
  };
}

const LISTED = 40;

/** Line by line: what was taken, what was skipped, and why. */
function importText(answer: Answer, dryRun: boolean): string {
  const { taken, skipped, replaced, unchanged, notes } = answer;
  const rest = (count: number): string =>
    count > LISTED ? `\n  and ${counted(count - LISTED, 'more', 'more')}` : '';
  return paragraphs(
    dryRun ? 'Nothing was written: this is what an import would do.' : '',
    `${counted(taken.length, 'draft', 'drafts')} taken, ` +
      `${grouped(String(replaced.length))} of them in place of earlier ones; ` +
      `${counted(unchanged, 'line was', 'lines were')} there already; ` +
      `${counted(skipped.length, 'line', 'lines')} skipped.`,
    taken.length === 0
      ? ''
      : table(taken.slice(0, LISTED), [
          { title: 'line', right: true, of: (one) => String(one.line) },
          { title: 'who', of: (one) => said(one.name) },
          { title: 'quantity', right: true, of: (one) => `${one.quantity} ${said(one.unit)}` },
          { title: 'on', of: (one) => daysText(one.on) },
          { title: 'draft', of: (one) => one.id },
        ]) + rest(taken.length),
    skipped.length === 0
      ? ''
      : table(skipped.slice(0, LISTED), [
          { title: 'skipped', right: true, of: (one) => String(one.line) },
          { title: 'why', of: (one) => said(whySkipped(one)) },
          { title: 'what it says', of: (one) => shortened(one.text, 48) },
        ]) + rest(skipped.length),
    notes.map(said).join('\n'),
    dryRun || taken.length === 0
      ? ''
      : 'Drafts count for nothing until their authors confirm them: webizen contribution confirm.',
  );
}

async function take(
  session: Session,
  options: Options,
  [source = '']: readonly string[],
): Promise<void> {
  const { terminal, client } = session;
  const isWatched = terminal.stderr.isTTY === true || options.progress === true;
  const how = await session.how();
  const known = await knownAuthors(session, options.author);
  const importer = await importerOf(session, options, how.by);
  if (importer !== undefined) known.set(importer.name.toLowerCase(), importer.id);
  const reading = readingOptions({ ...options, whose: options.whose ?? importer?.name });
  const { readImport } = await import('../imports/readers.ts');
  if (isWatched) session.note(`Reading ${source} …`);
  const imported = await readImport(options.format, resolve(terminal.cwd, source), reading);
  if (isWatched) session.note(`${counted(imported.lines.length, 'line', 'lines')} read.`);
  const id = how.id ?? client.newId('imp_');
  const work = await workNamed(session, options.work, options.release);
  const node = (await client.node.show()).id;
  const { classification } = options;
  const rate = options.rate === undefined ? undefined : moneyOf(options.rate, work.currency);
  const body = bodyOf(
    imported,
    { work: work.id, release: work.release.id, node },
    {
      source: basename(source),
      import: id,
      known,
      valuing: { classification, rate },
    },
  );
  const dryRun = options.dryRun === true;
  const send = dryRun ? client.contributions.previewImport : client.contributions.import;
  const answer = await send(body, { ...how, id });
  session.show(merged(answer, imported), (one) => importText(one, dryRun));
}

/** A timeclock file names nobody: it is that of whoever imports it, unless they say whose. */
async function importerOf(
  { client }: Session,
  { format, whose }: Options,
  by: string | undefined,
): Promise<{ id: string; name: string } | undefined> {
  if (format !== 'timeclock' || whose !== undefined) return undefined;
  return client.agents.show(by ?? (await client.node.show()).owner.id);
}

/** `webizen contribution import …` */
export function importing(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('import')
    .description(
      'take lines of a time sheet or a history in as drafts, for their authors to confirm',
    )
    .argument('<source>', 'a file, or a git repository')
    .requiredOption('--work <work>', 'id or title')
    .requiredOption('--format <format>', 'git, history, toggl, clockify, harvest, timeclock or csv')
    .option('--dry-run', 'show what would be taken; write nothing')
    .option(
      '--classification <award/level>',
      'the row of the rate tables that all lines fall under',
    )
    .option('--rate <amount>', 'the agreed rate of all lines: 50, or "50 AUD"')
    .option('--author <name=agent...>', 'an author of the source is this agent')
    .option('--whose <name>', 'whose time it is, where the sheet names nobody (of whoever acts)')
    .option('--dates <order>', 'us, eu or iso, where both readings fit')
    .option('--branch <branch>', 'of a repository, instead of what is checked out')
    .option('--allow-shallow', 'read what is there of a history that was cut off')
    .option('--bot <name...>', 'this author is a program')
    .option('--human <name...>', 'this author is a person')
    .option('--progress', 'say how far it is, on the error stream')
    .option('--release <release>', 'number or id (the newest that is not open)');
  example(
    acting(command, 'the import').action(doing(terminal, take)),
    'webizen contribution import . --work "Garden Almanac" --format git --dry-run',
    'webizen contribution import may.csv --work "Garden Almanac" --format toggl \\',
    '  --author "Ada L.=Ada"',
  );
}
