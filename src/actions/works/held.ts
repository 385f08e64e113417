import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { listHoldings } from '../../store/money/holdings.ts';
import type { Holding } from '../../store/money/holdings.ts';
import { upstreamsOf } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import type { ReleaseAnswer } from './answers.ts';
import { knownRelease, knownWork } from './known-work.ts';

type Reading = Pick<Sight, 'tx' | 'currencies'>;

const moneyOf = ({ currencies }: Reading, { minor, currency }: Holding): Money =>
  toMoney(amount(minor, currencyOf(currencies, currency)));

async function named({ tx }: Reading, id: string) {
  const { work, number, status } = await knownRelease(tx, id);
  return { release: id, work, title: (await knownWork(tx, work)).title, number, status };
}

/** What a release builds on, with what is held here for each. */
export async function buildsOnOf(
  sight: Reading,
  release: string,
): Promise<ReleaseAnswer['buildsOn']> {
  const upstreams = await upstreamsOf(sight.tx, release);
  if (upstreams.length === 0) return [];
  const here = (await listHoldings(sight.tx)).filter(({ downstream }) => downstream === release);
  const all: ReleaseAnswer['buildsOn'] = [];
  for (const { release: upstream, share } of upstreams) {
    const held = here.filter((one) => one.upstream === upstream);
    const money = held.map((one) => moneyOf(sight, one));
    all.push({ ...(await named(sight, upstream)), share, held: money });
  }
  return all;
}

/** What those that build on a release hold for it. */
export async function heldForOf(
  sight: Reading,
  release: string,
): Promise<ReleaseAnswer['heldFor']> {
  const all: ReleaseAnswer['heldFor'] = [];
  for (const holding of await listHoldings(sight.tx)) {
    if (holding.upstream !== release) continue;
    const { status: _, ...holder } = await named(sight, holding.downstream);
    all.push({ ...holder, amount: moneyOf(sight, holding) });
  }
  return all;
}
