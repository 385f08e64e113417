import { wrong } from './session.ts';
import type { Session } from './session.ts';

/** `--at`, of commands that print a link. */
export const AT = [
  '--at <address>',
  'what the link begins with: https://garden.example:4443 (where the node is served)',
] as const;

/**
 * The address that a link begins with: the one that is asked for; else that of the running node
 * beyond this machine, else on it. Refuses `option-malformed`.
 */
export async function addressOf(session: Session, asked?: string): Promise<string> {
  if (asked !== undefined) return originOf(asked);
  const { url, beyond } = await session.client.node.installation();
  const [first] = beyond?.urls ?? [];
  if (first !== undefined || url !== '') return first ?? url;
  session.note('The node does not run: the link opens once it does (webizen start).');
  const { DEFAULT_PORT } = await import('../../http/serve.ts');
  return `http://localhost:${DEFAULT_PORT}`;
}

function originOf(text: string): string {
  const url = URL.parse(text);
  const isWeb = url !== null && /^https?:$/.test(url.protocol);
  return isWeb ? url.origin : wrong('--at', text, 'an address such as https://garden.example:4443');
}
