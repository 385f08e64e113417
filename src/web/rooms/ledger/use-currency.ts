import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { accountsAsked } from './asked.ts';
import { currenciesOf } from './currencies.ts';

/**
 * The one currency that is shown, as the address says it: then it stands in the heads alone. `all`
 * are those that there are to choose from.
 */
export function useCurrency(): {
  readonly chosen: string | undefined;
  readonly all: readonly string[];
} {
  const all = currenciesOf(useSuspenseQuery(accountsAsked).data);
  const { currency } = useSearch({ from: '/ledger' });
  return { chosen: all.find((code) => code === currency) ?? all[0], all };
}
