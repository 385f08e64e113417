import { z } from 'zod';
import { refusals } from '../domain/refusals.ts';
import { titleOf } from './problem.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** A piece of JSON Schema 2020-12, which is the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const SCHEMA = '#/components/schemas/';

/** Turns references into this document, and moves named schemas into its components. */
function placed(value: unknown, components: Map<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, components));
  if (typeof value !== 'object' || value === null) return value;
  const result: Json = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$schema' || key === 'id') {
      if (key === 'id' && typeof inner !== 'string') result[key] = placed(inner, components);
    } else if (key === '$defs') {
      for (const [name, schema] of Object.entries(inner as Json)) {
        components.set(name, placed(schema, components));
      }
    } else if (key === '$ref' && typeof inner === 'string') {
      result[key] = inner.replace('#/$defs/', SCHEMA);
    } else {
      result[key] = placed(inner, components);
    }
  }
  return result;
}

/** The JSON Schema of a zod schema; named parts go to `components`. */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  components = new Map<string, unknown>(),
): JsonSchema {
  const plain = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return placed(plain, components) as JsonSchema;
}

function parametersOf(route: Route, components: Map<string, unknown>): Json[] {
  const both = [
    ['path', route.params],
    ['query', route.query],
  ] as const;
  return both.flatMap(([where, shape]) =>
    Object.entries(shape.shape).map(([name, schema]) => {
      const type = schema as z.ZodType;
      const { description, ...rest } = jsonSchemaOf(type, 'input', components);
      const required = where === 'path' || !type.safeParse(undefined).success;
      return {
        name,
        in: where,
        required,
        schema: rest,
        ...(description === undefined ? {} : { description }),
      };
    }),
  );
}

/** The example of a body: of an act, its envelope filled in around the body that is given. */
export function bodyExample(route: Route): unknown {
  const { body, answer } = route.example ?? {};
  if (body === undefined || route.authority !== 'act') return body;
  const type: unknown = (route.body as z.ZodObject | undefined)?.shape['type'];
  const made = answer as { id?: string } | undefined;
  return {
    type: type instanceof z.ZodLiteral ? type.value : '',
    id: made?.id ?? 'act_aaaabbbbccccddddeeee',
    by: 'agent_aaaabbbbccccddddeeee',
    node: 'node_aaaabbbbccccddddeeee',
    composedAt: '2026-06-01T09:00:00.000Z',
    body,
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      created: '2026-06-01T09:00:00.000Z',
      verificationMethod:
        'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#' +
        'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      proofPurpose: 'assertionMethod',
      proofValue:
        'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
    },
  };
}

function operationOf(route: Route, components: Map<string, unknown>): Json {
  const media = route.media ?? 'application/json';
  const schema = jsonSchemaOf(route.answer, 'output', components);
  const sent = bodyExample(route);
  const answered = route.example?.answer;
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: route.authority === 'owner' ? [{ owner: [] }] : [],
    parameters: parametersOf(route, components),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: jsonSchemaOf(route.body, 'input', components),
                ...(sent === undefined ? {} : { example: sent }),
              },
            },
          },
        }),
    responses: {
      [String(route.status)]: {
        description: route.status === 201 ? 'Done; what happened.' : 'What was asked for.',
        content: { [media]: { schema, ...(answered === undefined ? {} : { example: answered }) } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** `getWorksId`, say: unique, as method and path are. */
function operationId({ method, path }: Route): string {
  const words = path.split(/[^A-Za-z]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return method.toLowerCase() + (name === '' ? 'Front' : name);
}

const problem: Json = {
  type: 'object',
  description: 'What was refused (RFC 9457), by which rule, and what to do next.',
  required: ['type', 'title', 'status', 'detail', 'code', 'values', 'remedy', 'kept'],
  properties: {
    type: { type: 'string', description: 'Where the refusal is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was refused, with which values.' },
    code: { type: 'string', enum: Object.keys(refusals), description: 'Its name, for good.' },
    values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    remedy: { type: 'string', description: 'What to do next.' },
    kept: { type: 'string', description: 'What is still there.' },
  },
};

const problemExample = {
  type: '/reference/refusals#amount-malformed',
  title: titleOf('amount-malformed'),
  status: 400,
  detail: '"1e3" is not an amount.',
  code: 'amount-malformed',
  values: { text: '1e3' },
  remedy: refusals['amount-malformed'].remedy,
  kept: 'Nothing was changed.',
};

/** The OpenAPI 3.1 document of all routes. The same routes give the same bytes. */
export function openApiDocument(routes: readonly Route[]): Json {
  const components = new Map<string, unknown>([['Problem', problem]]);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const item = (paths[route.path] ??= {});
    item[route.method.toLowerCase()] = operationOf(route, components);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Webizen',
      version: '1',
      summary: 'A node: what people gave, who is owed what, and when a work opens.',
      description:
        'Amounts are `{"amount": "9240.81", "currency": "AUD"}`, never numbers. What changes the ' +
        'books is a signed act, sent whole; sent again with the same id and body it answers the ' +
        'same. What is refused comes as a problem document (RFC 9457), and changes nothing.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      responses: {
        Problem: {
          description: 'Refused; nothing was changed.',
          content: {
            'application/problem+json': {
              schema: { $ref: `${SCHEMA}Problem` },
              example: problemExample,
            },
          },
        },
      },
      securitySchemes: {
        owner: {
          type: 'http',
          scheme: 'bearer',
          description: 'The line in the file `token` of the data directory.',
        },
      },
    },
  };
}
