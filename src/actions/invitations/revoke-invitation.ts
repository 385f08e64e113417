import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { setRevoked } from '../../store/doors/invitations.ts';
import { action } from '../action.ts';
import { id } from '../shapes.ts';
import { knownInvitation } from './known-invitation.ts';
import { showInvitation } from './show-invitation.ts';

/**
 * Takes an invitation back before anybody has joined by it: its link leads nowhere from then on.
 *
 * @throws Refusal invitation-unknown, invitation-used, invitation-revoked
 */
export const revokeInvitation = action({
  type: 'invitation.revoked',
  body: z.strictObject({ invitation: id }),
  async run({ by, body }, { tx, recordedAt }) {
    const { id: invitation, joinedAt, revokedAt } = await knownInvitation(tx, body.invitation);
    if (joinedAt !== null) refuse('invitation-used', { at: joinedAt });
    if (revokedAt !== null) refuse('invitation-revoked', { at: revokedAt });
    await setRevoked(tx, { id: invitation, by, at: recordedAt });
  },
  answer: ({ body }, sight) => showInvitation(sight, body.invitation),
});
