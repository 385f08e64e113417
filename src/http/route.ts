import { z } from 'zod';
import type { Action, ActOf, Sight } from '../actions/action.ts';
import type { Doorkeeper } from '../actions/doors/doorkeeper.ts';
import type { Act, UnsignedAct } from '../domain/record/act.ts';
import { refuse } from '../domain/refusals.ts';
import type { Noun } from '../actions/parts/part.ts';
import { allowing } from './allowed.ts';
import type { Limits } from './limits.ts';

/**
 * Whose word a door asks for. `none`: anybody who can reach the port. `owner`: the owner's token,
 * or a session. `act`: a signed act carries its own authority.
 */
export type Authority = 'none' | 'owner' | 'act';

/** What a node lends to its doors. The rules are all behind it; here nothing is decided. */
export interface ServedNode {
  readonly id: string;
  readonly agent: string;
  readonly owner: string;
  /** The owner's token. */
  readonly token: string;
  readonly keyring: ServedKeyring;
  readonly doorkeeper: Doorkeeper;
  now(): Date;
  /** `allow` is asked once the act is known to be its agent's own. */
  submit(act: unknown, allow?: Allow): Promise<unknown>;
  preview(unsigned: unknown): Promise<unknown>;
  /** Tells what happens, once it is on the disk, until the function that it gives is called. */
  watch(tell: (event: NodeEvent) => void, closed: () => void): () => void;
  /** Ends all watching, before the node stops. */
  endWatches(): void;
  /** What happened after an entry; undefined where it is more than so many. */
  eventsSince(seq: number, atMost: number): Promise<readonly NodeEvent[] | undefined>;
  read<T>(work: (sight: Sight) => Promise<T>): Promise<T>;
  check(): Promise<unknown>;
  exportTo(directory: string, options: { readonly keys: boolean }): Promise<unknown>;
}

/** Something that happened: an entry of the record, and the work that it is about. */
export interface NodeEvent {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly work: string | null;
}

/** Decides whether an act may come in, beside its own rules. @throws Refusal */
export type Allow = (act: ActOf<unknown>, sight: Sight) => Promise<void>;

/** The keys that the node keeps, as the doors use them. */
export interface ServedKeyring {
  /** The public half, a multikey, of the agent's key; made first where there is none. */
  ensure(agent: string): Promise<string>;
  sign(agent: string, unsigned: UnsignedAct): Promise<{ readonly act: Act }>;
}

/** Who asks. `secret` is that of their session; the owner's token has none. */
export interface Party {
  readonly agent: string;
  readonly secret?: string;
}

/** From where a request came, and how. */
export interface Arrival {
  /** The address at the other end; `''` inside this process. */
  readonly address: string;
  readonly secure: boolean;
  /** `http://localhost:4410`, as the browser has it. */
  readonly origin: string;
  readonly request: Request;
}

/** What came through a door, parsed. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly node: ServedNode;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The path as it was asked for. */
  readonly path: string;
  /** Nobody, where a door asks for no authority and the request brings none. */
  readonly party: Party | undefined;
  readonly arrival: Arrival;
  readonly limits: Limits;
  /** Every address of the node, for the pages that describe them. */
  readonly routes: readonly Route[];
}

