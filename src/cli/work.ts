import type { Command } from 'commander';
import { everyItem, Problem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';
import { exchangeOf } from './contribution.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { counted, moneyText, moniesText, percentText, said, shareText } from './print/text.ts';
import { idFrom, workNamed } from './session/work-named.ts';
import type { Work } from './session/work-named.ts';

type Release = Awaited<ReturnType<Client['releases']['show']>>;

/** Owed, paid and when it opens, on one screen. */
export function workText(work: Work): string {
  const { release, agreement } = work;
  return paragraphs(
    `${said(work.title)}, release ${release.number}: ${work.status}`,
    facts([
      ['obligation', moneyText(work.obligation)],
      ['paid', moneyText(work.paid)],
      ['owed', moneyText(work.owed)],
      ['dust', moneyText(work.dust)],
      ['missing', release.deficits.length === 0 ? undefined : moniesText(release.deficits)],
      ['licence', work.licence],
    ]),
    said(work.opensWhen.text),
    peopleText(work),
    countsText(work.counts),
    buildsOnText(work.buildsOn),
    agreementText(agreement),
    `work ${work.id}\nrelease ${release.id}`,
  );
}

const peopleText = ({ people }: Work): string =>
  people.length === 0
    ? 'Nobody has a part in it yet.'
    : table(people, [
        { title: 'who', of: (one) => said(one.name) },
        { title: 'obligation', right: true, of: (one) => moneyText(one.obligation) },
        { title: 'still owed', right: true, of: (one) => moneyText(one.owed) },
        { title: 'earned', right: true, of: (one) => moniesText(one.earned) },
        { title: 'received', right: true, of: (one) => moniesText(one.received) },
        { title: 'share', right: true, of: (one) => shareText(one.share) },
      ]);

function countsText(counts: Readonly<Record<string, number>>): string {
  const waiting = (counts['submitted'] ?? 0) + (counts['draft'] ?? 0);
  const accepted = counted(counts['accepted'] ?? 0, 'contribution', 'contributions');
  if (waiting === 0) return `${accepted} accepted.`;
  const more = counted(waiting, 'contribution, which counts', 'contributions, which count');
  return `${accepted} accepted. ${more} for nothing yet.`;
}

const buildsOnText = (upstreams: Work['buildsOn']): string =>
  upstreams.length === 0
    ? ''
    : `Builds on ${upstreams
        .map(({ title, number, share, status }) => {
          return `${said(title)}, release ${number} (${percentText(share)}; ${status})`;
        })
        .join(', ')}.`;

function agreementText(agreement: Work['agreement']): string {
  if (agreement === null) return 'No agreement yet: webizen agreement draft.';
  const names = (list: readonly { name: string }[]): string =>
    list.length === 0 ? 'nobody' : list.map(({ name }) => said(name)).join(', ');
  const { version, preset, signed, unsigned } = agreement;
  const open = unsigned.length === 0 ? '' : ` Not signed by ${names(unsigned)}.`;
  return `Agreement version ${version} (${preset}): signed by ${names(signed)}.${open}`;
}

const releaseText = (release: Release): string =>
  facts([
    ['release', release.id],
    ['work', release.work],
    ['number', String(release.number)],
    ['status', release.status],
    ['licence', release.licence],
    ['obligation', moneyText(release.obligation)],
    ['paid', moneyText(release.paid)],
    ['owed', moneyText(release.owed)],
    ['opens', said(release.opensWhen.text)],
    ['opened', release.openedAt],
  ]);

/** `WORK:SHARE`, the share as a decimal or a percentage. */
async function upstreamOf(
  session: Session,
  text: string,
): Promise<{ release: string; share: string }> {
  const at = text.lastIndexOf(':');
  if (at < 1) return wrong('--builds-on', text, 'write WORK:SHARE, such as "Seed Library:0.1"');
  const work = await workNamed(session, text.slice(0, at));
  return { release: work.release.id, share: fraction('--builds-on', text.slice(at + 1)) };
}

/** A part of a whole: `0.1`, or `10 %`. The digits stay as they are written. */
export function fraction(option: string, text: string): string {
  const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
  if (digits === undefined) {
    const plain = text.trim();
    return plain === '' ? wrong(option, text, 'a number is missing') : plain;
  }
  const [whole = '', decimals = ''] = digits.split('.');
  const padded = whole.padStart(3, '0');
  const cut = padded.length - 2;
  const result = `${padded.slice(0, cut)}.${padded.slice(cut)}${decimals}`;
  return result.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '') || '0';
}

