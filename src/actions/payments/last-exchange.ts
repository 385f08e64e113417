import type { GivenExchange } from '../../domain/effort/exchange.ts';
import { listPaymentRows } from '../../store/money/payments.ts';
import type { Sight } from '../action.ts';

const LOOKED_AT = 1_000_000;

/**
 * The exchange that held when money of a currency last came in for an upstream; undefined where
 * none was known even then.
 */
export async function lastExchange(
  sight: Pick<Sight, 'tx'>,
  about: { readonly downstream: string; readonly currency: string; readonly into: string },
): Promise<GivenExchange | undefined> {
  const rows = await listPaymentRows(sight.tx, { release: about.downstream, limit: LOOKED_AT });
  const found = rows
    .filter(({ currency }) => currency === about.currency)
    .flatMap(({ parts, body }) =>
      about.into === about.downstream
        ? [body.exchange]
        : parts.upstream
            .filter(({ release }) => release === about.into)
            .map((part) => part.exchange),
    )
    .findLast((exchange) => exchange !== null);
  return found === undefined || found === null
    ? undefined
    : { rate: found.rate, source: `${found.source}, as when the money came in` };
}
