import { parseDay } from '../../domain/effort/days.ts';
import { add, amount, toMoney } from '../../domain/money/amount.ts';
import type { Amount, Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { linesOfAgent } from '../../store/contributions.ts';
import type { StoredContribution } from '../../store/contributions.ts';
import { listPayoutRows } from '../../store/money/payouts.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { figuresOfHolder, toMoneyList } from '../claims/figures.ts';
import type { HolderFigures } from '../claims/figures.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';
import type { StatementAnswer } from './answers.ts';

type WorkPart = StatementAnswer['works'][number];

/** Which days a statement lists; all where none are named. */
export interface StatementPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const ALL_PAYOUTS = 1_000_000;

/**
 * What an agent gave, earned, received and is still owed, by work and currency. Contributions and
 * payouts are those of the period; sums are as of now, as a share is a matter of all payments.
 *
 * @throws Refusal agent-unknown, date-malformed
 */
export async function showStatement(
  sight: Sight,
  agentId: string,
  period: StatementPeriod = {},
): Promise<StatementAnswer> {
  const agent = await knownAgent(sight.tx, agentId);
  const from = period.from === undefined ? null : parseDay(period.from);
  const to = period.to === undefined ? null : parseDay(period.to);
  const within = (day: string): boolean => (from ?? day) <= day && day <= (to ?? day);
  const lines = await linesOfAgent(sight.tx, agent.id);
  const parts: { work: WorkPart; figures: HolderFigures | undefined }[] = [];
  for (const release of new Set(lines.map((line) => line.release))) {
    const mine = lines.filter((line) => line.release === release && within(line.from));
    parts.push(await workPart(sight, { agent: agent.id, release, lines: mine }));
  }
  const payouts = await listPayoutRows(sight.tx, { agent: agent.id, limit: ALL_PAYOUTS });
  return {
    agent: agent.id,
    name: agent.name,
    from,
    to,
    ...sums(parts.flatMap(({ figures }) => (figures === undefined ? [] : [figures]))),
    works: parts.map(({ work }) => work),
    payouts: payouts
      .filter(({ on }) => within(on))
      .map(({ id, on, reference, amountMinor, currency }) => ({
        id,
        on,
        reference,
        amount: toMoney(amount(amountMinor, currencyOf(sight.currencies, currency))),
      })),
  };
}

async function workPart(
  sight: Sight,
  about: {
    readonly agent: string;
    readonly release: string;
    readonly lines: readonly StoredContribution[];
  },
): Promise<{ work: WorkPart; figures: HolderFigures | undefined }> {
  const release = await knownRelease(sight.tx, about.release);
  const work = await knownWork(sight.tx, release.work);
  const figures = await figuresOfHolder(sight, release.id, about.agent);
  const zero = amount(0n, currencyOf(sight.currencies, work.currency));
  return {
    figures,
    work: {
      work: work.id,
      title: work.title,
      release: release.id,
      number: release.number,
      status: release.status,
      gave: about.lines.map((line) => gaveOf(line, toMoney(zero))),
      obligation: toMoney(figures?.obligation ?? zero),
      owed: toMoney(figures?.owed ?? zero),
      earned: toMoneyList(figures?.earned ?? [zero]),
      received: toMoneyList(figures?.received ?? [zero]),
      outstanding: toMoneyList(figures?.outstanding ?? [zero]),
    },
  };
}

interface SaidBriefly {
  readonly quantity: string;
  readonly unit: string;
  readonly what?: string;
}

/** A line counts for nothing until it is accepted, and no more once it was cancelled. */
const gaveOf = (line: StoredContribution, zero: Money): WorkPart['gave'][number] => {
  const said = line.said as SaidBriefly;
  const valuation = line.valuation as { readonly obligation: Money } | null;
  return {
    id: line.id,
    kind: line.kind,
    quantity: said.quantity,
    unit: said.unit,
    on: { from: line.from, to: line.to },
    what: said.what ?? '',
    status: line.status,
    obligation: line.status === 'accepted' ? (valuation?.obligation ?? zero) : zero,
  };
};

type Lists = Pick<StatementAnswer, 'obligation' | 'owed' | 'earned' | 'received' | 'outstanding'>;

/** Sums over all works, one entry a currency, by code. */
function sums(all: readonly HolderFigures[]): Lists {
  return {
    obligation: byCurrency(all.map(({ obligation }) => obligation)),
    owed: byCurrency(all.map(({ owed }) => owed)),
    earned: byCurrency(all.flatMap(({ earned }) => earned)),
    received: byCurrency(all.flatMap(({ received }) => received)),
    outstanding: byCurrency(all.flatMap(({ outstanding }) => outstanding)),
  };
}

function byCurrency(amounts: readonly Amount[]): Money[] {
  const totals = new Map<string, Amount>();
  for (const one of amounts) {
    const known = totals.get(one.currency.code);
    totals.set(one.currency.code, known === undefined ? one : add(known, one));
  }
  return [...totals.values()]
    .toSorted((left, right) => (left.currency.code < right.currency.code ? -1 : 1))
    .map(toMoney);
}
