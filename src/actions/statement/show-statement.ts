import { parseDay } from '../../domain/effort/days.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { linesOfAgent } from '../../store/contributions.ts';
import type { StoredContribution } from '../../store/contributions.ts';
import { listClaimsOfRelease } from '../../store/money/claims.ts';
import { dayOfBooking } from '../../store/money/ledger.ts';
import { listPayoutRows } from '../../store/money/payouts.ts';
import type { PayoutRow } from '../../store/money/payouts.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';
import type { StatementAnswer } from './answers.ts';
import { moneyOf, periodAnswer, standing, standingAnswer } from './sums.ts';
import type { Figures, Span } from './sums.ts';
import { figuresOf } from './release-sums.ts';

type WorkPart = StatementAnswer['works'][number];

/** Which days a statement is about; all where none are named. */
export interface StatementPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const ALL_PAYOUTS = 1_000_000;

/**
 * What an agent gave, earned, received and is still owed, by work and currency: as of the end of
 * the last day, with what stood before the first day and what happened since. Statements of periods
 * that follow each other chain to the last unit. Listed are contributions that were given, or
 * accepted, in the period, and payouts of it.
 *
 * @throws Refusal agent-unknown, date-malformed, date-range-reversed
 */
export async function showStatement(
  sight: Sight,
  agentId: string,
  period: StatementPeriod = {},
): Promise<StatementAnswer> {
  const agent = await knownAgent(sight.tx, agentId);
  const span = spanOf(period);
  const lines = await linesOfAgent(sight.tx, agent.id);
  const payouts = await listPayoutRows(sight.tx, { agent: agent.id, limit: ALL_PAYOUTS });
  const parts: { work: WorkPart; figures: Figures }[] = [];
  for (const release of new Set(lines.map((line) => line.release))) {
    const mine = lines.filter((line) => line.release === release);
    const about = { agent: agent.id, release, lines: mine, payouts, span };
    parts.push(await workPart(sight, about));
  }
  const all = parts.map(({ figures }) => figures);
  return {
    agent: agent.id,
    name: agent.name,
    from: span.from,
    to: span.to,
    ...standingAnswer(sight, standing(all, 'end')),
    period: isWhole(span) ? null : periodAnswer(sight, all),
    works: parts.map(({ work }) => work),
    payouts: payouts
      .filter(({ on }) => isWithin(span, on))
      .map(({ id, on, reference, evidence, amountMinor, currency }) => ({
        id,
        on,
        reference,
        evidence,
        amount: moneyOf(sight, amountMinor, currency),
      })),
  };
}

function spanOf(period: StatementPeriod): Span {
  const from = period.from === undefined ? null : parseDay(period.from);
  const to = period.to === undefined ? null : parseDay(period.to);
  if (from !== null && to !== null && from > to) refuse('date-range-reversed', { from, to });
  return { from, to };
}

const isWhole = ({ from, to }: Span): boolean => from === null && to === null;

const isWithin = ({ from, to }: Span, day: string): boolean =>
  (from ?? day) <= day && day <= (to ?? day);

interface About {
  readonly agent: string;
  readonly release: string;
  readonly lines: readonly StoredContribution[];
  readonly payouts: readonly PayoutRow[];
  readonly span: Span;
}

async function workPart(sight: Sight, about: About): Promise<{ work: WorkPart; figures: Figures }> {
  const { span } = about;
  const release = await knownRelease(sight.tx, about.release);
  const work = await knownWork(sight.tx, release.work);
  const figures = await figuresOf(sight, { ...about, home: work.currency });
  const { obligation, owed, ...lists } = standingAnswer(sight, standing([figures], 'end'));
  const accepted = await acceptanceDays(sight, about);
  const zero = toMoney(amount(0n, currencyOf(sight.currencies, work.currency)));
  const only = (list: readonly Money[]): Money => list[0] ?? zero;
  return {
    figures,
    work: {
      work: work.id,
      title: work.title,
      release: release.id,
      number: release.number,
      status: release.status,
      gave: about.lines
        .map((line) => gaveOf(line, accepted.get(line.id) ?? null, zero))
        .filter(({ on, acceptedOn }) => isWithin(span, on.from) || isIn(span, acceptedOn)),
      obligation: only(obligation),
      owed: only(owed),
      ...lists,
      period: isWhole(span) ? null : onlyOne(periodAnswer(sight, [figures]), only),
    },
  };
}

const isIn = (span: Span, day: string | null): boolean => day !== null && isWithin(span, day);

/** The sums of one release have one currency where they are of what is owed. */
function onlyOne(
  { before, accepted, grown, cancelled, paid, ...lists }: ReturnType<typeof periodAnswer>,
  only: (list: readonly Money[]) => Money,
): NonNullable<WorkPart['period']> {
  return {
    before: { ...before, obligation: only(before.obligation), owed: only(before.owed) },
    accepted: only(accepted),
    grown: only(grown),
    cancelled: only(cancelled),
    paid: only(paid),
    ...lists,
  };
}

async function acceptanceDays({ tx }: Sight, { release, agent }: About) {
  const days = new Map<string, string>();
  for (const { contribution, seq } of await listClaimsOfRelease(tx, release, agent)) {
    days.set(contribution, await dayOfBooking(tx, contribution, seq));
  }
  return days;
}

interface SaidBriefly {
  readonly quantity: string;
  readonly unit: string;
  readonly what?: string;
}

/** A line counts for nothing until it is accepted, and no more once it was cancelled. */
const gaveOf = (
  line: StoredContribution,
  acceptedOn: string | null,
  zero: Money,
): WorkPart['gave'][number] => {
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
    acceptedOn,
    obligation: line.status === 'accepted' ? (valuation?.obligation ?? zero) : zero,
  };
};
