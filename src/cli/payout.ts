import type { Command } from 'commander';
import { refuse } from '../domain/refusals.ts';
import type { Client } from '../sdk/client.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { daysText, moneyText, moniesText, said, shortened } from './print/text.ts';
import type { Money } from './print/text.ts';
import { acting, common, doing, example } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';

type Payout = Awaited<ReturnType<Client['payouts']['show']>>;
type Payouts = Awaited<ReturnType<Client['payouts']['list']>>;
type Statement = Awaited<ReturnType<Client['statements']['show']>>;

const isSome = ({ amount }: Money): boolean => /[1-9]/.test(amount);

const payoutText = (payout: Payout): string =>
  facts([
    ['payout', payout.id],
    ['to', said(payout.name)],
    ['amount', moneyText(payout.amount)],
    ['on', payout.on],
    ['reference', payout.reference === null ? undefined : said(payout.reference)],
    ['evidence', payout.evidence === null ? undefined : said(payout.evidence)],
    ...payout.parts.map(({ account, amount }) => [`from ${account}`, moneyText(amount)] as const),
  ]);

const payoutsText = ({ due, recorded }: Payouts): string =>
  paragraphs(
    due.length === 0
      ? 'Nothing is due to anybody now.'
      : table(due, [
          { title: 'due to', of: (one) => said(one.name) },
          { title: 'amount', right: true, of: (one) => moneyText(one.amount) },
          { title: 'what', of: (one) => one.kind },
          { title: 'works', of: (one) => one.works.map(({ title }) => said(title)).join(', ') },
          { title: 'waits', of: (one) => (isSome(one.waiting) ? moneyText(one.waiting) : '') },
          { title: 'agent', of: (one) => one.agent },
        ]),
    recorded.length === 0
      ? ''
      : table(recorded, [
          { title: 'paid out to', of: (one) => said(one.name) },
          { title: 'amount', right: true, of: (one) => moneyText(one.amount) },
          { title: 'on', of: (one) => one.on },
          { title: 'reference', of: (one) => shortened(one.reference ?? '', 30) },
          { title: 'payout', of: (one) => one.id },
        ]),
    due.length === 0 ? '' : 'Pay by hand, then say so: webizen payout record --to … --amount ….',
  );

/** Every page of what was paid out, under what is due now. */
async function allPayouts({ client }: Session, agent: string | undefined): Promise<Payouts> {
  const first = await client.payouts.list({ agent });
  const recorded = [...first.recorded];
  for (let after = first.next; after !== undefined;) {
    const page = await client.payouts.list({ agent, after });
    recorded.push(...page.recorded);
    after = page.next;
  }
  return { due: first.due, recorded };
}

interface RecordOptions extends ActingOptions {
  readonly to: string;
  readonly amount: string;
  readonly currency: string;
  readonly on?: string;
  readonly reference?: string;
  readonly evidence?: string;
}

async function record(session: Session, options: RecordOptions): Promise<void> {
  const { amount, currency, on, reference, evidence } = options;
  const to = await session.agent(options.to);
  const body = { to, amount: { amount, currency }, on, reference, evidence };
  session.show(await session.client.payouts.record(body, await session.how()), payoutText);
}

/** `webizen payout …` */
export function payout(program: Command, terminal: Terminal): void {
  const noun = program.command('payout').description('money out to people');
  const listing = noun
    .command('list')
    .description('who gets what now, for somebody who pays by hand; and what was paid out')
    .option('--agent <agent>', 'only for this one, by id or name');
  example(
    common(listing).action(
      doing<CommonOptions & { agent?: string }>(terminal, async (session, options) => {
        const agent = options.agent === undefined ? undefined : await session.agent(options.agent);
        session.show(await allPayouts(session, agent), payoutsText);
      }),
    ),
    'webizen payout list',
  );
  const recording = noun
    .command('record')
    .description('say that money was paid out; it moves none itself')
    .requiredOption('--to <agent>', 'id or name')
    .requiredOption('--amount <amount>')
    .requiredOption('--currency <code>')
    .option('--on <date>', 'the day that it was sent (today)')
    .option('--reference <text>', 'of the bank, say')
    .option('--evidence <text>', 'where the receipt is');
  example(
    acting(recording, 'the payout').action(doing(terminal, record)),
    'webizen payout record --to Ada --amount 739.61 --currency AUD --id june-ada',
  );
  showing(noun, terminal, {
    description: 'one payout',
    argument: ['payout', 'its id'],
    example: 'webizen payout show june-ada',
    find: ({ client }, id) => client.payouts.show(id),
    text: payoutText,
  });
}

