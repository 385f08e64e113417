import type { Command } from 'commander';
import { reviewStages } from '../domain/contributions/silence.ts';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { importing } from './import.ts';
import { explanationText } from './print/explanation.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { daysText, moneyText, moniesText, said, shortened } from './print/text.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';
import { moneyOf, workNamed } from './session/work-named.ts';

type Contribution = Awaited<ReturnType<Client['contributions']['show']>>;
type Listed = Awaited<ReturnType<Client['contributions']['list']>>['items'][number];

/** One contribution: what was given, what it is worth, who reviewed it. */
export const contributionText = (one: Contribution): string =>
  paragraphs(
    facts([
      ['contribution', one.id],
      ['who', said(one.name)],
      ['what', `${one.quantity} ${said(one.unit)} of ${said(one.kind)}, ${daysText(one.on)}`],
      ['', one.what === null ? undefined : said(one.what)],
      [
        'status',
        one.estimate ? `${one.status}, an estimate: its author has to confirm it` : one.status,
      ],
      ['classification', one.classification === null ? undefined : said(one.classification)],
      ['rate', one.rate === null ? undefined : moneyText(one.rate)],
      ['cost', one.cost === null ? undefined : moneyText(one.cost)],
      ['paid on the day', one.paid === null ? undefined : moneyText(one.paid)],
      ['gift', one.gift ? 'yes: it counts, and is owed nothing' : undefined],
      ['obligation', one.obligation === null ? undefined : moneyText(one.obligation)],
      ['still owed', one.owed === null ? undefined : moneyText(one.owed)],
      ['earned', one.earned.length === 0 ? undefined : moniesText(one.earned)],
      ['no value yet', one.unvalued === null ? undefined : said(one.unvalued)],
      ['evidence', one.evidence.length === 0 ? undefined : one.evidence.map(said).join(' ')],
      ['same days', one.overlaps.length === 0 ? undefined : one.overlaps.join(' ')],
      ['replaces', one.supersedes],
      ['replaced by', one.supersededBy],
    ]),
    reviewsText(one),
  );

function reviewsText({ reviews, reviewsNeeded, status, review }: Contribution): string {
  const given = reviews.map(({ name, verdict, reason, at }) => {
    const why = reason === null ? '' : `: ${said(reason)}`;
    return `${verdict} by ${said(name)} on ${at.slice(0, 10)}${why}`;
  });
  const accepted = reviews.filter(({ verdict }) => verdict === 'accepted').length;
  const missing = Math.max(0, reviewsNeeded - accepted);
  if (status === 'submitted' && missing > 0) given.push(`Waits for review: ${missing} more.`);
  if (review !== null) {
    const who = review.asked.map(({ name }) => said(name)).join(', ');
    given.push(`Review: ${standingText(review)}${who === '' ? '' : `: ${who}`}.`);
    if (review.stage === 'case') given.push('Silence is never a no: take the steps agreed on.');
  }
  return given.join('\n');
}

interface AddOptions extends ActingOptions {
  readonly work: string;
  readonly release?: string;
  readonly kind: string;
  readonly quantity: string;
  readonly unit: string;
  readonly on: string;
  readonly rate?: string;
  readonly classification?: string;
  readonly what?: string;
  readonly evidence?: readonly string[];
  readonly paid?: string;
  readonly gift?: boolean;
  readonly exclusive?: boolean;
  readonly urgent?: boolean;
  readonly depreciation?: string;
  readonly exchangeRate?: string;
  readonly exchangeSource?: string;
  readonly draft?: boolean;
  readonly supersedes?: string;
}

/** An exchange rate with its source, or neither. */
export function exchangeOf(
  { rate, source }: { readonly rate: string | undefined; readonly source: string | undefined },
  names: { readonly rate: string; readonly source: string },
): { rate: string; source: string } | undefined {
  if (rate === undefined && source === undefined) return undefined;
  if (rate === undefined) return wrong(names.rate, '', `say the rate, as there is ${names.source}`);
  if (source === undefined) return wrong(names.source, '', 'say where the rate is from');
  return { rate, source };
}

async function add(session: Session, options: AddOptions): Promise<void> {
  const { client } = session;
  const how = await session.how();
  const work = await workNamed(
    session,
    options.work,
    options.release ?? (await earlier(session, how)),
  );
  const [from = '', to = from] = options.on.split('/').map((day) => day.trim());
  const money = (text: string | undefined) =>
    text === undefined ? undefined : moneyOf(text, work.currency);
  const body = {
    work: work.id,
    release: work.release.id,
    kind: options.kind,
    quantity: options.quantity,
    unit: options.unit,
    from,
    to,
    what: options.what,
    rate: money(options.rate),
    classification: options.classification,
    exchange: exchangeOf(
      { rate: options.exchangeRate, source: options.exchangeSource },
      { rate: '--exchange-rate', source: '--exchange-source' },
    ),
    evidence: [...(options.evidence ?? [])],
    paid: money(options.paid),
    gift: options.gift,
    exclusive: options.exclusive,
    urgent: options.urgent,
    depreciation: money(options.depreciation),
    draft: options.draft,
    supersedes: options.supersedes,
  };
  session.show(await client.contributions.add(body, how), contributionText);
}

