import { z } from 'zod';
import { agentAnswer } from '../agents/answers.ts';
import { listOf } from '../shapes.ts';
import { agreementBrief } from '../works/answers.ts';

/** The parts that somebody can be invited to take. */
export const invitedRoles = ['signatory', 'contributor', 'reviewer', 'payer'] as const;

/** An invitation as those who keep the work see it. */
export const invitationAnswer = z.object({
  id: z.string(),
  work: z.string(),
  release: z.string().nullable(),
  role: z.enum(invitedRoles),
  unclaimed: z.object({ agent: z.string(), name: z.string() }).nullable(),
  madeBy: z.object({ agent: z.string(), name: z.string() }),
  madeAt: z.string(),
  expiresAt: z.string(),
  status: z.enum(['waiting', 'joined', 'expired', 'revoked']),
  joinedBy: z.object({ agent: z.string(), name: z.string() }).nullable(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

export const invitationList = listOf(invitationAnswer);

/** An invitation as whoever holds its link sees it, before they have joined. */
export const invitationShown = z.object({
  id: z.string(),
  node: z.string(),
  /** What the node is called. */
  nodeName: z.string(),
  work: z.object({ id: z.string(), title: z.string() }),
  role: z.enum(invitedRoles),
  /** Who sent it. */
  from: z.string(),
  /** The author of the lines that wait for them. */
  name: z.string().nullable(),
  lines: z.number().int(),
  agreement: agreementBrief.pick({ id: true, version: true, preset: true }).nullable(),
  expiresAt: z.string(),
});
export type InvitationShown = z.infer<typeof invitationShown>;

/** Who joined, and to what. */
export const joinedAnswer = z.object({ agent: agentAnswer, invitation: invitationAnswer });
export type JoinedAnswer = z.infer<typeof joinedAnswer>;
