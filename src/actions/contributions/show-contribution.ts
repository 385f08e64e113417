import { overlaps } from '../../domain/contributions/hours.ts';
import { reviewsNeeded } from '../../domain/contributions/contribution.ts';
import { earned, stillOwed } from '../../domain/ledger/tranche.ts';
import { amount, toMoney } from '../../domain/money/amount.ts';
import type { Money } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { Refusal } from '../../domain/refusals.ts';
import { namesOf } from '../../store/agents.ts';
import { findClaim } from '../../store/money/claims.ts';
import { listContributions as listStored } from '../../store/contributions.ts';
import type { ContributionFilter } from '../../store/contributions.ts';
import type { Page, Paged } from '../../store/page.ts';
import { listPools } from '../../store/money/pools.ts';
import { actsAt } from '../../store/record.ts';
import { reviewsOf } from '../../store/reviews.ts';
import type { StoredReview } from '../../store/reviews.ts';
import { findTranche } from '../../store/money/tranches.ts';
import type { TrancheRow } from '../../store/money/tranches.ts';
import type { Sight } from '../action.ts';
import { knownAgent } from '../agents/known-agent.ts';
import { bindingAtDecision } from '../agreements/binding.ts';
import { reviewTermsOf } from '../agreements/signatories.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { knownWork } from '../works/known-work.ts';
import type { ContributionAnswer, ContributionLine, ListedContribution } from './answers.ts';
import { timeBeside } from './entering.ts';
import { valuationOf } from './handing-in.ts';
import { reviewWithAsked, standingsOfReview } from './in-review.ts';
import { knownLine, partyOf } from './known-line.ts';
import type { Line, Said, Valued } from './said.ts';

/** A line as lists show it. */
export function contributionLineOf(line: Line, name: string): ContributionLine {
  const { said, valuation } = line;
  const { import: origin } = said;
  return {
    id: line.id,
    work: line.work,
    release: line.release,
    agent: line.agent,
    name,
    kind: line.kind,
    quantity: said.quantity,
    unit: said.unit,
    on: { from: line.from, to: line.to },
    what: said.what ?? null,
    status: line.status,
    estimate: line.estimate,
    agreement: line.agreement,
    cost: valuation?.cost ?? null,
    obligation: valuation?.obligation ?? null,
    gift: said.gift === true,
    paid: said.paid ?? null,
    supersedes: line.supersedes,
    supersededBy: line.supersededBy,
    import:
      origin === undefined
        ? null
        : {
            id: origin.id,
            format: origin.format,
            source: origin.source,
            key: line.importKey ?? '',
          },
  };
}

/** Contributions in the order in which they came, those that fit the filter, a page of them. */
export async function listContributions(
  sight: Sight,
  filter: ContributionFilter & Page = {},
): Promise<Paged<ListedContribution>> {
  const { tx } = sight;
  const found = await listStored<Said, Valued>(tx, filter, filter);
  const reviews = new Map<string, StoredReview[]>();
  for (const { id } of found.items) reviews.set(id, await reviewsOf(tx, id));
  const reviewers = [...reviews.values()].flat().map(({ agent }) => agent);
  const names = await namesOf(tx, [...found.items.map(({ agent }) => agent), ...reviewers]);
  const nameOf = (agent: string): string => names.get(agent) ?? agent;
  const owedOf = await owedOfLines(sight, found.items);
  const reviewOf = await standingsOfReview(sight, found.items, ({ id }) => reviews.get(id) ?? []);
  const items = found.items.map((line) => ({
    ...contributionLineOf(line, nameOf(line.agent)),
    owed: owedOf(line),
    reviewers: (reviews.get(line.id) ?? []).map(({ agent, verdict }) => ({
      agent,
      name: nameOf(agent),
      verdict,
    })),
    review: reviewOf(line),
  }));
  return { ...found, items };
}

/** What is still owed of each of some lines; their tranches are read once. */
async function owedOfLines(
  { tx, currencies }: Sight,
  lines: readonly Line[],
): Promise<(line: Line) => Money | null> {
  const tranches = new Map<string, TrancheRow | undefined>();
  const owed = new Map<string, Money>();
  for (const { id, status } of lines) {
    if (!isDecided(status)) continue;
    const found = await findClaim(tx, id);
    if (found === undefined) continue;
    const { tranche, claim } = found;
    if (!tranches.has(tranche)) tranches.set(tranche, await findTranche(tx, tranche));
    const state = tranches.get(tranche)?.state;
    if (state === undefined) continue;
    const home = currencyOf(currencies, state.home);
    owed.set(id, toMoney(amount(stillOwed(state, [claim]), home)));
  }
  return ({ id, status, valuation }) =>
    owed.get(id) ?? (isDecided(status) ? (valuation?.obligation ?? null) : null);
}