/**
 * The release that the thing of this id is in, if it is there already: a retry after a release
 * has opened means the release of the first time.
 */
async function earlier(
  { client }: Session,
  how: { readonly id?: string | undefined },
): Promise<string | undefined> {
  if (how.id === undefined) return undefined;
  try {
    return (await client.contributions.show(how.id)).release;
  } catch {
    return undefined;
  }
}

interface ListOptions extends CommonOptions {
  readonly work?: string;
  readonly agent?: string;
  readonly status?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly waiting?: boolean | string;
}

async function list(session: Session, options: ListOptions): Promise<void> {
  const { kind, from, to, waiting } = options;
  const stage = stageOf(waiting);
  const status = waiting === undefined ? options.status : 'submitted';
  const work = options.work === undefined ? undefined : await session.work(options.work);
  const agent = options.agent === undefined ? undefined : await session.agent(options.agent);
  const query = { work, agent, status, kind, from, to };
  const found = await everyItem(session.client.contributions.list, query);
  const items = found.filter(({ review }) => stage === undefined || review?.stage === stage);
  session.show({ items }, () =>
    items.length === 0
      ? 'No contribution fits.'
      : table(items, [
          { title: 'contribution', of: (one) => one.id },
          { title: 'who', of: (one) => said(one.name) },
          { title: 'on', of: (one) => daysText(one.on) },
          { title: 'quantity', right: true, of: (one) => `${one.quantity} ${said(one.unit)}` },
          { title: 'kind', of: (one) => said(one.kind) },
          { title: 'what', of: (one) => shortened(one.what ?? '', 32) },
          {
            title: 'obligation',
            right: true,
            of: (one) => (one.obligation === null ? '–' : moneyText(one.obligation)),
          },
          {
            title: 'status',
            of: (one) => (one.estimate ? `${one.status} (estimate)` : one.status),
          },
          ...(waiting === undefined
            ? []
            : [{ title: 'review', of: (one: Listed) => standingText(one.review) }]),
        ]),
  );
}

/** The stage of review that a list is narrowed to; none for all that wait. */
function stageOf(waiting: boolean | string | undefined): string | undefined {
  if (typeof waiting !== 'string') return undefined;
  const stages: readonly string[] = reviewStages;
  return stages.includes(waiting) ? waiting : wrong('--waiting', waiting, stages.join(', '));
}

const stageWords = { asked: 'asked', 'all-asked': 'all are asked', case: 'a case' } as const;

/** How far a review has come: "all are asked since 2026-05-02, until 2026-05-15". */
function standingText(review: Listed['review']): string {
  if (review === null) return '–';
  const until = review.until === null ? '' : `, until ${review.until}`;
  return `${stageWords[review.stage]} since ${review.since}${until}`;
}

interface DecideOptions extends ActingOptions {
  readonly classification?: string;
  readonly rate?: string;
  readonly reason?: string;
  readonly criterion?: string;
  readonly quantity?: string;
}

type Verb = 'confirm' | 'accept' | 'reject' | 'withdraw' | 'cancel';

async function decide(
  session: Session,
  verb: Verb,
  options: DecideOptions,
  contribution: string,
): Promise<Contribution> {
  const { contributions } = session.client;
  const how = await session.how();
  const { reason, criterion, quantity, classification } = options;
  if (verb === 'confirm') {
    const rate = await rateOf(session, contribution, options.rate);
    return contributions.confirm({ contribution, quantity, classification, rate }, how);
  }
  if (verb === 'reject') {
    return contributions.reject({ contribution, reason: reason ?? '', criterion }, how);
  }
  return contributions[verb]({ contribution, reason }, how);
}

/** A rate in the currency of the work, where it names none itself. */
async function rateOf({ client }: Session, contribution: string, rate: string | undefined) {
  if (rate === undefined) return undefined;
  const { work } = await client.contributions.show(contribution);
  return moneyOf(rate, (await client.works.show(work)).currency);
}

const VERBS: readonly (readonly [verb: Verb, what: string])[] = [
  ['confirm', 'its author says that a draft or an estimate is right, and hands it in'],
  ['accept', 'another signatory says that it is useful: what is owed for it is booked'],
  ['reject', 'another signatory says no, with a reason'],
  ['withdraw', 'its author takes it back before it is decided'],
  ['cancel', 'its author gives up what is not earned yet of an accepted one'],
];

