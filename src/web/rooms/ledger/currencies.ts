import type { AccountList } from '../../../actions/ledger/answers.ts';

/** Currencies of the books, the one with the most entries first. */
export function currenciesOf({ items }: Pick<AccountList, 'items'>): readonly string[] {
  const entries = new Map<string, number>();
  for (const { balance, entries: count } of items) {
    entries.set(balance.currency, (entries.get(balance.currency) ?? 0) + count);
  }
  return [...entries]
    .toSorted(([one, some], [other, more]) => more - some || (one < other ? -1 : 1))
    .map(([code]) => code);
}