/** What is sent and answered, as an example. Of an act: its id, who acts, and its body. */
export interface Example {
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** One thing that can be asked of a node, without its address. */
export interface Door {
  /** What it does, in a few words; the heading in the reference. */
  readonly summary: string;
  /** What it promises and what to mind. */
  readonly description?: string;
  readonly authority: Authority;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** Media type of the answer where it is not JSON. */
  readonly media?: string;
  readonly status: 200 | 201;
  /** The most bytes that a body may have. */
  readonly bodyBytesMax?: number;
  readonly example?: Example;
  run(call: Call): Promise<unknown>;
}

/** A door with its address: one line of the table in `routes.ts`. */
export interface Route extends Door {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** In the form of OpenAPI: `/works/{id}`. */
  readonly path: string;
  /** The noun under which the reference lists it. */
  readonly tag: string;
  /** What a part in the work must allow, as `may` knows it; an act's type; `none` for anybody. */
  readonly action: string;
  /** What the id in the address is of; `list`: what the filter names; `act`: what the body is. */
  readonly of?: Noun | 'agent' | 'list' | 'act';
}

/** The type of the act that a door takes. */
export function actTypeOf({ body }: Pick<Door, 'body'>): string {
  const type: unknown = (body as z.ZodObject | undefined)?.shape['type'];
  return type instanceof z.ZodLiteral ? String(type.value) : '';
}

const NOTHING = z.strictObject({});

/** Ids in addresses: what a client may choose, and no more. */
export const idParams = z.strictObject({ id: z.string().min(1).max(100) });

type Shape = z.ZodObject;

interface Words {
  readonly summary: string;
  readonly description?: string;
  readonly example?: Example;
}

/** A door that reads: `run` is a reading action, given what stands in the address. */
export function reading<P extends Shape = Shape, Q extends Shape = Shape>(
  definition: Words & {
    readonly params?: P;
    readonly query?: Q;
    readonly answer: z.ZodType;
    readonly media?: string;
    readonly run: (sight: Sight, params: z.output<P>, query: z.output<Q>) => Promise<unknown>;
  },
): Door {
  const { run, params, query, ...words } = definition;
  return {
    ...words,
    authority: 'owner',
    status: 200,
    params: params ?? NOTHING,
    query: query ?? NOTHING,
    run: (call) =>
      call.node.read((sight) => run(sight, call.params as z.output<P>, call.query as z.output<Q>)),
  };
}

/** A door of the node itself: keys, checks, exports. */
export function serving<P extends Shape = Shape, Q extends Shape = Shape, B = unknown>(
  definition: Words & {
    readonly authority: Authority;
    readonly params?: P;
    readonly query?: Q;
    readonly body?: z.ZodType<B>;
    readonly answer: z.ZodType;
    readonly media?: string;
    readonly status?: 200 | 201;
    readonly bodyBytesMax?: number;
    readonly run: (call: Call<z.output<P>, z.output<Q>, B>) => Promise<unknown>;
  },
): Door {
  const { run, params, query, status, ...words } = definition;
  return {
    ...words,
    status: status ?? 200,
    params: params ?? NOTHING,
    query: query ?? NOTHING,
    run: (call) => run(call as Call<z.output<P>, z.output<Q>, B>),
  };
}

/** A Data Integrity proof, cryptosuite eddsa-jcs-2022. */
export const proofSchema = z
  .looseObject({
    type: z.literal('DataIntegrityProof'),
    cryptosuite: z.literal('eddsa-jcs-2022'),
    verificationMethod: z.string(),
    proofPurpose: z.literal('assertionMethod'),
    proofValue: z.string(),
  })
  .meta({ id: 'Proof', description: 'W3C Data Integrity proof, cryptosuite eddsa-jcs-2022.' });

/** An act before it is signed: who says what, on which node, under which id. */
export function unsignedActSchema(type: string, body: z.ZodType): z.ZodObject {
  return z.strictObject({
    type: z.literal(type),
    id: z
      .string()
      .describe('Of the thing that the act makes; also the key that makes a retry safe.'),
    by: z.string().describe('The agent who acts.'),
    node: z.string().describe('The node that the act is composed for.'),
    composedAt: z.string().describe('ISO 8601 instant, UTC.'),
    body,
  });
}

interface ActDoor extends Words {
  readonly answer: z.ZodType;
  /** The member of the act's body that must be the id in the address. */
  readonly about?: string;
  readonly bodyBytesMax?: number;
}

/** A door that takes one whole signed act of one type, and answers what happened. */
export function acting<B>(action: Action<B>, words: ActDoor): Door {
  const { about, ...rest } = words;
  const signed = unsignedActSchema(action.type, action.body).extend({ proof: proofSchema });
  return {
    ...rest,
    authority: 'act',
    status: 201,
    params: about === undefined ? NOTHING : idParams,
    query: NOTHING,
    body: signed,
    run: (call) => {
      checkPlace(call, action.type, about);
      return call.node.submit(call.body, allowing(call));
    },
  };
}

/** A door that says what an unsigned act would do. Nothing is written; only the owner may ask. */
export function previewing<B>(action: Action<B>, words: ActDoor): Door {
  const { example, ...rest } = words;
  return {
    ...rest,
    description: 'Takes the act unsigned. Nothing is written.',
    authority: 'owner',
    status: 200,
    params: NOTHING,
    query: NOTHING,
    body: unsignedActSchema(action.type, action.body),
    ...(example === undefined ? {} : { example: {} }),
    run: (call) => call.node.preview(call.body),
  };
}

const placed = z.object({ type: z.string(), body: z.record(z.string(), z.unknown()) });

function checkPlace(call: Call, type: string, about: string | undefined): void {
  const act = placed.safeParse(call.body);
  // What is no act at all is refused by the node, which names the first thing that does not fit.
  if (!act.success) return;
  const id = about === undefined ? undefined : z.object({ id: z.string() }).parse(call.params).id;
  const found = about === undefined ? undefined : act.data.body[about];
  if (act.data.type === type && found === id) return;
  refuse('act-elsewhere', {
    found: act.data.type.slice(0, 100),
    about: typeof found === 'string' ? found.slice(0, 100) : '',
    path: call.path,
  });
}
