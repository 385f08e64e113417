// Coming in, as a client has it.

import type { SessionAnswer, SessionShown } from '../http/doors/sessions.ts';
import type { Parts } from './makers.ts';

/** A link that lets an agent in once. */
export interface MadeLink {
  readonly url: string;
  readonly code: string;
  readonly agent: string;
  readonly expiresAt: string;
}

/** Sessions: who is signed in in this browser, and how they come and go. */
export const doorsOf = ({ transport }: Parts) => ({
  /** Who one is: `agent` is null without a session. */
  session: (): Promise<SessionShown> => transport.get('/session'),
  /** A one-time link for the owner, or for another agent. Needs the owner. */
  makeLink: (agent?: string): Promise<MadeLink> =>
    transport.post('/sessions/links', agent === undefined ? {} : { agent }),
  /** Signs in by the code of a one-time link; the session's cookie comes with the answer. */
  enterByLink: (code: string): Promise<SessionAnswer> =>
    transport.post('/sessions', { way: 'link', code }),
  /** Signs out. */
  leave: (): Promise<{ status: 'signed-out' }> => transport.delete('/sessions'),
});