interface AddOptions extends ActingOptions {
  readonly title: string;
  readonly currency: string;
  readonly kind: string;
  readonly buildsOn?: readonly string[];
}

async function add(session: Session, options: AddOptions): Promise<void> {
  const { client } = session;
  const id = options.id ?? client.newId('work_');
  const buildsOn = [];
  for (const text of options.buildsOn ?? []) buildsOn.push(await upstreamOf(session, text));
  const body = {
    title: options.title,
    kind: options.kind,
    currency: options.currency,
    release: idFrom('rel_', id, 'release 1'),
    buildsOn: buildsOn.length === 0 ? undefined : buildsOn,
  };
  session.show(await client.works.add(body, { ...(await session.how()), id }), workText);
}

interface ListOptions extends CommonOptions {
  readonly kind?: string;
  readonly status?: string;
  readonly agent?: string;
}

async function list(session: Session, options: ListOptions): Promise<void> {
  const { kind, status } = options;
  const agent = options.agent === undefined ? undefined : await session.agent(options.agent);
  const items = await everyItem(session.client.works.list, { kind, status, agent });
  session.show({ items }, () =>
    items.length === 0
      ? 'No work yet: webizen work add --title … --currency …'
      : table(items, [
          { title: 'work', of: (work) => work.id },
          { title: 'title', of: (work) => said(work.title) },
          { title: 'kind', of: (work) => work.kind },
          { title: 'obligation', right: true, of: (work) => moneyText(work.obligation) },
          { title: 'paid', right: true, of: (work) => moneyText(work.paid) },
          { title: 'status', of: (work) => work.status },
          { title: 'licence', of: (work) => work.licence },
        ]),
  );
}

interface SweepOptions extends ActingOptions {
  readonly rate?: string;
  readonly rateSource?: string;
}

async function sweep(
  session: Session,
  { rate, rateSource: source }: SweepOptions,
  [text]: readonly string[],
): Promise<void> {
  const work = text === undefined ? undefined : await session.work(text);
  const exchange = exchangeOf({ rate, source }, { rate: '--rate', source: '--rate-source' });
  const swept = await session.client.works.sweep({ work, exchange }, await session.how());
  session.show(swept, sweptText);
}

function sweptText({ moves }: Sweep): string {
  if (moves.length === 0) return 'Nothing was held for an upstream work.';
  return table(moves, [
    { title: 'from', of: (one) => one.from },
    { title: 'to', of: (one) => one.to },
    { title: 'moved', right: true, of: (one) => moneyText(one.moved) },
    { title: 'back', right: true, of: (one) => moneyText(one.back) },
    { title: 'to the reserve', right: true, of: (one) => moneyText(one.toReserve) },
  ]);
}

type Sweep = Awaited<ReturnType<Client['works']['sweep']>>;

const RELEASE = ['--release <release>', 'number or id (the newest that is not open)'] as const;

