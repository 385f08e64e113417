import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { insertContribution, supersede } from '../../store/contributions.ts';
import { action } from '../action.ts';
import type { ActOf, Situation } from '../action.ts';
import { claimedAgent } from '../agents/known-agent.ts';
import { lineDecided } from '../claims/decided.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { day, decimal, exchange, id, money, text } from '../shapes.ts';
import { workAndOwingRelease } from '../works/known-work.ts';
import { checkedLine, secondsOf } from './entering.ts';
import { handIn, valueIfPossible } from './handing-in.ts';
import { standingLine } from './known-line.ts';
import type { Line, Said } from './said.ts';
import { showContribution } from './show-contribution.ts';

const body = z.strictObject({
  work: id,
  release: id,
  kind: z.string().max(200),
  quantity: decimal,
  unit: z.string().max(40),
  from: day,
  to: day,
  what: text.optional(),
  rate: money.optional(),
  classification: z.string().max(500).optional(),
  exchange: exchange.optional(),
  evidence: z.array(text).max(100),
  paid: money.optional(),
  gift: z.boolean().optional(),
  exclusive: z.boolean().optional(),
  urgent: z.boolean().optional(),
  depreciation: money.optional(),
  /** Keeps it to oneself: it is not handed in until it is confirmed. */
  draft: z.boolean().optional(),
  /** The line that this one replaces. */
  supersedes: id.optional(),
});
type Body = z.output<typeof body>;

/**
 * Adds what somebody gave to a work: handed in at once, unless it is a draft. It is valued at
 * once, so that its author sees what it would come to.
 *
 * @throws Refusal agent-unclaimed, work-unknown, release-id-unknown, release-elsewhere,
 *   already-open, kind-unknown, those of `checkedLine`, contribution-unknown,
 *   contribution-superseded, not-the-author, already-decided, and those of `handIn`
 */
export const addContribution = action({
  type: 'contribution.added',
  body,
  texts: ({ what, evidence, exchange: given }) => [what, given?.source, ...evidence],
  async run(act, situation) {
    const { tx, recordedAt: at } = situation;
    const author = await claimedAgent(tx, act.by);
    const { work } = await workAndOwingRelease(tx, act.body);
    const kind = await knownKind(tx, act.body.kind);
    const old = await replaced(situation, act);
    const checked = checkedLine(situation, kind, newLine(act, situation, old));
    const line = { ...checked, seconds: secondsOf(kind, author, checked.said) };
    if (old !== null) await supersede(tx, { old: old.id, by: line.id, at });
    const entered =
      act.body.draft === true
        ? await valueIfPossible(situation, { line, author, kind, work })
        : await handIn(situation, { line, author, kind, work });
    await insertContribution(tx, entered);
    if (old?.status === 'submitted') await lineDecided(situation, old.release);
  },
  answer: ({ id: contribution }, sight) => showContribution(sight, contribution),
});

/** The line that this one replaces: the author's own, and not decided. */
async function replaced(
  { tx }: Pick<Situation, 'tx'>,
  { by, body: { supersedes } }: ActOf<Body>,
): Promise<Line | null> {
  if (supersedes === undefined) return null;
  const old = await standingLine(tx, supersedes);
  if (old.agent !== by) refuse('not-the-author', { contribution: supersedes, verb: 'replace' });
  const { status } = old;
  if (status !== 'draft' && status !== 'submitted') refuse('already-decided', { status });
  return old;
}

function newLine(
  { id: contribution, by, body: given }: ActOf<Body>,
  { seq }: Situation,
  old: Line | null,
): Line {
  const { work, release, kind, from, to, draft: _, supersedes: __, ...words } = given;
  // A line that replaces an imported one is known to the next import as that one was.
  const imported = old !== null && old.work === work ? old : null;
  const origin = imported?.said.import;
  const said: Said = origin === undefined ? words : { ...words, import: origin };
  return {
    id: contribution,
    work,
    release,
    agent: by,
    agreement: null,
    kind,
    status: 'draft',
    said,
    from,
    to,
    seconds: 0,
    estimate: false,
    importKey: imported?.importKey ?? null,
    contentHash: imported?.contentHash ?? null,
    supersedes: old?.id ?? null,
    supersededBy: null,
    valuation: null,
    submittedAt: null,
    decidedAt: null,
    seq,
  };
}
