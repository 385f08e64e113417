import { sha256Hex } from '../../domain/record/hash.ts';
import { refuse } from '../../domain/refusals.ts';
import { findInvitation, findInvitationByCode } from '../../store/doors/invitations.ts';
import type { StoredInvitation } from '../../store/doors/invitations.ts';
import type { Tx } from '../../store/engine.ts';

/** The hash by which a code is known. */
export const codeHashOf = (code: string): string => sha256Hex(code);

/**
 * The invitation of an id.
 *
 * @throws Refusal invitation-unknown
 */
export async function knownInvitation(tx: Tx, id: string): Promise<StoredInvitation> {
  return (await findInvitation(tx, id)) ?? refuse('invitation-unknown');
}

/**
 * The invitation whose code it is, which somebody can still join by at that instant.
 *
 * @throws Refusal invitation-unknown, invitation-used, invitation-revoked, invitation-expired
 */
export async function invitationByCode(
  tx: Tx,
  code: string,
  now: string,
): Promise<StoredInvitation> {
  const found = await findInvitationByCode(tx, codeHashOf(code));
  if (found === undefined) return refuse('invitation-unknown');
  if (found.joinedAt !== null) refuse('invitation-used', { at: found.joinedAt });
  if (found.revokedAt !== null) refuse('invitation-revoked', { at: found.revokedAt });
  if (found.expiresAt <= now) refuse('invitation-expired', { at: found.expiresAt });
  return found;
}