type StatementWork = Statement['works'][number];

const statementText = (one: Statement): string => {
  const period =
    one.from === null && one.to === null
      ? ''
      : `, ${one.from ?? 'the beginning'} to ${one.to ?? 'today'}`;
  return paragraphs(
    `${said(one.name)}${period}`,
    ...one.works.map((work) => workPart(work, one)),
    one.works.length === 0 ? 'Nothing was given and nothing was earned.' : 'Together',
    periodPart(one.period, one),
    sumsPart(one),
    `agent ${one.agent}`,
  );
};

type Sums = Money | readonly Money[];
type Period = NonNullable<Statement['period'] | StatementWork['period']>;
type Days = Pick<Statement, 'from' | 'to'>;

const sumText = (sums: Sums): string => moniesText('amount' in sums ? [sums] : [...sums]);

/** What stood before the first day, and what happened since. */
function periodPart(period: Period | null, { from }: Days): string {
  if (period === null) return '';
  const { before, accepted, grown, cancelled, paid, earned, received } = period;
  const lines: readonly (readonly [string, Sums])[] = [
    ['still owed before', before.owed],
    ['+ accepted', accepted],
    ['+ grown', grown],
    ['− cancelled', cancelled],
    ['− paid', paid],
    ['outstanding before', before.outstanding],
    ['+ earned', earned],
    ['− received', received],
  ];
  return paragraphs(
    from === null ? 'From the beginning' : `Before ${from}, and since`,
    facts(lines.map(([name, sums]) => [name, sumText(sums)] as const)),
  );
}

const sumsPart = (one: {
  readonly obligation: Sums;
  readonly earned: Sums;
  readonly received: Sums;
  readonly outstanding: Sums;
  readonly owed: Sums;
}): string =>
  facts([
    ['obligation', sumText(one.obligation)],
    ['earned', sumText(one.earned)],
    ['received', sumText(one.received)],
    ['outstanding', sumText(one.outstanding)],
    ['still owed', sumText(one.owed)],
  ]);

const workPart = (work: StatementWork, days: Days): string =>
  paragraphs(
    said(work.title),
    work.gave.length === 0
      ? ''
      : table(work.gave, [
          { title: 'on', of: (line) => daysText(line.on) },
          { title: 'gave', right: true, of: (line) => `${line.quantity} ${said(line.unit)}` },
          { title: 'of', of: (line) => said(line.kind) },
          { title: 'what', of: (line) => shortened(line.what ?? '', 32) },
          {
            title: 'obligation',
            right: true,
            of: (line) => (line.obligation === null ? '–' : moneyText(line.obligation)),
          },
          { title: 'status', of: (line) => line.status },
          { title: 'accepted', of: (line) => line.acceptedOn ?? '' },
        ]),
    periodPart(work.period, days),
    sumsPart(work),
  );

interface StatementOptions extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
}

/** `webizen statement AGENT` */
export function statement(program: Command, terminal: Terminal): void {
  const command = program
    .command('statement')
    .description('what one agent gave, earned, received, and is still owed, per work and currency')
    .argument('<agent>', 'id or name')
    .option('--from <date>', 'first day of a period, which begins with what stood before it')
    .option('--to <date>', 'its last day: all sums are as of its end');
  example(
    common(command).action(
      doing<StatementOptions>(terminal, async (session, { from, to }, [text = '']) => {
        if (text === '') refuse('agent-unknown', { id: text });
        const agent = await session.agent(text);
        session.show(await session.client.statements.show(agent, { from, to }), statementText);
      }),
    ),
    'webizen statement Ada',
    'webizen statement Ada --from 2026-07-01 --to 2027-06-30',
  );
}
