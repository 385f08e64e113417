import type { Command } from 'commander';
import { everyItem } from '../sdk/client.ts';
import type { BooksFormat } from '../sdk/books.ts';
import { paragraphs, table } from './print/table.ts';
import { moneyText } from './print/text.ts';
import { common, doing, example, wrong } from './session/session.ts';
import type { CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

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
  session.show({ items }, () =>
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
        ),
  );
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
  const listing = noun.command('accounts').description('every account and its balance');
  example(common(listing).action(doing(terminal, accounts)), 'webizen ledger accounts');
  const moving = noun
    .command('transfers')
    .description('every transfer with its entries')
    .option('--subject <id>', 'only those of one contribution, payment or payout');
  example(
    common(moving).action(doing<CommonOptions & { subject?: string }>(terminal, transfers)),
    'webizen ledger transfers --subject pay_aaaabbbbccccddddeeee',
  );
}
