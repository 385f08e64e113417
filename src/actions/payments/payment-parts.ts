import { decodeTranche, earned, stillOwed } from '../../domain/ledger/tranche.ts';
import type { Claim } from '../../domain/ledger/tranche.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { ratio } from '../../domain/money/ratio.ts';
import { exactText } from '../../domain/effort/workings.ts';
import { splitFromKey } from '../../domain/payments/split.ts';
import { namesOf } from '../../store/agents.ts';
import { listClaimsOfTranche } from '../../store/money/claims.ts';
import type { ClaimRow } from '../../store/money/claims.ts';
import type { PaymentRow } from '../../store/money/payments.ts';
import { currencyOfRelease } from '../../store/releases.ts';
import type { Sight } from '../action.ts';
import type { PartsAnswer, PreviewAnswer } from './answers.ts';
import { knownPayment, showPayment } from './show-payment.ts';

/** A payment together with who earned what of it. @throws Refusal payment-unknown */
export async function showPaymentWithParts(sight: Sight, id: string): Promise<PreviewAnswer> {
  const { payment: _, ...parts } = await paymentParts(sight, id);
  return { ...(await showPayment(sight, id)), ...parts };
}

/**
 * Who earned what of a payment: for each holder what all of their claims had earned after it, less
 * what they had before. Dust is what its tranches had received by then and nobody had earned.
 * Computed when somebody asks, for all holders; never on the payment's path.
 *
 * @throws Refusal payment-unknown
 */
export async function paymentParts(sight: Sight, id: string): Promise<PartsAnswer> {
  const row = await knownPayment(sight, id);
  const currency = currencyOf(sight.currencies, row.currency);
  const home = currencyOf(sight.currencies, await currencyOfRelease(sight.tx, row.release));
  const of = (minor: bigint): Money => toMoney(amount(minor, currency));
  const ofHome = (minor: bigint): Money => toMoney(amount(minor, home));
  const { holders, dust, owed } = await gainsOf(sight, row);
  const names = await namesOf(sight.tx, holders.keys());
  const parts = [...holders]
    .map(([agent, gain]) => ({ agent, name: names.get(agent) ?? agent, ...gain }))
    .toSorted((left, right) => compareParts(left, right));
  return {
    payment: id,
    parts: parts.map(({ agent, name, minor, had, owedBefore, owedAfter }) => ({
      agent,
      name,
      amount: of(minor),
      owedBefore: ofHome(owedBefore),
      owedAfter: ofHome(owedAfter),
      earnedBefore: of(had),
    })),
    dust: of(dust),
    shares: sharesOf(row),
    toClaims: of(row.parts.tranches.reduce((sum, share) => sum + BigInt(share.minor), 0n)),
    owedBefore: ofHome(owed),
    tranches: row.parts.tranches.length,
  };
}

function sharesOf({ parts }: PaymentRow): PartsAnswer['shares'] {
  const { host, reserve, upstream, pool } = splitFromKey(parts.split);
  const share = (weight: number): string => exactText(ratio(BigInt(weight), 10_000n));
  return {
    host: share(host),
    reserve: share(reserve),
    upstream: upstream.map(({ release, weight }) => ({ release, share: share(weight) })),
    pool: share(pool),
  };
}

/** What a payment did for one holder, minor units: earned, and owed in the work's currency. */
interface Gain {
  readonly minor: bigint;
  readonly had: bigint;
  readonly owedBefore: bigint;
  readonly owedAfter: bigint;
}

const NOTHING: Gain = { minor: 0n, had: 0n, owedBefore: 0n, owedAfter: 0n };

async function gainsOf(sight: Sight, { parts, currency, seq }: PaymentRow) {
  const holders = new Map<string, Gain>();
  let dust = 0n;
  let owed = 0n;
  for (const share of parts.tranches) {
    const [before, after] = [decodeTranche(share.before), decodeTranche(share.after)];
    dust += BigInt(share.received);
    owed += before.outstanding;
    for (const [agent, claims] of await claimsAt(sight, share.tranche, seq)) {
      const was = holders.get(agent) ?? NOTHING;
      const had = earned(before, claims, currency);
      const has = earned(after, claims, currency);
      holders.set(agent, {
        minor: was.minor + has - had,
        had: was.had + had,
        owedBefore: was.owedBefore + stillOwed(before, claims),
        owedAfter: was.owedAfter + stillOwed(after, claims),
      });
      dust -= has;
    }
  }
  return { holders, dust, owed };
}

interface Part {
  readonly name: string;
  readonly agent: string;
  readonly minor: bigint;
}

const compareParts = (left: Part, right: Part): number => {
  if (left.minor !== right.minor) return left.minor > right.minor ? -1 : 1;
  return `${left.name}\n${left.agent}` < `${right.name}\n${right.agent}` ? -1 : 1;
};

/**
 * The claims of each holder that were in a tranche at an entry of the record, as they were then.
 */
async function claimsAt(sight: Sight, tranche: string, seq: number): Promise<Map<string, Claim[]>> {
  const holders = new Map<string, Claim[]>();
  for (const row of await listClaimsOfTranche(sight.tx, tranche)) {
    if (row.seq >= seq) continue;
    const claims = holders.get(row.agent) ?? [];
    claims.push(asThen(row, seq));
    holders.set(row.agent, claims);
  }
  return holders;
}

const asThen = ({ claim, exitSeq }: ClaimRow, seq: number): Claim => {
  if (exitSeq === null || exitSeq < seq) return claim;
  const { exit: _, ...before } = claim;
  return before;
};
