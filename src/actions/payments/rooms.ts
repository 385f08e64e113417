import { exchangeOn } from '../../domain/effort/exchange.ts';
import type { Exchange } from '../../domain/effort/exchange.ts';
import { roomOf } from '../../domain/payments/sweep.ts';
import { Refusal } from '../../domain/refusals.ts';
import { heldFor } from '../../store/money/holdings.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import { incomeOf, receiverOf, withoutRest } from './income.ts';
import type { Income } from './income.ts';

/** How much may be held for each upstream, and the day's exchange into its currency. */
export interface Rooms {
  readonly rooms: Readonly<Record<string, bigint>>;
  readonly exchanges: Readonly<Record<string, Exchange | null>>;
}

/** More than any payment: used where no rate says how much an upstream still owes. */
const UNBOUNDED = 2n ** 64n;

/** The exchange from a currency into a release's own; undefined where there is no fresh rate. */
export async function exchangeInto(
  sight: Sight,
  asked: { readonly release: string; readonly currency: string; readonly day: string },
): Promise<Exchange | null | undefined> {
  const home = await currencyOfRelease(sight.tx, asked.release);
  try {
    return exchangeOn(sight.tables, { foreign: asked.currency, home, day: asked.day });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/**
 * What the upstreams of a release have room for, in the currency that comes in. Where no rate of
 * exchange is known the share is held whole, and what is too much comes back when it is swept.
 */
export async function roomsOf(sight: Sight, income: Income, day: string): Promise<Rooms> {
  const rooms: Record<string, bigint> = {};
  const exchanges: Record<string, Exchange | null> = {};
  const currency = income.currency.code;
  for (const { release } of income.split.upstream) {
    const exchange = await exchangeInto(sight, { release, currency, day });
    if (exchange === undefined) {
      rooms[release] = UNBOUNDED;
      continue;
    }
    exchanges[release] = exchange;
    rooms[release] = await roomIn(sight, { release, currency, day });
  }
  return { rooms, exchanges };
}

async function roomIn(
  sight: Sight,
  asked: { readonly release: string; readonly currency: string; readonly day: string },
): Promise<bigint> {
  const upstream = await incomeOf(sight, asked);
  // What the upstream passes on in turn is bounded when it is swept.
  const receiver = withoutRest(upstream, receiverOf(upstream, {}));
  return roomOf(receiver, await heldFor(sight.tx, asked.release, asked.currency));
}
