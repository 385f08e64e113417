import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Client } from '../sdk/client.ts';
import { runningNode } from './session/connection.ts';
import { facts, paragraphs } from './print/table.ts';
import { said } from './print/text.ts';
import { progressOf } from './session/progress.ts';
import { acting, alone, common, doing, example, say } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';
import { unpackInto } from './session/untar.ts';

type Shown = Awaited<ReturnType<Client['node']['show']>>;
type Report = Awaited<ReturnType<Client['node']['check']>>;

const nodeText = (node: Shown): string =>
  facts([
    ['node', node.id],
    ['name', said(node.name)],
    ['owner', `${said(node.owner.name)} (${node.owner.id})`],
    ['its own agent', node.agent.id],
    ['founded', node.foundedAt],
  ]);

const checkText = ({ status, entries, root, checks }: Report): string =>
  paragraphs(
    checks
      .map(({ truth, holds, found }) =>
        holds
          ? `holds  ${truth}`
          : `WRONG  ${truth}\n       Found: ${said(found ?? 'something else')}`,
      )
      .join('\n'),
    facts([
      ['status', status],
      ['entries', String(entries)],
      ['root', root],
    ]),
  );

async function exportNode(
  session: Session,
  options: CommonOptions & { readonly keys?: boolean },
  [directory = '']: readonly string[],
): Promise<void> {
  const path = resolve(session.terminal.cwd, directory);
  const stream = await session.client.node.export({ keys: options.keys !== false });
  const files = await unpackInto(path, stream);
  session.show({ directory: path, files }, () =>
    paragraphs(
      `${files.length} files in ${path}: the record, its checkpoints` +
        (options.keys === false ? '.' : ', and the keys as they are at rest.'),
      'To check it anywhere: webizen record verify DIR.\n' +
        'To make a node of it: webizen node import DIR.',
    ),
  );
}

interface ImportOptions extends CommonOptions {
  readonly progress?: boolean;
}

async function importNode(
  options: ImportOptions,
  directory: string,
  data: string,
  terminal: Terminal,
): Promise<void> {
  const { importNode: take } = await import('../archive.ts');
  const progress = progressOf(terminal, options.progress === true, 'entries taken in');
  const from = resolve(terminal.cwd, directory);
  const report = await take({ from, dataDir: data }, progress.at);
  progress.end();
  say(terminal, options.json === true, { ...report, data }, () =>
    facts([
      ['node', report.node],
      ['data', data],
      ['entries', String(report.entries)],
      ['keys', String(report.keys)],
      ['root', report.root],
    ]),
  );
}

/** Which node it is: `show`, `name` and `list`. */
function telling(noun: Command, terminal: Terminal): void {
  const showing = noun.command('show').description('which node it is, and whose');
  example(
    common(showing).action(
      doing(terminal, async (session) => {
        const running = await runningNode(session.data);
        const shown = {
          ...(await session.client.node.show()),
          data: session.data,
          url: running?.url ?? null,
        };
        session.show(
          shown,
          () =>
            `${nodeText(shown)}\n${facts([
              ['data', session.data],
              ['running', running === undefined ? 'no' : `at ${running.url}`],
            ])}`,
        );
      }),
    ),
    'webizen node show',
  );
  const naming = noun
    .command('name')
    .description('say what the node is called; its owner alone can')
    .argument('<name>', 'in any script, at most 500 characters');
  example(
    acting(naming, 'this act').action(
      doing<ActingOptions>(terminal, async (session, _, [name = '']) =>
        session.show(await session.client.node.name({ name }, await session.how()), nodeText),
      ),
    ),
    "webizen node name 'Willow Street'",
  );
  const listing = noun.command('list').description('the nodes of this data directory: one');
  example(
    common(listing).action(
      doing(terminal, async (session) => {
        const items = [await session.client.node.show()];
        session.show({ items }, () => items.map(nodeText).join('\n'));
      }),
    ),
    'webizen node list --json',
  );
}

/** `webizen node …` */
export function node(program: Command, terminal: Terminal): void {
  const noun = program.command('node').description('the node itself: check, export, import');
  telling(noun, terminal);
  const checking = noun
    .command('check')
    .description('recompute everything from the record, and say what does not hold');
  example(
    common(checking).action(
      doing(terminal, async (session) => {
        const report = await session.client.node.check();
        session.show(report, checkText);
        if (report.status !== 'sound') process.exitCode = 1;
      }),
    ),
    'webizen node check',
  );
  const exporting = noun
    .command('export')
    .description('write all that the node is into an empty directory')
    .argument('<dir>')
    .option('--no-keys', 'leave the private keys out');
  example(
    common(exporting).action(doing<CommonOptions & { keys?: boolean }>(terminal, exportNode)),
    'webizen node export ./garden-backup',
  );
  const importing = noun
    .command('import')
    .description('make a node of an export, in an empty data directory')
    .argument('<dir>', 'the export')
    .option('--progress', 'say how far it is, on the error stream');
  example(
    common(importing).action(
      alone<ImportOptions>(
        (options, [directory = ''], data) => importNode(options, directory, data(), terminal),
        terminal,
      ),
    ),
    'webizen node import ./garden-backup --data ./garden',
  );
}