/** Whether a line is, or was, part of what is owed. */
const isDecided = (status: Line['status']): boolean =>
  status === 'accepted' || status === 'cancelled';

/**
 * One contribution whole: what it is worth, who reviewed it, what it has earned.
 *
 * @throws Refusal contribution-unknown
 */
export async function showContribution(sight: Sight, id: string): Promise<ContributionAnswer> {
  const { tx } = sight;
  const line = await knownLine(tx, id);
  const author = await knownAgent(tx, line.agent);
  const asked = { work: line.work, release: line.release, author };
  const binding = await bindingAtDecision(tx, asked, line.agreement);
  const terms = await reviewTermsOf(tx, line.work, binding?.terms ?? null);
  const { own, others } = await timeBeside(tx, line);
  const reviews = await reviewAnswersOf(sight, id);
  const given = { terms: binding?.terms ?? null, review: terms, author, reviews };
  return {
    ...contributionLineOf(line, author.name),
    classification: line.said.classification ?? null,
    rate: line.said.rate ?? null,
    exchange: line.said.exchange ?? null,
    exclusive: line.said.exclusive === true,
    urgent: line.said.urgent === true,
    depreciation: line.said.depreciation ?? null,
    evidence: [...line.said.evidence],
    ...(await claimOf(sight, line)),
    reviews,
    ended: await endingOf(sight, line),
    reviewsNeeded: reviewsNeeded(partyOf(author), terms),
    review: await reviewWithAsked(sight, line, given),
    overlaps: line.seconds > 0 ? overlaps(own, others) : [],
    unvalued: line.valuation === null ? await whyUnvalued(sight, line) : null,
    submittedAt: line.submittedAt,
    decidedAt: line.decidedAt,
  };
}

/** What its author said when they took it back, or gave up what was still owed of it. */
async function endingOf({ tx }: Sight, line: Line): Promise<ContributionAnswer['ended']> {
  const { status, decidedAt } = line;
  if ((status !== 'withdrawn' && status !== 'cancelled') || decidedAt === null) return null;
  const ends = await actsAt(tx, `contribution.${status}`, decidedAt);
  for (const { act, by, recordedAt: at } of ends) {
    // Written by this node, from an act whose form it had checked.
    const { body } = JSON.parse(act) as { body: { contribution: string; reason?: string } };
    if (body.contribution !== line.id) continue;
    const names = await namesOf(tx, [by]);
    return { by, name: names.get(by) ?? by, reason: body.reason ?? null, at };
  }
  return null;
}

async function reviewAnswersOf({ tx }: Sight, id: string): Promise<ContributionAnswer['reviews']> {
  const reviews = await reviewsOf(tx, id);
  const names = await namesOf(
    tx,
    reviews.map(({ agent }) => agent),
  );
  return reviews.map(({ contribution: _, seq: __, reviewedAt, ...review }) => ({
    ...review,
    name: names.get(review.agent) ?? review.agent,
    at: reviewedAt,
  }));
}

/** What is still owed of a line and what it has earned; its part alone, floored for the eye. */
async function claimOf(sight: Sight, line: Line): Promise<{ owed: Money | null; earned: Money[] }> {
  const found = await findClaim(sight.tx, line.id);
  const row = found === undefined ? undefined : await findTranche(sight.tx, found.tranche);
  if (found === undefined || row === undefined) {
    const { valuation } = line;
    if (!isDecided(line.status) || valuation === null) return { owed: null, earned: [] };
    return { owed: valuation.obligation, earned: [] };
  }
  const home = row.state.home;
  const pools = await listPools(sight.tx, line.release);
  const codes = [...new Set([home, ...pools.map(({ currency }) => currency)])];
  const moneyOf = (minor: bigint, code: string): Money =>
    toMoney(amount(minor, currencyOf(sight.currencies, code)));
  return {
    owed: moneyOf(stillOwed(row.state, [found.claim]), home),
    earned: codes
      .map((code) => ({ code, minor: earned(row.state, [found.claim], code) }))
      .filter(({ code, minor }) => code === home || minor > 0n)
      .map(({ code, minor }) => moneyOf(minor, code)),
  };
}

/** Why a line has no value: what its valuation would refuse, in words. */
async function whyUnvalued(sight: Sight, line: Line): Promise<string> {
  const author = await knownAgent(sight.tx, line.agent);
  if (author.unclaimed) return 'Nobody has claimed the name of its author yet.';
  try {
    const kind = await knownKind(sight.tx, line.kind);
    const work = await knownWork(sight.tx, line.work);
    const value = await valuationOf(sight, { line, author, kind, work }, null);
    if (value === null) return 'Nobody has drafted an agreement for this work yet.';
    return line.status === 'draft'
      ? 'It is a draft: its author has not confirmed it.'
      : 'It came in before there was an agreement; it is valued when it is accepted.';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}
