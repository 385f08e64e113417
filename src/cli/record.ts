import type { Command } from 'commander';
import { resolve } from 'node:path';
import { refuse } from '../domain/refusals.ts';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { said } from './print/text.ts';
import { progressOf } from './session/progress.ts';
import { alone, common, doing, example, say } from './session/session.ts';
import type { CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

type ShownAct = Awaited<ReturnType<Client['record']['act']>>;

interface EntriesOptions extends CommonOptions {
  readonly type?: string;
}

async function entries(session: Session, { type }: EntriesOptions): Promise<void> {
  const all = await everyItem(session.client.record.entries, { limit: 1000 });
  const items = type === undefined ? all : all.filter((entry) => entry.type === type);
  session.show({ items }, () =>
    table(items, [
      { title: 'entry', right: true, of: (one) => String(one.seq) },
      { title: 'recorded', of: (one) => one.recordedAt },
      { title: 'type', of: (one) => one.type },
      { title: 'id', of: (one) => said(one.id) },
      { title: 'by', of: (one) => said(one.by) },
      { title: 'leaf hash', of: (one) => one.leafHash.slice(0, 16) },
    ]),
  );
}

const actText = (one: ShownAct): string =>
  paragraphs(
    facts([
      ['entry', `${one.seq} of ${one.size}`],
      ['recorded', one.recordedAt],
      ['commitment', one.commitment],
      ['leaf hash', one.leafHash],
      ['salt', one.salt],
    ]),
    JSON.stringify(one.act, null, 2).split('\n').map(said).join('\n'),
  );

interface VerifyOptions extends CommonOptions {
  readonly progress?: boolean;
}

async function verify(
  options: VerifyOptions,
  directory: string | undefined,
  data: string,
  terminal: Terminal,
): Promise<void> {
  const { verifyArchive, verifyData } = await import('../archive.ts');
  const progress = progressOf(terminal, options.progress === true, 'entries checked');
  const path = directory === undefined ? data : resolve(terminal.cwd, directory);
  const report =
    directory === undefined
      ? await verifyData(path, progress.at)
      : await verifyArchive(path, progress.at);
  progress.end();
  say(terminal, options.json === true, report, () =>
    facts([
      ['record', path],
      ['status', report.status],
      ['entries', String(report.entries)],
      ['root', report.root],
      ...('checks' in report
        ? report.checks
            .filter(({ holds }) => !holds)
            .map(({ truth, found }) => ['wrong', `${truth} Found: ${found ?? ''}`] as const)
        : []),
    ]),
  );
  if (report.status !== 'sound') process.exitCode = 1;
}

/** The entries of the record, which are the acts in their order. */
function listing(command: Command, terminal: Terminal, line: string): void {
  command
    .description('every entry of the record')
    .option('--type <type>', 'only those of one type: payment.received');
  example(common(command).action(doing(terminal, entries)), line);
}

/** `webizen record …` */
export function record(program: Command, terminal: Terminal): void {
  const noun = program.command('record').description('every act, in order, and its proof');
  listing(noun.command('list').alias('entries'), terminal, 'webizen record list');
  const showing = noun
    .command('show')
    .description('the act of one entry, as it was signed')
    .argument('<entry>', 'its number');
  example(
    common(showing).action(
      doing(terminal, async (session, _, [text = '']) => {
        const all = await everyItem(session.client.record.entries, { limit: 1000 });
        const found = all.find(({ seq }) => String(seq) === text);
        if (found === undefined) return refuse('entry-unknown', { entry: text.slice(0, 100) });
        session.show(await session.client.record.act(found.type, found.id), actText);
      }),
    ),
    'webizen record show 0',
  );
  const pointing = noun
    .command('checkpoint')
    .description('the newest signed checkpoint; kept elsewhere, it proves what came before');
  example(
    common(pointing).action(
      doing(terminal, async (session) => {
        const note = await session.client.record.checkpoint();
        session.show({ checkpoint: note }, () => note.trimEnd());
      }),
    ),
    'webizen record checkpoint > garden.checkpoint',
  );
  const verifying = noun
    .command('verify')
    .description('check every signature, hash, value and balance; needs no node')
    .argument('[dir]', 'an export; otherwise the data directory')
    .option('--progress', 'say how far it is, on the error stream');
  example(
    common(verifying).action(
      alone<VerifyOptions>(
        (options, [directory], data) => verify(options, directory, data(), terminal),
        terminal,
      ),
    ),
    'webizen record verify',
    'webizen record verify ./export',
  );
}

/** `webizen act …` */
export function act(program: Command, terminal: Terminal): void {
  const noun = program.command('act').description('acts as they were signed');
  listing(noun.command('list'), terminal, 'webizen act list --type payment.received');
  const showing = noun
    .command('show')
    .description('an act as it was signed, with the proof that the record holds it')
    .argument('<type>', 'such as payment.received')
    .argument('<id>', 'of the thing that it made');
  example(
    common(showing).action(
      doing(terminal, async (session, _, [type = '', id = '']) => {
        session.show(await session.client.record.act(type, id), actText);
      }),
    ),
    'webizen act show payment.received pay_aaaabbbbccccddddeeee',
  );
}
