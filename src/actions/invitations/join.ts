import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { setJoined } from '../../store/doors/invitations.ts';
import { action } from '../action.ts';
import { writeAgent } from '../agents/new-agent.ts';
import { showAgent } from '../agents/show-agent.ts';
import { takeOver, unclaimedAgent } from '../agents/take-over.ts';
import { id, text } from '../shapes.ts';
import { invitationByCode, knownInvitation } from './known-invitation.ts';
import { showInvitation } from './show-invitation.ts';

/**
 * Somebody joins by an invitation, with a key that their own device made and alone has; the act is
 * signed by that key, under the id that they will have. The lines of the author whom the
 * invitation names are then theirs.
 *
 * @throws Refusal act-malformed where another signs, invitation-unknown, invitation-used,
 *   invitation-expired, already-claimed, and those of `writeAgent`
 */
export const joinAgent = action({
  type: 'agent.joined',
  body: z.strictObject({
    invitation: id,
    code: z.string().min(1).max(100),
    name: text,
    publicKey: z.string().max(200),
    jurisdiction: z.string().max(40).optional(),
  }),
  keyBrought: (body) => body.publicKey,
  async run({ type, id: agent, by, body }, situation) {
    const { tx, seq, recordedAt } = situation;
    if (by !== agent) refuse('act-malformed', { where: 'by', what: 'not the one who joins' });
    const invitation = await invitationByCode(tx, body.code, recordedAt);
    if (invitation.id !== body.invitation) refuse('invitation-unknown');
    const { name, publicKey, jurisdiction = null } = body;
    const said = { id: agent, name, kind: 'person', publicKey, keptByNode: false, jurisdiction };
    await writeAgent(tx, { ...said, responsible: null }, { seq });
    await setJoined(tx, { id: invitation.id, agent, at: recordedAt });
    if (invitation.unclaimed === null) return;
    const from = await unclaimedAgent(tx, invitation.unclaimed);
    await takeOver(situation, { act: { type, id: agent }, from, to: agent });
  },
  answer: async ({ id: agent, body }, sight) => ({
    agent: await showAgent(sight, agent),
    invitation: await showInvitation(sight, (await knownInvitation(sight.tx, body.invitation)).id),
  }),
});