function deciding(noun: Command, terminal: Terminal): void {
  for (const [verb, what] of VERBS) {
    const command = noun.command(verb).description(what).argument('<contribution>', 'its id');
    if (verb === 'confirm') {
      command
        .option('--quantity <number>', 'what it really was')
        .option('--classification <award/level>', 'which row of the rate tables it falls under')
        .option('--rate <amount>', 'the agreed rate for one unit: 50, or "50 AUD"');
    } else command.option('--reason <text>', verb === 'reject' ? 'why; it is needed' : 'why');
    if (verb === 'reject') command.option('--criterion <word>', 'which criterion it fails');
    const reason = verb === 'reject' ? ' --reason "It does not build."' : '';
    example(
      acting(command, 'this act').action(
        doing<DecideOptions>(terminal, async (session, options, [id = '']) => {
          session.show(await decide(session, verb, options, id), contributionText);
        }),
      ),
      `webizen contribution ${verb} con_aaaabbbbccccddddeeee --by Ada${reason}`,
    );
  }
}

function adding(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('add')
    .description('add what somebody put into a work; its author acts')
    .requiredOption('--work <work>', 'id or title')
    .requiredOption(
      '--kind <kind>',
      'knowledge-work, labour, cash, equipment, … (webizen kind list)',
    )
    .requiredOption('--quantity <number>', 'how much: 1.5')
    .requiredOption('--unit <unit>', 'h, day, kWh, a currency, or what the kind says')
    .requiredOption('--on <date>', 'the day, or the first and the last: 2026-05-04/2026-05-29')
    .option('--rate <amount>', 'an agreed rate for one unit: 50, or "50 AUD"')
    .option('--classification <award/level>', 'a row of the rate tables: MA000065/6')
    .option('--what <text>', 'what it was')
    .option('--evidence <url...>', 'where another can check it')
    .option('--paid <amount>', 'what was paid for it on the day')
    .option('--gift', 'it is a gift: it counts, and is owed nothing')
    .option('--exclusive', 'only this work may use it until it opens')
    .option('--urgent', 'it was asked for urgently')
    .option('--depreciation <amount>', 'of a machine, for machine time')
    .option('--exchange-rate <number>', 'units of the currency of the work for one paid unit')
    .option('--exchange-source <text>', 'where that rate is from')
    .option('--draft', 'keep it as a draft, to be confirmed later')
    .option('--supersedes <id>', 'an earlier line that this one replaces')
    .option('--release <release>', 'number or id (the newest that is not open)');
  example(
    acting(command, 'the contribution').action(doing(terminal, add)),
    'webizen contribution add --work "Garden Almanac" --by Ada --kind knowledge-work \\',
    '  --quantity 120 --unit h --classification MA000065/6 --on 2026-05-04/2026-05-29',
    'webizen contribution add --work "Garden Almanac" --by Kit --kind cash --quantity 400 \\',
    '  --unit AUD --on 2026-05-12 --what Hosting',
  );
}

/** `webizen contribution …` */
export function contribution(program: Command, terminal: Terminal): void {
  const noun = program.command('contribution').description('what people put in');
  adding(noun, terminal);
  importing(noun, terminal);
  deciding(noun, terminal);
  const explaining = noun
    .command('explain')
    .description('how its value was worked out, step by step, each figure with its source')
    .argument('<contribution>', 'its id');
  example(
    common(explaining).action(
      doing(terminal, async (session, _, [id = '']) => {
        session.show(await session.client.contributions.explain(id), explanationText);
      }),
    ),
    'webizen contribution explain con_aaaabbbbccccddddeeee',
  );
  showing(noun, terminal, {
    description: 'one contribution',
    argument: ['contribution', 'its id'],
    example: 'webizen contribution show con_aaaabbbbccccddddeeee',
    find: ({ client }, id) => client.contributions.show(id),
    text: contributionText,
  });
  const listing = noun
    .command('list')
    .description('contributions, those that fit')
    .option('--work <work>', 'id or title')
    .option('--agent <agent>', 'id or name')
    .option('--status <status>', 'draft, submitted, accepted, rejected, withdrawn, cancelled')
    .option('--kind <kind>')
    .option('--from <date>', 'of this day or later')
    .option('--to <date>', 'of this day or earlier')
    .option('--waiting [stage]', 'for review, and since when: asked, all-asked or case');
  example(
    common(listing).action(doing(terminal, list)),
    'webizen contribution list --work "Garden Almanac" --status submitted',
    'webizen contribution list --waiting',
    'webizen contribution list --waiting case',
  );
}
