import { Option } from 'commander';
import type { Command } from 'commander';
import { everyItem, Problem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { exchangeOf } from './contribution.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { moneyText, percentText, said } from './print/text.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';
import { workNamed } from './session/work-named.ts';
import { fraction } from './work.ts';

type Payment = Awaited<ReturnType<Client['payments']['preview']>>;

/** A payment: what came in, where it went, and what is still owed. */
export const paymentText = (payment: Payment): string =>
  paragraphs(
    facts([
      ['payment', payment.id],
      ['from', said(payment.name)],
      ['on', payment.on],
      ['offered', moneyText(payment.offered)],
      ['accepted', moneyText(payment.accepted)],
      ['back to the payer', moneyText(payment.excess)],
      ['tax', taxText(payment)],
      ['host', moneyText(payment.split.host)],
      ['reserve', moneyText(payment.split.reserve)],
      ...payment.split.upstream.map(
        ({ release, amount }) => [`held for ${release}`, moneyText(amount)] as const,
      ),
      ['pool', moneyText(payment.split.pool)],
      ['refilled', payment.deficit.amount.match(/[1-9]/) ? moneyText(payment.deficit) : undefined],
      ['exchange', exchangeText(payment)],
      ['gift', payment.gift ? 'yes: it lowers the debt and buys no claim' : undefined],
      ['status', payment.status],
      ['reversed', reversalText(payment)],
    ]),
    payment.parts.length === 0
      ? ''
      : table(
          [
            ...payment.parts.map(({ name, amount }) => ({ name: said(name), amount })),
            dustOf(payment),
          ],
          [
            { title: 'who', of: (part) => part.name },
            { title: 'earned', right: true, of: (part) => moneyText(part.amount) },
          ],
        ),
    facts([
      ['paid so far', moneyText(payment.paid)],
      ['still owed', moneyText(payment.owed)],
    ]),
    payment.opened ? 'The release is open, to everyone, for good.' : '',
  );

const dustOf = ({ dust }: Payment) => ({ name: 'dust', amount: dust });

const taxText = ({ tax, taxRate }: Payment): string =>
  taxRate === null ? moneyText(tax) : `${moneyText(tax)} (${percentText(taxRate)})`;

const exchangeText = ({ exchange }: Payment): string | undefined =>
  exchange === null ? undefined : `${exchange.rate} (${said(exchange.source)}, ${exchange.date})`;

const reversalText = ({ reversal }: Payment): string | undefined =>
  reversal === null ? undefined : `${reversal.on}: ${said(reversal.reason)} (${reversal.id})`;

interface ReceiveOptions extends ActingOptions {
  readonly quote?: string;
  /** These four are there where no quote is named. */
  readonly work?: string;
  readonly release?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly from?: string;
  readonly on?: string;
  readonly taxRate?: string;
  readonly rate?: string;
  readonly rateSource?: string;
  readonly gift?: boolean;
  readonly dryRun?: boolean;
}

/**
 * A tax rate as a fraction: `10%` and `10` are 0.1, and so is `0.1`. A bare number above 1 is a
 * percentage, as no tax takes more than all; a bare 1 could be either, and is refused
 * (`option-malformed`).
 */
export function taxRate(text: string): string {
  const plain = text.trim();
  if (/^0*1(\.0*)?$/.test(plain)) wrong('--tax-rate', text, 'write 1% or 100%');
  if (plain.endsWith('%')) return fraction('--tax-rate', plain);
  const isPercentage = /^\d+(\.\d+)?$/.test(plain) && !/^0*(\.\d+)?$/.test(plain);
  return fraction('--tax-rate', isPercentage ? `${plain}%` : plain);
}

/** The payer by id where there is one; by name, the node finds them or makes an organisation. */
async function payer(session: Session, text: string) {
  try {
    return { from: (await session.client.agents.show(text)).id };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    return { payer: { name: text } };
  }
}

async function receive(session: Session, options: ReceiveOptions): Promise<void> {
  const { payments } = session.client;
  const { quote, on, gift } = options;
  const { id, ...came } =
    quote === undefined ? await cameIn(session, options) : await quoted(session, quote);
  const how = { ...(await session.how()), id };
  const exchange = exchangeOf(
    { rate: options.rate, source: options.rateSource },
    { rate: '--rate', source: '--rate-source' },
  );
  const body = { ...came, on, exchange, gift };
  if (options.dryRun === true) {
    const preview = await payments.preview(body, how);
    session.show(
      preview,
      (one) => `Nothing was booked: this is what would be.\n\n${paymentText(one)}`,
    );
    return;
  }
  session.show(await withParts(session, await payments.receive(body, how)), paymentText);
}

type Came = Parameters<Client['payments']['receive']>[0] & { readonly id: string | undefined };

/** What came in, as the options say it. */
async function cameIn(session: Session, options: ReceiveOptions): Promise<Came> {
  const { id, work: text = '', amount = '', currency = '', from = '' } = options;
  const release = options.release ?? (await earlier(session, id));
  const work = await workNamed(session, text, release);
  return {
    id,
    work: work.id,
    release: work.release.id,
    amount: { amount, currency },
    ...(await payer(session, from)),
    taxRate: options.taxRate === undefined ? undefined : taxRate(options.taxRate),
  };
}

/** What a quote says that comes in: the same quote is booked once. */
async function quoted({ client }: Session, quote: string): Promise<Came> {
  const { id, body } = (await client.quotes.show(quote)).payment;
  // Made by the node, in the form of the act.
  return { ...(body as Omit<Came, 'id'>), id };
}

/** The release of a payment that is there already: a retry after the opening means that one. */
async function earlier({ client }: Session, id?: string): Promise<string | undefined> {
  if (id === undefined) return undefined;
  try {
    return (await client.payments.show(id)).release;
  } catch {
    return undefined;
  }
}

async function withParts(
  { client }: Session,
  payment: Awaited<ReturnType<Client['payments']['show']>>,
): Promise<Payment> {
  const { payment: _, ...parts } = await client.payments.parts(payment.id);
  return { ...payment, ...parts };
}

interface ReverseOptions extends ActingOptions {
  readonly reason: string;
  readonly on?: string;
}

async function reverse(
  session: Session,
  { reason, on }: ReverseOptions,
  [payment = '']: readonly string[],
): Promise<void> {
  const reversed = await session.client.payments.reverse(
    { payment, reason, on },
    await session.how(),
  );
  session.show(reversed, (one) =>
    paragraphs(
      facts([
        ['reversal', one.id],
        ['payment', one.payment],
        ['on', one.on],
        ['why', said(one.reason)],
        ['went back', moneyText(one.amount)],
        ['of it tax', moneyText(one.tax)],
        ['of the host', moneyText(one.host)],
        ['of the reserve', moneyText(one.reserve)],
        ['missing in the pool', moneyText(one.deficit)],
      ]),
      'Nobody’s earnings changed. What is missing is refilled before anybody earns more.',
    ),
  );
}

interface ListOptions extends CommonOptions {
  readonly work?: string;
  readonly from?: string;
}

async function list(session: Session, options: ListOptions): Promise<void> {
  const work = options.work === undefined ? undefined : await session.work(options.work);
  const from = options.from === undefined ? undefined : await session.agent(options.from);
  const items = await everyItem(session.client.payments.list, { work, from });
  session.show({ items }, () =>
    items.length === 0
      ? 'No payment yet.'
      : table(items, [
          { title: 'payment', of: (one) => one.id },
          { title: 'on', of: (one) => one.on },
          { title: 'from', of: (one) => said(one.name) },
          { title: 'accepted', right: true, of: (one) => moneyText(one.accepted) },
          { title: 'tax', right: true, of: (one) => moneyText(one.tax) },
          { title: 'status', of: (one) => one.status },
        ]),
  );
}

/** What a quote says, and has to be said where none is named. */
const NEEDED = ['--work', '--amount', '--currency', '--from'] as const;

/** Commander knows no option that another one makes needless. */
function needing(command: Command): Command {
  return command.hook('preAction', (_, given) => {
    const options = given.opts<Record<string, unknown>>();
    if (options['quote'] !== undefined) return;
    const missing = command.options.find(
      (one) =>
        NEEDED.some((long) => long === one.long) && options[one.attributeName()] === undefined,
    );
    if (missing !== undefined) {
      given.error(`error: required option '${missing.flags}' not specified (or --quote)`);
    }
  });
}

function receiving(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('receive')
    .description('a payment came in: what is owed is paid, and people earn their parts')
    .option('--work <work>', 'id or title')
    .option('--amount <amount>', 'all that came, tax included: 1100.00')
    .option('--currency <code>')
    .option('--from <payer>', 'an agent by id, or a name; a new one is an organisation')
    .addOption(
      new Option(
        '--quote <quote>',
        'what came is what was quoted; says all of the above',
      ).conflicts(['work', 'amount', 'currency', 'from', 'taxRate', 'release', 'id']),
    )
    .option('--on <date>', 'the day that it came (today)')
    .option('--tax-rate <rate>', '10%, 10 or 0.1: tax in the amount; above 1 it is per cent')
    .option('--rate <number>', 'units of the currency of the work for one paid unit')
    .option('--rate-source <text>', 'where that rate is from')
    .option('--gift', 'a donation: it lowers the debt')
    .option('--dry-run', 'show who would get what; book nothing')
    .option('--release <release>', 'number or id (the newest that is not open)');
  example(
    acting(needing(command), 'the payment').action(doing(terminal, receive)),
    'webizen payment receive --work "Garden Almanac" --amount 1100.00 --currency AUD \\',
    '  --from "Greenhouse Pty Ltd" --tax-rate 10% --dry-run',
    'webizen payment receive --quote quo_aaaabbbbccccddddeeee',
  );
}

/** `webizen payment …` */
export function payment(program: Command, terminal: Terminal): void {
  const noun = program.command('payment').description('money in');
  receiving(noun, terminal);
  const reversing = noun
    .command('reverse')
    .description('a payment went back: a chargeback, a bounced transfer')
    .argument('<payment>', 'its id')
    .requiredOption('--reason <text>')
    .option('--on <date>', 'the day that it went back (today)');
  example(
    acting(reversing, 'the reversal').action(doing(terminal, reverse)),
    'webizen payment reverse pay_aaaabbbbccccddddeeee --reason "The transfer bounced."',
  );
  showing(noun, terminal, {
    description: 'one payment',
    argument: ['payment', 'its id'],
    example: 'webizen payment show pay_aaaabbbbccccddddeeee',
    find: async (session, id) => withParts(session, await session.client.payments.show(id)),
    text: paymentText,
  });
  const listing = noun
    .command('list')
    .description('every payment, or those of a work or a payer')
    .option('--work <work>', 'id or title')
    .option('--from <agent>', 'id or name');
  example(common(listing).action(doing(terminal, list)), 'webizen payment list');
}
