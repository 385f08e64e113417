import { z } from 'zod';
import { refundAccount } from '../../domain/ledger/accounts.ts';
import { surplusKept } from '../../domain/ledger/bookings.ts';
import { amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { setClaimedBy } from '../../store/agents.ts';
import { moveClaims } from '../../store/claims.ts';
import { giveLines, worksOfAuthor } from '../../store/contributions.ts';
import { book, listAccountBalances } from '../../store/ledger.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { id } from '../shapes.ts';
import { knownWork } from '../works/known-work.ts';
import { claimedAgent, knownAgent } from './known-agent.ts';
import { showAgent } from './show-agent.ts';

/**
 * Says who the author of an import is: their lines then belong to the agent, who still has to
 * confirm them. Said by the owner of the node, or by the steward of a work where the name has
 * lines.
 *
 * @throws Refusal agent-unknown, agent-not-unclaimed, already-claimed, agent-unclaimed,
 *   claim-not-yours
 */
export const claimAgent = action({
  type: 'agent.claimed',
  body: z.strictObject({ unclaimed: id, agent: id }),
  async run({ id: claim, by, body }, situation) {
    const { tx } = situation;
    const found = await knownAgent(tx, body.unclaimed);
    const { name } = found;
    if (!found.unclaimed) refuse('agent-not-unclaimed', { agent: found.id, name });
    if (found.claimedBy !== null) {
      refuse('already-claimed', { agent: found.id, name, claimedBy: found.claimedBy });
    }
    const agent = await claimedAgent(tx, body.agent);
    if (!(await maySay(situation, by, found.id))) {
      refuse('claim-not-yours', { by, agent: name });
    }
    await setClaimedBy(tx, { unclaimed: found.id, agent: agent.id });
    await giveLines(tx, { from: found.id, to: agent.id });
    await moveClaims(tx, found.id, agent.id);
    await moveRefunds(situation, { claim, from: found.id, to: agent.id });
  },
  answer: ({ body }, sight) => showAgent(sight, body.unclaimed),
});

/** What was owed back to a payer who is known by name alone is owed to whoever claims the name. */
async function moveRefunds(
  { tx, seq, today, recordedAt, currencies }: Situation,
  { claim, from, to }: { readonly claim: string; readonly from: string; readonly to: string },
): Promise<void> {
  const source = refundAccount(from);
  for (const { name, currency, balanceMinor } of await listAccountBalances(tx, source)) {
    if (name !== source || balanceMinor >= 0n) continue;
    const owed = amount(-balanceMinor, currencyOf(currencies, currency));
    await book(
      tx,
      { kind: 'agent.claimed', subject: claim, happenedOn: today, writtenAt: recordedAt, seq },
      surplusKept(from, refundAccount(to), owed),
    );
  }
}

async function maySay({ tx, node }: Situation, by: string, unclaimed: string): Promise<boolean> {
  if (by === node.owner) return true;
  for (const work of await worksOfAuthor(tx, unclaimed)) {
    if ((await knownWork(tx, work)).steward === by) return true;
  }
  return false;
}
