import { findAgent } from '../../store/agents.ts';
import { countLinesOf } from '../../store/contributions.ts';
import { invitationsOf } from '../../store/doors/invitations.ts';
import type { StoredInvitation } from '../../store/doors/invitations.ts';
import { findNode } from '../../store/record.ts';
import type { Sight } from '../action.ts';
import { agreementBriefOf } from '../agreements/brief.ts';
import { knownWork } from '../works/known-work.ts';
import type { InvitationAnswer, InvitationShown } from './answers.ts';
import { invitationByCode, knownInvitation } from './known-invitation.ts';

/**
 * An invitation, for those who keep the work.
 *
 * @throws Refusal invitation-unknown
 */
export async function showInvitation(sight: Sight, id: string): Promise<InvitationAnswer> {
  return answerOf(sight, await knownInvitation(sight.tx, id));
}

/**
 * The invitations to a work, in the order in which they were made.
 *
 * @throws Refusal work-unknown
 */
export async function listInvitations(
  sight: Sight,
  work: string,
): Promise<{ items: InvitationAnswer[] }> {
  const { id } = await knownWork(sight.tx, work);
  const items: InvitationAnswer[] = [];
  for (const one of await invitationsOf(sight.tx, id)) items.push(await answerOf(sight, one));
  return { items };
}

/**
 * What an invitation is for: whoever holds the code may know. Of the agreement only which it is;
 * its text can be read by those who have joined.
 *
 * @throws Refusal invitation-unknown, invitation-used, invitation-revoked, invitation-expired
 */
export async function showByCode(
  sight: Sight,
  code: string,
  now: string,
): Promise<InvitationShown> {
  const { tx, node } = sight;
  const it = await invitationByCode(tx, code, now);
  const work = await knownWork(tx, it.work);
  const brief = await agreementBriefOf(sight, work);
  return {
    id: it.id,
    node: node.id,
    nodeName: (await findNode(tx))?.name ?? node.id,
    work: { id: work.id, title: work.title },
    role: it.role as InvitationShown['role'],
    from: (await named(sight, it.madeBy)).name,
    name: it.unclaimed === null ? null : (await named(sight, it.unclaimed)).name,
    lines: it.unclaimed === null ? 0 : await countLinesOf(tx, it.unclaimed),
    agreement:
      brief === null ? null : { id: brief.id, version: brief.version, preset: brief.preset },
    expiresAt: it.expiresAt,
  };
}

async function answerOf(sight: Sight, it: StoredInvitation): Promise<InvitationAnswer> {
  return {
    id: it.id,
    work: it.work,
    release: it.release,
    role: it.role as InvitationAnswer['role'],
    unclaimed: it.unclaimed === null ? null : await named(sight, it.unclaimed),
    madeBy: await named(sight, it.madeBy),
    madeAt: it.madeAt,
    expiresAt: it.expiresAt,
    status: statusOf(it, sight.today),
    joinedBy: it.joinedBy === null ? null : await named(sight, it.joinedBy),
  };
}

function statusOf(it: StoredInvitation, today: string): InvitationAnswer['status'] {
  if (it.joinedBy !== null) return 'joined';
  if (it.revokedAt !== null) return 'revoked';
  return it.expiresAt.slice(0, 10) < today ? 'expired' : 'waiting';
}

async function named({ tx }: Sight, agent: string): Promise<{ agent: string; name: string }> {
  return { agent, name: (await findAgent(tx, agent))?.name ?? agent };
}
