import {
  beancountHead,
  beancountTransfer,
  csvHead,
  csvTransfer,
  hledgerHead,
  hledgerTransfer,
} from '../../domain/ledger/plain-text.ts';
import type { BookFormat, PlainHead, PlainTransfer } from '../../domain/ledger/plain-text.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { firstDayOfBooks, listAccountBalances } from '../../store/money/ledger.ts';
import type { Sight } from '../action.ts';
import { listTransfers } from './list-ledger.ts';

const PAGE = 1000;

const writers: Readonly<
  Record<BookFormat, { head(head: PlainHead): string; transfer(one: PlainTransfer): string }>
> = {
  hledger: { head: hledgerHead, transfer: hledgerTransfer },
  beancount: { head: beancountHead, transfer: beancountTransfer },
  csv: { head: csvHead, transfer: csvTransfer },
};

/**
 * The whole books as text that hledger, beancount or a spreadsheet reads. The same books give the
 * same bytes.
 */
export async function exportBooks(sight: Sight, format: BookFormat): Promise<string> {
  const writer = writers[format];
  const texts = [writer.head(await headOf(sight))];
  let after: string | undefined;
  do {
    const page = await listTransfers(sight, { after, limit: PAGE });
    for (const { id, kind, subject, about, given, on, entries } of page.items) {
      texts.push(
        writer.transfer({
          id,
          kind,
          subject,
          about: about ?? given,
          on,
          entries: entries.map(({ account, amount }) => ({ account, ...amount })),
        }),
      );
    }
    after = page.next;
  } while (after !== undefined);
  return texts.join('');
}

async function headOf(sight: Sight): Promise<PlainHead> {
  const balances = await listAccountBalances(sight.tx);
  const codes = [...new Set(balances.map(({ currency }) => currency))].toSorted();
  return {
    accounts: [...new Set(balances.map(({ name }) => name))],
    currencies: codes.map((code) => currencyOf(sight.currencies, code)),
    begins: await firstDayOfBooks(sight.tx, sight.today),
  };
}