/** `webizen work …` */
export function work(program: Command, terminal: Terminal): void {
  const noun = program.command('work').description('useful things that people make');
  const adding = noun
    .command('add')
    .description('add a work; it begins with release 1')
    .requiredOption('--title <title>')
    .requiredOption('--currency <code>', 'in which its obligations are counted: AUD, EUR, …')
    .option(
      '--kind <kind>',
      'software, specification, text, data, model, design, service',
      'software',
    )
    .option(
      '--builds-on <work:share...>',
      'a work whose makers get a share of its income: "Seed Library:10 %"',
    );
  example(
    acting(adding, 'the work').action(doing(terminal, add)),
    'webizen work add --title "Garden Almanac" --currency AUD',
    'webizen work add --title "Seed Map" --currency EUR --kind data \\',
    '  --builds-on "Garden Almanac:10 %"',
  );
  const listing = noun
    .command('list')
    .description('every work')
    .option('--kind <kind>')
    .option('--status <status>', 'owing or open')
    .option('--agent <agent>', 'works in which this agent has a part');
  example(common(listing).action(doing(terminal, list)), 'webizen work list --status owing');
  showing(noun, terminal, {
    description: 'owed, paid, and when it opens',
    argument: ['work', 'id or title'],
    release: RELEASE,
    example: 'webizen work show "Garden Almanac"',
    find: workNamed,
    text: workText,
  });
  const sweeping = noun
    .command('sweep')
    .description('pass on what is held for the works that a work builds on; of all works, or one')
    .argument('[work]', 'id or title')
    .option('--rate <number>', 'units of the currency that is owed for one unit that is held')
    .option('--rate-source <text>', 'where that rate is from');
  example(
    acting(sweeping, 'this act').action(doing(terminal, sweep)),
    'webizen work sweep',
    'webizen work sweep "Seed Map"',
    'webizen work sweep "Seed Map" --rate 0.6 --rate-source "the bank, 12 June"',
  );
}

/** `webizen release licence`: the text as it holds now, for a file named LICENSE. */
function licensing(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('licence')
    .description('the licence of a release as it holds now: its whole text')
    .argument('<release>', 'its id, or a work by id or title')
    .option(...RELEASE);
  example(
    common(command).action(
      doing<CommonOptions & { readonly release?: string }>(
        terminal,
        async (session, { release: asked }, [text = '']) => {
          const { id } = await releaseMeant(session, text, asked);
          session.show(await session.client.releases.licence(id), (one) => one.text.trimEnd());
        },
      ),
    ),
    'webizen release licence "Garden Almanac" > LICENSE',
  );
}

/** A release by its id, whoever chose it; else the one that is meant of the work of that name. */
async function releaseMeant(session: Session, text: string, release?: string) {
  const { releases } = session.client;
  try {
    if (release === undefined) return await releases.show(text);
  } catch (error) {
    const isUnknown = error instanceof Problem && error.document.code === 'release-id-unknown';
    if (!isUnknown) throw error;
  }
  return releases.show((await workNamed(session, text, release)).release.id);
}

/** `webizen release …` */
export function release(program: Command, terminal: Terminal): void {
  const noun = program.command('release').description('versions of a work');
  const adding = noun
    .command('add')
    .description('add the next release of a work, which is paid for on its own')
    .argument('<work>', 'id or title')
    .option('--builds-on <work:share...>', 'a work whose makers get a share of its income');
  example(
    acting(adding, 'the release').action(
      doing<ActingOptions & { buildsOn?: readonly string[] }>(
        terminal,
        async (session, options, [text = '']) => {
          const buildsOn = [];
          for (const one of options.buildsOn ?? []) buildsOn.push(await upstreamOf(session, one));
          const body = {
            work: await session.work(text),
            buildsOn: buildsOn.length === 0 ? undefined : buildsOn,
          };
          session.show(await session.client.releases.add(body, await session.how()), releaseText);
        },
      ),
    ),
    'webizen release add "Garden Almanac"',
  );
  const listing = noun.command('list').description('the releases of a work').argument('<work>');
  example(
    common(listing).action(
      doing(terminal, async (session, _, [text = '']) => {
        const found = await session.client.releases.list(await session.work(text));
        session.show(found, ({ items }) =>
          table(items, [
            { title: 'release', of: (one) => one.id },
            { title: 'number', right: true, of: (one) => String(one.number) },
            { title: 'obligation', right: true, of: (one) => moneyText(one.obligation) },
            { title: 'paid', right: true, of: (one) => moneyText(one.paid) },
            { title: 'status', of: (one) => one.status },
            { title: 'licence', of: (one) => one.licence },
          ]),
        );
      }),
    ),
    'webizen release list "Garden Almanac"',
  );
  showing(noun, terminal, {
    description: 'one release',
    argument: ['release', 'its id, or a work by id or title'],
    release: RELEASE,
    example: 'webizen release show "Garden Almanac" --release 1',
    find: releaseMeant,
    text: releaseText,
  });
  licensing(noun, terminal);
}
