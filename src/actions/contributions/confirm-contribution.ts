import { z } from 'zod';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { refuse } from '../../domain/refusals.ts';
import { updateContribution } from '../../store/contributions.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { claimedAgent, knownAgent } from '../agents/known-agent.ts';
import { knownKind } from '../kinds/known-kinds.ts';
import { decimal, exchange, id, money } from '../shapes.ts';
import { workAndOwingRelease } from '../works/known-work.ts';
import { checkedLine, secondsOf } from './entering.ts';
import { handIn } from './handing-in.ts';
import { standingLine } from './known-line.ts';
import type { Line, Said } from './said.ts';
import { showContribution } from './show-contribution.ts';

/**
 * Its author hands in a draft, with the right quantity where it was estimated, and with what an
 * import could not know. Confirming what was handed in before changes nothing.
 *
 * @throws Refusal contribution-unknown, contribution-superseded, agent-unclaimed, not-the-author,
 *   already-open, those of `checkedLine` and of `handIn`, wrong-status when a line that was handed
 *   in is to be changed
 */
export const confirmContribution = action({
  type: 'contribution.confirmed',
  body: z.strictObject({
    contribution: id,
    /** The quantity that it really was. */
    quantity: decimal.optional(),
    /** What an import could not know: the award level, or the rate of an hour. */
    classification: z.string().max(500).optional(),
    rate: money.optional(),
    /** Where no rate is published between the currencies of its hour and of the work. */
    exchange: exchange.optional(),
  }),
  texts: ({ exchange: given }) => [given?.source],
  async run({ by, body }, situation) {
    const { tx } = situation;
    const line = await standingLine(tx, body.contribution);
    await assertAuthor(situation, line, by);
    const { contribution: _, quantity = line.said.quantity, ...given } = body;
    const said: Said = { ...line.said, ...given, quantity };
    if (line.status === 'submitted') {
      if (canonicalJson(said) === canonicalJson(line.said)) return;
      refuse('wrong-status', { status: 'submitted', verb: 'changed: replace it by a new line' });
    }
    const author = await claimedAgent(tx, line.agent);
    const { work } = await workAndOwingRelease(tx, line);
    const kind = await knownKind(tx, line.kind);
    const checked = checkedLine(situation, kind, { ...line, said });
    const timed = { ...checked, seconds: secondsOf(kind, author, checked.said) };
    await updateContribution(tx, await handIn(situation, { line: timed, author, kind, work }));
  },
  answer: ({ body }, sight) => showContribution(sight, body.contribution),
});

async function assertAuthor({ tx }: Situation, line: Line, by: string): Promise<void> {
  const author = await knownAgent(tx, line.agent);
  const answersForIt = author.kind === 'machine' && author.responsible === by;
  if (by === author.id || answersForIt) return;
  refuse('not-the-author', { contribution: line.id, verb: 'confirm' });
}
