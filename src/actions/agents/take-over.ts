import { refundAccount } from '../../domain/ledger/accounts.ts';
import { surplusKept } from '../../domain/ledger/bookings.ts';
import { amount } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import { refuse } from '../../domain/refusals.ts';
import { setClaimedBy, worksOfName } from '../../store/agents.ts';
import type { StoredAgent } from '../../store/agents.ts';
import { moveClaims } from '../../store/money/claims.ts';
import { giveLines } from '../../store/contributions.ts';
import type { Tx } from '../../store/engine.ts';
import { book, listAccountBalances } from '../../store/money/ledger.ts';
import type { Situation } from '../action.ts';
import { knownAgent } from './known-agent.ts';

/** The act by which something changes hands. */
interface Act {
  readonly type: string;
  readonly id: string;
}

/**
 * An author of an import, or a payer, whom nobody has claimed yet.
 *
 * @throws Refusal agent-unknown, agent-not-unclaimed, already-claimed
 */
export async function unclaimedAgent(tx: Tx, id: string): Promise<StoredAgent> {
  const found = await knownAgent(tx, id);
  const { name, claimedBy } = found;
  if (!found.unclaimed) refuse('agent-not-unclaimed', { agent: found.id, name });
  if (claimedBy !== null) refuse('already-claimed', { agent: found.id, name, claimedBy });
  return found;
}

/**
 * Asserts that somebody may say who an unclaimed agent is: the owner of the node, or the steward
 * of every work in which the name gave or paid something, as all of it changes hands.
 *
 * @throws Refusal claim-not-yours
 */
export async function mustSayWho(
  { tx, node }: Pick<Situation, 'tx' | 'node'>,
  by: string,
  { id, name }: Pick<StoredAgent, 'id' | 'name'>,
): Promise<void> {
  if (by === node.owner) return;
  const works = await worksOfName(tx, id);
  const isKeptByThem = works.every(({ steward }) => steward === by);
  if (works.length > 0 && isKeptByThem) return;
  refuse('claim-not-yours', { by, agent: name });
}

/** What an unclaimed name gave, is owed and is owed back is from now on an agent's. */
export async function takeOver(
  situation: Situation,
  { act, from, to }: { readonly act: Act; readonly from: StoredAgent; readonly to: string },
): Promise<void> {
  const { tx } = situation;
  await setClaimedBy(tx, { unclaimed: from.id, agent: to });
  await giveLines(tx, { from: from.id, to });
  await moveClaims(tx, from.id, to);
  await moveRefunds(situation, { act, from: from.id, to });
}

/** What was owed back to a payer who is known by name alone is owed to whoever claims the name. */
async function moveRefunds(
  { tx, seq, today, recordedAt, currencies }: Situation,
  { act, from, to }: { readonly act: Act; readonly from: string; readonly to: string },
): Promise<void> {
  const source = refundAccount(from);
  for (const { name, currency, balanceMinor } of await listAccountBalances(tx, source)) {
    if (name !== source || balanceMinor >= 0n) continue;
    const owed = amount(-balanceMinor, currencyOf(currencies, currency));
    await book(
      tx,
      { kind: act.type, subject: act.id, happenedOn: today, writtenAt: recordedAt, seq },
      surplusKept(from, refundAccount(to), owed),
    );
  }
}
