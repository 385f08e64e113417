import { z } from 'zod';
import { refuse } from '../../domain/refusals.ts';
import { findInvitation, findInvitationByCode } from '../../store/doors/invitations.ts';
import { insertInvitation } from '../../store/doors/invitations.ts';
import { action } from '../action.ts';
import { mustSayWho, unclaimedAgent } from '../agents/take-over.ts';
import { id, sha256Hex } from '../shapes.ts';
import { knownWork, workAndRelease } from '../works/known-work.ts';
import { invitedRoles } from './answers.ts';
import { showInvitation } from './show-invitation.ts';

/** For how many days an invitation can hold. */
const DAYS_MAX = 90;

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, 'an instant such as 2026-06-01T09:00:00Z')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'there is no such instant');

/**
 * Invites one person to a work, by a link whose code only they have; the record holds its hash
 * alone. With `unclaimed`, what that imported author gave is theirs once they join.
 *
 * @throws Refusal id-reused, work-unknown, release-id-unknown, release-elsewhere,
 *   expiry-out-of-range, agent-unknown, agent-not-unclaimed, already-claimed, claim-not-yours
 */
export const makeInvitation = action({
  type: 'invitation.made',
  body: z.strictObject({
    codeHash: sha256Hex,
    work: id,
    release: id.optional(),
    unclaimed: id.optional(),
    role: z.enum(invitedRoles),
    expiresAt: instant,
  }),
  async run({ id: invitation, by, body }, situation) {
    const { tx, seq, recordedAt } = situation;
    const { work, release, unclaimed, codeHash, role } = body;
    if ((await findInvitation(tx, invitation)) !== undefined)
      refuse('id-reused', { id: invitation });
    if ((await findInvitationByCode(tx, codeHash)) !== undefined) {
      refuse('id-reused', { id: codeHash });
    }
    await (release === undefined ? knownWork(tx, work) : workAndRelease(tx, { work, release }));
    if (unclaimed !== undefined) {
      await mustSayWho(situation, by, await unclaimedAgent(tx, unclaimed));
    }
    await insertInvitation(tx, {
      id: invitation,
      codeHash,
      work,
      release: release ?? null,
      unclaimed: unclaimed ?? null,
      role,
      madeBy: by,
      madeAt: recordedAt,
      expiresAt: expiryOf(body.expiresAt, recordedAt),
      seq,
    });
  },
  answer: ({ id: invitation }, sight) => showInvitation(sight, invitation),
});

function expiryOf(said: string, now: string): string {
  const at = Date.parse(said);
  const first = Date.parse(now);
  const isWithin = at > first && at <= first + DAYS_MAX * 86_400_000;
  if (!isWithin) refuse('expiry-out-of-range', { text: said, days: DAYS_MAX });
  return new Date(at).toISOString();
}
