import { amount, toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { namesOf } from '../../store/agents.ts';
import { findPayout, listPayoutRows } from '../../store/money/payouts.ts';
import type { PayoutRow } from '../../store/money/payouts.ts';
import type { Sight } from '../action.ts';
import type { DueAnswer, PayoutAnswer, PayoutListAnswer } from './answers.ts';
import { allDues, duesOf } from './due.ts';
import type { Due } from './due.ts';

/** A payout that was recorded. @throws Refusal payout-unknown */
export async function showPayout(sight: Sight, id: string): Promise<PayoutAnswer> {
  const row = (await findPayout(sight.tx, id)) ?? refuse('payout-unknown', { id });
  return answerOf(sight, row);
}

/**
 * Who gets what now, for somebody who pays by hand, and what was paid out before.
 *
 * @throws Refusal payout-unknown when `after` names none
 */
export async function listPayouts(
  sight: Sight,
  filter: {
    readonly agent?: string | undefined;
    readonly after?: string | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<PayoutListAnswer> {
  const limit = filter.limit ?? 100;
  const last =
    filter.after === undefined
      ? undefined
      : ((await findPayout(sight.tx, filter.after)) ??
        refuse('payout-unknown', { id: filter.after }));
  const rows = await listPayoutRows(sight.tx, {
    agent: filter.agent,
    after: last?.seq,
    limit: limit + 1,
  });
  const recorded: PayoutAnswer[] = [];
  for (const row of rows.slice(0, limit)) recorded.push(await answerOf(sight, row));
  const dues =
    filter.agent === undefined ? await allDues(sight) : await duesOf(sight, filter.agent);
  const next = rows.length > limit ? recorded.at(-1)?.id : undefined;
  return { due: await dueAnswers(sight, dues), recorded, ...(next === undefined ? {} : { next }) };
}

async function answerOf(sight: Sight, row: PayoutRow): Promise<PayoutAnswer> {
  const currency = currencyOf(sight.currencies, row.currency);
  return {
    id: row.id,
    to: row.agent,
    name: (await namesOf(sight.tx, [row.agent])).get(row.agent) ?? row.agent,
    amount: toMoney(amount(row.amountMinor, currency)),
    on: row.on,
    reference: row.reference,
    evidence: row.evidence,
    parts: row.parts.map(({ source, amountMinor }) => ({
      account: source,
      amount: toMoney(amount(amountMinor, currency)),
    })),
  };
}

/** One line for each agent, kind and currency, with the works that it comes from. */
async function dueAnswers(sight: Sight, dues: readonly Due[]): Promise<DueAnswer[]> {
  const names = await namesOf(
    sight.tx,
    dues.map(({ agent }) => agent),
  );
  const groups = new Map<string, Due[]>();
  for (const due of dues) {
    const key = [due.agent, due.kind, due.currency].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), due]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const currency = currencyOf(sight.currencies, first.currency);
    const total = (of: (due: Due) => bigint) =>
      toMoney(
        amount(
          group.reduce((sum, due) => sum + of(due), 0n),
          currency,
        ),
      );
    return [
      {
        agent: first.agent,
        name: names.get(first.agent) ?? first.agent,
        kind: first.kind,
        amount: total(({ minor }) => minor),
        waiting: total(({ waitingMinor }) => waitingMinor),
        works: group.flatMap((due) =>
          due.work === null
            ? []
            : [
                {
                  work: due.work.id,
                  title: due.work.title,
                  amount: toMoney(amount(due.minor + due.waitingMinor, currency)),
                },
              ],
        ),
      },
    ];
  });
}
