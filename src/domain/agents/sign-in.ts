import { sha256Hex } from '../record/hash.ts';

/** What is said by whoever comes in by the key of their own device. */
export interface DeviceSignIn {
  readonly node: string;
  readonly agent: string;
  /** As the node gave it, for this sign-in alone. */
  readonly challenge: string;
  /** The clock of the device, an ISO instant. */
  readonly at: string;
}

/**
 * The text that a device signs to come in: five lines, each ended by a line feed. No act can look
 * like it, as acts are signed over a hash.
 */
export const deviceText = ({ node, agent, challenge, at }: DeviceSignIn): string =>
  `Webizen sign-in\n${node}\n${agent}\n${challenge}\n${at}\n`;

/**
 * What only a node with that token can answer to a nonce: so a command knows whom it speaks to
 * before it sends the token. Lower-case hex of SHA-256.
 */
export function tokenProof(token: string, nonce: string): string {
  return sha256Hex(`Webizen node\n${nonce}\n${token}\n`);
}
