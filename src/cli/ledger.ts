import type { Command } from 'commander';
import { refuse } from '../domain/refusals.ts';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import type { BooksFormat } from '../sdk/books.ts';
import { paragraphs, table } from './print/table.ts';
import { moneyText } from './print/text.ts';
import { common, doing, example, wrong } from './session/session.ts';
import type { CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

type Transfer = Awaited<ReturnType<Client['ledger']['transfers']>>['items'][number];

const FORMATS: readonly BooksFormat[] = ['hledger', 'beancount', 'csv'];

async function exportBooks(session: Session, options: { format: string }): Promise<void> {
  const format = FORMATS.find((one) => one === options.format);
  if (format === undefined) {
    return wrong('--format', options.format, 'hledger, beancount or csv');
  }
  session.terminal.stdout.write(await session.client.ledger.export(format));
}

async function accounts(session: Session): Promise<void> {
  const found = await session.client.ledger.accounts();
  const { items } = found;
  session.show(found, () =>
    items.length === 0
      ? 'Nothing is booked yet.'
      : table(items, [
          { title: 'account', of: (one) => one.account },
          { title: 'balance', right: true, of: (one) => moneyText(one.balance) },
        ]),
  );
}

async function transfers(session: Session, options: { subject?: string }): Promise<void> {
  const query = { subject: options.subject };
  const items = await everyItem(session.client.ledger.transfers, query);
  session.show({ items }, transfersText);
}

const transfersText = ({ items }: { readonly items: readonly Transfer[] }): string =>
  items.length === 0
    ? 'Nothing is booked yet.'
    : paragraphs(
        ...items.map((one) =>
          [
            `${one.on} ${one.kind} ${one.subject} (transfer ${one.id})`,
            table(one.entries, [
              { title: '  account', of: (entry) => `  ${entry.account}` },
              { title: 'amount', right: true, of: (entry) => moneyText(entry.amount) },
              { title: 'balance', right: true, of: (entry) => moneyText(entry.after) },
            ]),
          ].join('\n'),
        ),
      );

/** The transfers of an account, of a thing that was booked, or the one of a number. */
async function meant(session: Session, text: string): Promise<readonly Transfer[]> {
  const { transfers: read } = session.client.ledger;
  if (/^[1-9]\d{0,17}$/.test(text)) {
    const { items } = await read({ after: String(BigInt(text) - 1n), limit: 1 });
    if (items[0]?.id === text) return items;
  }
  for (const query of [{ subject: text }, { account: text }]) {
    const items = await everyItem(read, query);
    if (items.length > 0) return items;
  }
  return refuse('transfer-unknown', { id: text.slice(0, 100) });
}

/** `webizen ledger …` */
export function ledger(program: Command, terminal: Terminal): void {
  const noun = program.command('ledger').description('the double-entry books');
  const exporting = noun
    .command('export')
    .description('the books on standard output, for programs that others wrote')
    .requiredOption('--format <format>', 'hledger, beancount or csv');
  example(
    common(exporting).action(doing<CommonOptions & { format: string }>(terminal, exportBooks)),
    'webizen ledger export --format hledger > books.journal',
    'hledger --file books.journal check --strict',
  );
  const listing = noun
    .command('list')
    .alias('accounts')
    .description('every account and its balance');
  example(common(listing).action(doing(terminal, accounts)), 'webizen ledger accounts');
  const showing = noun
    .command('show')
    .description('what was booked for one thing, on one account, or in one transfer')
    .argument('<what>', 'id of a contribution, payment or payout; an account; a number');
  example(
    common(showing).action(
      doing(terminal, async (session, _, [text = '']) => {
        session.show({ items: await meant(session, text) }, transfersText);
      }),
    ),
    'webizen ledger show pay_aaaabbbbccccddddeeee',
    'webizen ledger show 12',
  );
  const moving = noun
    .command('transfers')
    .description('every transfer with its entries')
    .option('--subject <id>', 'only those of one contribution, payment or payout');
  example(
    common(moving).action(doing<CommonOptions & { subject?: string }>(terminal, transfers)),
    'webizen ledger transfers --subject pay_aaaabbbbccccddddeeee',
  );
}
