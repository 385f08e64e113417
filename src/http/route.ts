import { z } from 'zod';
import type { Action, Sight } from '../actions/action.ts';
import { refuse } from '../domain/refusals.ts';
import { allowing } from './allowed.ts';
import type { Authority, Call, Door, Example } from './door.ts';

export type {
  Allow,
  Arrival,
  Authority,
  Call,
  Door,
  Example,
  LineRead,
  Party,
  ReadingHow,
  Route,
  ServedKeyring,
  ServedNode,
  ServedPlace,
  SourceRead,
} from './door.ts';

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
  /** The member of the act's body that must be the id in the address; `by`: whoever acts. */
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

const placed = z.object({
  type: z.string(),
  by: z.unknown(),
  body: z.record(z.string(), z.unknown()),
});

function checkPlace(call: Call, type: string, about: string | undefined): void {
  const act = placed.safeParse(call.body);
  // What is no act at all is refused by the node, which names the first thing that does not fit.
  if (!act.success) return;
  const id = about === undefined ? undefined : z.object({ id: z.string() }).parse(call.params).id;
  const { by, body } = act.data;
  const found = about === undefined ? undefined : about === 'by' ? by : body[about];
  if (act.data.type === type && found === id) return;
  refuse('act-elsewhere', {
    found: act.data.type.slice(0, 100),
    about: typeof found === 'string' ? found.slice(0, 100) : '',
    path: call.path,
  });
}
