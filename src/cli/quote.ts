import type { Command } from 'commander';
import { addDays } from '../domain/effort/days.ts';
import type { Client } from '../sdk/client.ts';
import { taxRate } from './payment.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { moneyText, percentText, said } from './print/text.ts';
import { addressOf, AT } from './session/address.ts';
import { acting, common, doing, example } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';
import { workNamed } from './session/work-named.ts';

type Quote = Awaited<ReturnType<Client['quotes']['make']>>;
type Shown = Awaited<ReturnType<Client['quotes']['show']>>;
type Pays = NonNullable<Shown['pays']>;

/** A quote with the address at which whoever has it reads it. */
type Addressed<T> = T & { readonly url: string };

const quoteText = (one: Addressed<Quote>): string =>
  facts([
    ['quote', one.id],
    ['for', said(one.payer)],
    ['work', `${said(one.title)}, release ${one.number}`],
    ['amount', moneyText(one.amount)],
    ['of it tax', one.taxRate === null ? undefined : taxText(one)],
    ['net', one.taxRate === null ? undefined : moneyText(one.net)],
    ['received', one.payments.length === 0 ? undefined : moneyText(one.received)],
    ['left', one.status === 'part-paid' ? moneyText(one.left) : undefined],
    ['how to pay', one.payTo === null ? undefined : said(one.payTo)],
    ['note', one.note === null ? undefined : said(one.note)],
    ['from', said(one.from)],
    ['valid until', one.validUntil],
    ['status', one.status],
    ['to read', one.url],
  ]);

const taxText = ({ tax, taxRate: rate }: Quote): string =>
  `${moneyText(tax)} (${percentText(rate ?? '0')})`;

const shownText = (one: Addressed<Shown>): string =>
  paragraphs(
    quoteText(one),
    one.pays === null ? '' : paysText(one.pays, one.status),
    one.refused === null ? '' : `It could not be paid today: ${said(one.refused.detail)}`,
    howPaid(one),
  );

const paysText = (pays: Pays, status: Shown['status']): string =>
  paragraphs(
    `${PAYS[status] ?? 'What paying it would do today'}:\n${facts([
      ['accepted', moneyText(pays.accepted)],
      ['back to the payer', moneyText(pays.excess)],
      ['host', moneyText(pays.split.host)],
      ['reserve', moneyText(pays.split.reserve)],
      ...pays.split.upstream.map(
        ({ release, amount }) => [`held for ${release}`, moneyText(amount)] as const,
      ),
      ['pool', moneyText(pays.split.pool)],
      ['paid then', moneyText(pays.paid)],
      ['still owed then', moneyText(pays.owed)],
    ])}`,
    pays.opens && status !== 'paid' ? 'The release would open, to everyone, for good.' : '',
  );

const PAYS: Partial<Record<Shown['status'], string>> = {
  paid: 'What paying it did',
  'part-paid': 'What paying the rest would do today',
};

const howPaid = ({ id, status }: Quote): string =>
  status !== 'paid' && status !== 'expired'
    ? `When the money has come: webizen payment receive --quote ${id} --dry-run`
    : '';

interface MakeOptions extends ActingOptions {
  readonly to: string;
  readonly amount: string;
  readonly currency: string;
  readonly taxRate?: string;
  readonly until?: string;
  readonly note?: string;
  readonly payTo?: string;
  readonly release?: string;
  readonly at?: string;
}

/** For how many days a quote holds where nobody says. */
const DAYS = 30;

async function make(
  session: Session,
  options: MakeOptions,
  [text = '']: readonly string[],
): Promise<void> {
  const how = await session.how();
  const before = await earlier(session, how.id);
  const work = await workNamed(session, text, options.release ?? before?.release);
  const today = session.terminal.clock().toISOString().slice(0, 10);
  const body = {
    work: work.id,
    release: work.release.id,
    payer: { name: options.to },
    amount: { amount: options.amount, currency: options.currency },
    taxRate: options.taxRate === undefined ? undefined : taxRate(options.taxRate),
    validUntil: options.until ?? before?.validUntil ?? addDays(today, DAYS),
    note: options.note,
    payTo: options.payTo,
  };
  const made = await session.client.quotes.make(body, how);
  session.show(await addressed(session, made, options.at), (one) =>
    paragraphs(quoteText(one), 'Nothing is booked until the money has come.', howPaid(one)),
  );
}

/** The quote that is there already under this id: a retry on a later day means what it says. */
async function earlier({ client }: Session, id?: string): Promise<Quote | undefined> {
  if (id === undefined) return undefined;
  try {
    return await client.quotes.show(id);
  } catch {
    return undefined;
  }
}

async function addressed<T extends Quote>(
  session: Session,
  quote: T,
  at?: string,
): Promise<Addressed<T>> {
  return { ...quote, url: `${await addressOf(session, at)}/app/quotes/${quote.id}` };
}

function making(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('make')
    .description('quote an amount to an organisation; nothing is booked')
    .argument('<work>', 'id or title')
    .requiredOption('--to <payer>', 'for whom it is, by name')
    .requiredOption('--amount <amount>', 'all that is to be paid, tax included: 1100.00')
    .requiredOption('--currency <code>')
    .option('--tax-rate <rate>', '10%, 10 or 0.1: tax in the amount; above 1 it is per cent')
    .option('--until <date>', `the last day on which it holds (${DAYS} days from today)`)
    .option('--note <text>', 'what the payer is to read beside it')
    .option('--pay-to <text>', 'how the payer is to pay: account, address, number for tax')
    .option('--release <release>', 'number or id (the newest that is not open)')
    .option(...AT);
  example(
    acting(command, 'the quote').action(doing(terminal, make)),
    'webizen quote make "Garden Almanac" --to "Greenhouse Pty Ltd" --amount 1100.00 \\',
    '  --currency AUD --tax-rate 10% --until 2026-07-01',
  );
}

/** `webizen quote …` */
export function quote(program: Command, terminal: Terminal): void {
  const noun = program
    .command('quote')
    .description('what an organisation would pay, and until when');
  making(noun, terminal);
  const listing = noun
    .command('list')
    .description('the quotes for a work, and what became of them')
    .argument('<work>', 'id or title');
  example(
    common(listing).action(
      doing(terminal, async (session, _, [text = '']) => {
        const found = await session.client.quotes.list(await session.work(text));
        session.show(found, ({ items }) => listText(items));
      }),
    ),
    'webizen quote list "Garden Almanac"',
  );
  const showing = noun
    .command('show')
    .description('one quote, and what paying it would do today')
    .argument('<quote>', 'its id')
    .option(...AT);
  example(
    common(showing).action(
      doing<CommonOptions & { readonly at?: string }>(terminal, async (session, { at }, [id]) => {
        const shown = await session.client.quotes.show(id ?? '');
        session.show(await addressed(session, shown, at), shownText);
      }),
    ),
    'webizen quote show quo_aaaabbbbccccddddeeee',
  );
}

const listText = (items: readonly Quote[]): string =>
  items.length === 0
    ? 'No quote yet.'
    : table(items, [
        { title: 'quote', of: (one) => one.id },
        { title: 'for', of: (one) => said(one.payer) },
        { title: 'amount', right: true, of: (one) => moneyText(one.amount) },
        { title: 'of it tax', right: true, of: (one) => moneyText(one.tax) },
        { title: 'valid until', of: (one) => one.validUntil },
        { title: 'status', of: (one) => one.status },
      ]);
