// Who asks: by the owner's token, or by the cookie of a session.

import { z } from 'zod';
import type { NewSession } from '../actions/doors/doorkeeper.ts';
import { refuse, Refusal } from '../domain/refusals.ts';
import { bearerOf, checkToken } from './guard.ts';
import type { Arrival, Party, ServedNode } from './route.ts';

const socket = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }),
});

/** From where a request came. `env` is what the server hands on of the connection. */
export function arrivalOf(request: Request, env: unknown): Arrival {
  const { protocol, host } = new URL(request.url);
  const found = socket.safeParse(env);
  return {
    address: found.success ? found.data.incoming.socket.remoteAddress : '',
    secure: protocol === 'https:',
    origin: `${protocol}//${request.headers.get('host') ?? host}`,
    request,
  };
}

/**
 * Cookies know no ports: each node of a machine has a cookie of its own name. Over HTTPS the prefix
 * makes browsers hold it to this host, this path and this scheme (RFC 6265bis).
 */
function cookieName(node: Pick<ServedNode, 'id'>, secure: boolean): string {
  const name = `webizen-${node.id.replaceAll(/[^A-Za-z0-9]/g, '').slice(-8)}`;
  return secure ? `__Host-${name}` : name;
}

function secretOf(request: Request, node: ServedNode): string | undefined {
  const name = cookieName(node, new URL(request.url).protocol === 'https:');
  const pairs = (request.headers.get('cookie') ?? '').split(/; */);
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found === '' ? undefined : found;
}

/**
 * Who asks, or undefined where the request says nothing of it and nobody is `needed`.
 *
 * @throws Refusal token-missing, token-wrong, session-ended
 */
export async function partyOf(
  request: Request,
  node: ServedNode,
  needed: boolean,
): Promise<Party | undefined> {
  const token = bearerOf(request);
  if (token !== undefined && (needed || token === node.token)) {
    checkToken(token, node.token);
    return { agent: node.owner };
  }
  const secret = secretOf(request, node);
  if (secret === undefined) return needed ? refuse('token-missing') : undefined;
  try {
    return { agent: (await node.doorkeeper.session(secret)).agent, secret };
  } catch (error) {
    if (!needed && error instanceof Refusal && error.code === 'session-ended') return undefined;
    throw error;
  }
}

/** The cookie by which a browser shows a session again; no script of any page can read it. */
export function sessionCookie(
  node: Pick<ServedNode, 'id' | 'now'>,
  { secure }: Pick<Arrival, 'secure'>,
  session: Pick<NewSession, 'secret' | 'expiresAt'> | undefined,
): string {
  const left = session === undefined ? 0 : Date.parse(session.expiresAt) - node.now().getTime();
  const age = Math.max(0, Math.floor(left / 1000));
  const pair = `${cookieName(node, secure)}=${session?.secret ?? ''}`;
  const rules = `Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict`;
  return `${pair}; ${rules}${secure ? '; Secure' : ''}`;
}
