import type { Action } from '../actions/action.ts';
import { ID_BYTES, idOf } from '../domain/agents/id.ts';
import type { IdPrefix } from '../domain/agents/id.ts';
import type { Act, UnsignedAct } from '../domain/record/act.ts';
import { toBase58 } from '../domain/record/multibase.ts';
import type { Transport } from './transport.ts';

/** Signs an act whole. The key stays with it. */
export interface Signer {
  sign<B>(unsigned: UnsignedAct<B>): Promise<Act<B>>;
}

/** What a client composes acts with. Clock and randomness can be given, for tests and replays. */
export interface Composing {
  readonly transport: Transport;
  /** The agent who acts where nothing else is said; the node's owner where nobody is named. */
  readonly by?: string | undefined;
  readonly signer: Signer;
  readonly clock: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** Who acts, under which id, and whose signature it carries: all optional. */
export interface How {
  readonly by?: string | undefined;
  /** The id of the thing that the act makes. A retry with the same id is safe. */
  readonly id?: string | undefined;
  readonly signer?: Signer | undefined;
}

/** The body of an action's act. */
export type BodyOf<A> = A extends Action<infer B> ? B : never;

/** What an action answers. */
export type AnswerOf<A> = A extends { answer(...given: never[]): Promise<infer R> } ? R : never;

interface Health {
  readonly node: string;
}

interface Founded {
  readonly owner: { readonly id: string };
}

/** Composes, signs and sends acts to one node. */
export class Acts {
  readonly #parts: Composing;
  #node: string | undefined;
  #owner: string | undefined;

  constructor(parts: Composing) {
    this.#parts = parts;
  }

  /** A fresh id, such as `work_…`. */
  newId(prefix: IdPrefix): string {
    return idOf(prefix, this.#parts.random(ID_BYTES));
  }

  /** The act as it would be sent, unsigned. */
  async compose<B>(type: string, id: string, body: B, how: How): Promise<UnsignedAct<B>> {
    const node = await this.#nodeId();
    const by = how.by ?? this.#parts.by ?? (await this.#ownerId());
    const composedAt = this.#parts.clock().toISOString();
    return { type, id, by, node, composedAt, body: withoutUndefined(body) };
  }

  /** Composes an act, has it signed whole, sends it, and gives what the node answers. */
  async send<A>(address: string, type: string, body: unknown, how: SendHow): Promise<A> {
    return this.#parts.transport.post<A>(address, await this.#signed(type, body, how));
  }

  /** As `send`, where the act is the newest word on a thing that there is one of. */
  async put<A>(address: string, type: string, body: unknown, how: SendHow): Promise<A> {
    return this.#parts.transport.put<A>(address, await this.#signed(type, body, how));
  }

  /** A code that nobody can guess, of 128 random bits. */
  newCode(): string {
    return toBase58(this.#parts.random(16));
  }

  async #signed(type: string, body: unknown, how: SendHow): Promise<Act> {
    const id = how.id ?? this.newId(how.prefix);
    const unsigned = await this.compose(type, id, body, how);
    return (how.signer ?? this.#parts.signer).sign(unsigned);
  }

  async #nodeId(): Promise<string> {
    return (this.#node ??= (await this.#parts.transport.get<Health>('/health')).node);
  }

  async #ownerId(): Promise<string> {
    return (this.#owner ??= (await this.#parts.transport.get<Founded>('/node')).owner.id);
  }
}

/** As `How`, with the prefix of a fresh id. */
export interface SendHow extends How {
  readonly prefix: IdPrefix;
}

/** Optional members that are absent must be absent in what is signed, too. */
function withoutUndefined<B>(body: B): B {
  return JSON.parse(JSON.stringify(body)) as B;
}

/** Signs with the key that the node keeps for the acting agent. Needs the owner's token. */
export function nodeSigner(transport: Transport): Signer {
  return {
    sign: (unsigned) =>
      transport.post(`/agents/${encodeURIComponent(unsigned.by)}/signatures`, unsigned),
  };
}
