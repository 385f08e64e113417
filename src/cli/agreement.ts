import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Refusal, refuse } from '../domain/refusals.ts';
import { parseJsonText } from '../http/json-text.ts';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { said } from './print/text.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';
import { idFrom, workNamed } from './session/work-named.ts';

type Agreement = Awaited<ReturnType<Client['agreements']['show']>>;

const names = (list: readonly { readonly name: string }[]): string =>
  list.length === 0 ? 'nobody' : list.map(({ name }) => said(name)).join(', ');

/** Where a version stands, and what it changes; its text is for `show`. */
function standingText(one: Agreement): string {
  const changes = one.changes.map(({ key, saidWas, saysNow, locked }) => {
    const mark = locked ? ' (locked: all claim holders must sign)' : '';
    return `  ${key}: ${said(saidWas)} becomes ${said(saysNow)}${mark}`;
  });
  return paragraphs(
    facts([
      ['agreement', one.id],
      ['version', `${one.version} (${one.preset})`],
      ['status', one.status],
      ['signed', names(one.signed)],
      ['not signed', names(one.unsigned)],
      ['waits for', one.waitsFor.length === 0 ? undefined : names(one.waitsFor)],
      ['terms', one.termsHash],
      ['text', one.textHash],
    ]),
    changes.length === 0 ? '' : `Changes version ${one.changesFrom ?? ''}:\n${changes.join('\n')}`,
  );
}

async function termsIn(file: string | undefined, { cwd }: Terminal): Promise<Terms> {
  if (file === undefined) return {};
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse('file-unreadable', { path: file, why });
  }
  return readTerms(text.replace(/^\uFEFF/, ''), file);
}

type Terms = Record<string, unknown>;

function readTerms(text: string, file: string): Terms {
  let value: unknown;
  try {
    value = parseJsonText(text);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'json-malformed') throw error;
    return refuse('json-malformed', { reason: `${file}: ${error.values['reason'] ?? ''}` });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Terms;
  return refuse('json-malformed', { reason: `${file}: it is not one object of terms` });
}

/** `key=value`: the value as JSON where it is JSON, else as text. */
function termOf(text: string): readonly [string, unknown] {
  const at = text.indexOf('=');
  if (at < 1) return wrong('--term', text, 'write key=value, such as return=1.5');
  const [key, value] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^[[{]/.test(value)) return [key, value];
  try {
    return [key, parseJsonText(value)];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'json-malformed') throw error;
    return wrong('--term', text, 'what follows = is not JSON');
  }
}

interface DraftOptions extends ActingOptions {
  readonly preset: string;
  readonly file?: string;
  readonly term?: readonly string[];
  readonly release?: string;
}

async function draft(
  session: Session,
  options: DraftOptions,
  [text = '']: readonly string[],
): Promise<void> {
  const work = await workNamed(session, text, options.release);
  const terms: Terms = {
    ...(await termsIn(options.file, session.terminal)),
    ...Object.fromEntries((options.term ?? []).map(termOf)),
  };
  const body = { work: work.id, release: work.release.id, preset: options.preset, terms };
  const drafted = await session.client.agreements.draft(body, await session.how());
  session.show(drafted, standingText);
}

interface VersionOptions extends ActingOptions {
  readonly version?: string;
}

async function versionOf(session: Session, text: string, asked?: string): Promise<Agreement> {
  const { agreements } = session.client;
  if (/^agr_[a-z2-7]{20}$/.test(text)) return agreements.show(text);
  if (asked !== undefined && !/^\d{1,9}$/.test(asked)) {
    return wrong('--version', asked, 'give the number of a version');
  }
  const version = asked === undefined ? undefined : Number(asked);
  return agreements.of(await session.work(text), version);
}

async function sign(
  session: Session,
  options: VersionOptions,
  [text = '']: readonly string[],
): Promise<void> {
  const { id, termsHash, textHash } = await versionOf(session, text, options.version);
  const how = await session.how();
  // Signing once more with nothing else said is a retry, and answers the same.
  const own = how.id ?? idFrom('act_', id, 'signed by', how.by ?? 'the owner');
  const body = { agreement: id, termsHash, textHash };
  const signed = await session.client.agreements.sign(body, { ...how, id: own });
  session.show(signed, standingText);
}

interface ShowOptions extends VersionOptions {
  readonly format?: string;
}

async function show(
  session: Session,
  options: ShowOptions,
  [text = '']: readonly string[],
): Promise<void> {
  const { format = 'text' } = options;
  if (format !== 'text' && format !== 'json') wrong('--format', format, 'text or json');
  const found = await versionOf(session, text, options.version);
  if (format === 'json') session.terminal.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else session.show(found, (one) => `${one.text.trimEnd()}\n\n${standingText(one)}`);
}

/** `webizen agreement …` */
export function agreement(program: Command, terminal: Terminal): void {
  const noun = program.command('agreement').description('what the contributors of a work sign');
  const drafting = noun
    .command('draft')
    .description('draft the agreement of a work, or its next version; it binds who signs it')
    .argument('<work>', 'id or title')
    .requiredOption('--preset <preset>', 'award, rates, equal or slicing-pie')
    .option('--file <file>', 'terms that differ from the preset, as one JSON object')
    .option('--term <key=value...>', 'one such term, such as return=2')
    .option('--release <release>', 'number or id (the newest that is not open)');
  example(
    acting(drafting, 'the version').action(doing(terminal, draft)),
    'webizen agreement draft "Garden Almanac" --preset award',
    'webizen agreement draft "Garden Almanac" --preset rates --term return=2',
  );
  const signing = noun
    .command('sign')
    .description('sign the newest version: its terms and its text, by their hashes')
    .argument('<work>', 'id or title, or the id of a version')
    .option('--version <number>', 'another version than the newest');
  example(
    acting(signing, 'the signature').action(doing(terminal, sign)),
    'webizen agreement sign "Garden Almanac" --by Ada',
  );
  const showing = noun
    .command('show')
    .description('what people read and sign, and who has signed')
    .argument('<work>', 'id or title, or the id of a version')
    .option('--format <format>', 'text or json', 'text')
    .option('--version <number>', 'another version than the newest');
  example(
    common(showing).action(doing(terminal, show)),
    'webizen agreement show "Garden Almanac"',
    'webizen agreement show "Garden Almanac" --format json',
  );
  const listing = noun
    .command('list')
    .description('every version of every agreement, or of one work')
    .option('--work <work>', 'id or title');
  example(
    common(listing).action(
      doing<CommonOptions & { work?: string }>(terminal, async (session, options) => {
        const work = options.work === undefined ? undefined : await session.work(options.work);
        const items = await everyItem(session.client.agreements.list, { work });
        session.show({ items }, () =>
          table(items, [
            { title: 'agreement', of: (one) => one.id },
            { title: 'work', of: (one) => one.work },
            { title: 'version', right: true, of: (one) => String(one.version) },
            { title: 'preset', of: (one) => one.preset },
            { title: 'status', of: (one) => one.status },
            { title: 'signed', of: (one) => names(one.signed) },
          ]),
        );
      }),
    ),
    'webizen agreement list --work "Garden Almanac"',
  );
}
