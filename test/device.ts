// A device of somebody: a key that the node never has, made of a seed.

import { possessionText } from '../src/domain/agents/possession.ts';
import type { SignedPossession } from '../src/domain/agents/possession.ts';
import { deviceText } from '../src/domain/agents/sign-in.ts';
import { signAct } from '../src/domain/record/act.ts';
import type { Act } from '../src/domain/record/act.ts';
import { sha256 } from '../src/domain/record/hash.ts';
import { toMultibase, toMultikey } from '../src/domain/record/multibase.ts';
import { signBytes, signingKey } from '../src/domain/record/signature.ts';
import type { Said } from './stage.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;

/** What a device says of its key beside it; each can be said wrongly. */
export interface Offering {
  readonly node?: string;
  readonly minutes?: number;
  /** The device whose key signs the offer. */
  readonly signer?: Device;
}

/** One device. */
export class Device {
  readonly name: string;
  readonly key: ReturnType<typeof signingKey>;
  readonly publicKey: string;

  constructor(name: string) {
    this.name = name;
    this.key = signingKey(sha256(`the key of ${name}`));
    this.publicKey = toMultikey(this.key.publicKey);
  }

  /** An act, composed now and signed here. */
  signs(world: World, { by, type, id, body }: Said): Act {
    const composedAt = world.node.now().toISOString();
    return signAct({ type, id, by, node: world.node.id, composedAt, body }, this.key);
  }

  /** Composes, signs here and submits. @throws Refusal */
  act<A = unknown>(world: World, said: Said): Promise<A> {
    return world.node.submit(this.signs(world, said)) as Promise<A>;
  }

  /** That this device has its key, and for whom it is meant. */
  possession(world: World, agent: string, offering: Offering = {}): SignedPossession {
    const { node = world.node.id, minutes = 15, signer = this } = offering;
    const expiresAt = new Date(world.node.now().getTime() + minutes * MINUTE).toISOString();
    const said = { node, agent, expiresAt };
    return { ...said, signature: signer.multibase(possessionText(this.publicKey, said)) };
  }

  /** The act by which an agent adds this device. */
  adding(world: World, agent: string, more: object = {}): Said {
    const { publicKey, name } = this;
    const body = { publicKey, name, possession: this.possession(world, agent), ...more };
    return { by: agent, type: 'agent.keyed', id: `keyed ${name}`.replaceAll(' ', '_'), body };
  }

  /** What is sent to come in by this key. */
  entering(world: World, agent: string): object {
    const { challenge } = world.node.doorkeeper.challenge(`device ${agent}`);
    const said = { agent, challenge, at: world.node.now().toISOString() };
    const text = deviceText({ ...said, node: world.node.id });
    return { way: 'device', ...said, signature: this.multibase(text) };
  }

  /** The signature of a text. */
  multibase(text: string): string {
    return toMultibase(signBytes(new TextEncoder().encode(text), this.key));
  }
}

/** The act by which an agent ends a key. */
export const ending = (agent: string, publicKey: string, more: object = {}): Said => ({
  by: agent,
  type: 'agent.unkeyed',
  id: `unkeyed_${publicKey.slice(-12)}`,
  body: { publicKey, ...more },
});
