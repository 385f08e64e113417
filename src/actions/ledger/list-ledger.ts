import { accountOf, poolAccount } from '../../domain/ledger/accounts.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import {
  aboutOf,
  listAccountBalances,
  listTransferRows,
  placeOfEntry,
} from '../../store/money/ledger.ts';
import type { About, Transfer, TransferFilter } from '../../store/money/ledger.ts';
import { listDeficits } from '../../store/money/pools.ts';
import type { Sight } from '../action.ts';
import { Naming } from './account-names.ts';
import type { AccountAnswer, AccountList, TransferAnswer, TransferList } from './answers.ts';

/** Every account with its balance, and that they add up to nothing in each currency. */
export async function listAccounts(sight: Sight): Promise<AccountList> {
  const balances = await listAccountBalances(sight.tx);
  const sums = new Map<string, bigint>();
  for (const { currency, balanceMinor } of balances) {
    sums.set(currency, (sums.get(currency) ?? 0n) + balanceMinor);
  }
  const naming = new Naming(sight.tx);
  const names = new Map<string, AccountAnswer['of']>();
  for (const { name } of balances) names.set(name, await naming.of(name));
  const missing = await missingOf(sight);
  return {
    items: balances.map(({ name, currency, balanceMinor, version }) => ({
      account: name,
      class: accountOf(name).class,
      balance: moneyOf(sight, balanceMinor, currency),
      entries: Number(version),
      ...missing.get(`${name} ${currency}`),
      of: names.get(name) ?? [],
    })),
    sums: [...sums].map(([currency, sum]) => moneyOf(sight, sum, currency)),
  };
}

/** What pools lack, by their account and its currency. */
async function missingOf(sight: Sight): Promise<Map<string, Pick<AccountAnswer, 'missing'>>> {
  const deficits = await listDeficits(sight.tx);
  return new Map(
    deficits.map(({ release, currency, deficitMinor }) => [
      `${poolAccount(release)} ${currency}`,
      { missing: moneyOf(sight, deficitMinor, currency) },
    ]),
  );
}

/** Which transfers are wanted. */
export interface TransferQuery {
  readonly account?: string | undefined;
  /** Code of a currency: those with an entry in it. */
  readonly currency?: string | undefined;
  /** Id of the thing that is booked: a payment, a contribution. */
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Number of the last transfer seen. */
  readonly after?: string | undefined;
  /** The newest first. */
  readonly newest?: boolean | undefined;
  /** So many entries are left out first: of the account where one is named, or of all. */
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Transfers in the order in which they were written, or the newest first. With `skip` they begin
 * with the one that has the entry at that position: `at` says how many entries stand before its
 * own, `total` how many fit.
 *
 * @throws Refusal transfer-unknown when `after` is no number of a transfer
 */
export async function listTransfers(
  sight: Sight,
  query: TransferQuery = {},
): Promise<TransferList> {
  const limit = query.limit ?? 100;
  const { after, skip } = query;
  if (after !== undefined && !/^\d{1,18}$/.test(after)) refuse('transfer-unknown', { id: after });
  const filter = {
    newest: query.newest === true,
    ...(query.account === undefined ? {} : { account: query.account }),
    ...(query.currency === undefined ? {} : { currency: query.currency }),
    ...(query.subject === undefined ? {} : { subject: query.subject }),
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
  };
  if (skip === undefined) {
    return pageOf(sight, filter, { limit, after: after === undefined ? after : BigInt(after) });
  }
  const { transfer, at, total } = await placeOfEntry(sight.tx, filter, skip);
  if (transfer === undefined) return { items: [], at, total };
  const before = filter.newest ? transfer + 1n : transfer - 1n;
  return { ...(await pageOf(sight, filter, { limit, after: before })), at, total };
}

async function pageOf(
  sight: Sight,
  filter: Omit<TransferFilter, 'after' | 'limit'>,
  { limit, after }: { readonly limit: number; readonly after: bigint | undefined },
): Promise<TransferList> {
  const rows = await listTransferRows(sight.tx, {
    ...filter,
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
  });
  const shown = rows.slice(0, limit);
  const about = await aboutOf(
    sight.tx,
    shown.map(({ subject }) => subject),
  );
  const items = shown.map((row) => transferOf(sight, row, about.get(row.subject)));
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last.id } : { items };
}

const moneyOf = (sight: Sight, minor: bigint, code: string): Money =>
  toMoney(amount(minor, currencyOf(sight.currencies, code)));

const transferOf = (sight: Sight, row: Transfer, of: About | undefined): TransferAnswer => ({
  id: row.id.toString(),
  kind: row.kind,
  subject: row.subject,
  about: of?.about ?? null,
  given: of?.given ?? null,
  on: row.happenedOn,
  writtenAt: row.writtenAt,
  entry: row.seq,
  entries: row.entries.map((entry) => ({
    account: entry.account,
    amount: moneyOf(sight, entry.amountMinor, entry.currency),
    before: moneyOf(sight, entry.balanceBeforeMinor, entry.currency),
    after: moneyOf(sight, entry.balanceAfterMinor, entry.currency),
    version: Number(entry.version),
  })),
});
