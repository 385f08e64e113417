// How many decimals a currency has: ISO 4217 says so, and of a node's own the node does.

import { useQuery } from '@tanstack/react-query';
import { isoCurrencies } from '../../domain/money/currency.ts';
import { currenciesAsked } from './questions.ts';

/** The decimals of a currency; undefined while nobody has said so. */
export function useScale(code: string | undefined): number | undefined {
  const known = code === undefined ? undefined : isoCurrencies().get(code)?.scale;
  const isAsked = code !== undefined && known === undefined;
  const { data } = useQuery({ ...currenciesAsked, enabled: isAsked });
  return known ?? data?.items.find((one) => one.code === code)?.scale;
}
