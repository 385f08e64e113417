import { z } from 'zod';
import { accountList, transferList } from '../../actions/ledger/answers.ts';
import { exportBooks } from '../../actions/ledger/export-books.ts';
import { listAccounts, listTransfers } from '../../actions/ledger/list-ledger.ts';
import { countAsked, dayAsked, flag, paging, word } from './asked.ts';
import { reading } from '../route.ts';

export const accounts = reading({
  summary: 'List accounts and their balances',
  answer: accountList,
  run: (sight) => listAccounts(sight),
});

export const transfers = reading({
  summary: 'List transfers with their entries',
  query: z.strictObject({
    ...paging,
    account: word,
    currency: word.describe('Those with an entry in this currency.'),
    subject: word,
    from: dayAsked,
    to: dayAsked,
    skip: countAsked.describe(
      'So many entries are left out first, of the account where one is named; `at` then says how ' +
        'many stand before the first transfer, `total` how many fit.',
    ),
    newest: flag.describe('The newest first; `after` then means those before it.'),
  }),
  answer: transferList,
  run: (sight, _, query) => listTransfers(sight, query),
});

export const books = reading({
  summary: 'Export the books',
  description: 'For hledger, beancount or a spreadsheet. The same books give the same bytes.',
  query: z.strictObject({ format: z.enum(['hledger', 'beancount', 'csv']) }),
  answer: z.string(),
  media: 'text/plain',
  run: (sight, _, query) => exportBooks(sight, query.format),
});
