import { Hono } from 'hono';
import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal, refuse } from '../domain/refusals.ts';
import { BODY_BYTES_MAX, readJsonBody } from './body.ts';
import { serveAppFile } from './app-files.ts';
import { allowedHosts, checkHost, checkOrigin, SECURITY_HEADERS } from './guard.ts';
import { Limits } from './limits.ts';
import { checkAllowed } from './allowed.ts';
import { arrivalOf, partyOf } from './party.ts';
import { problemOfError, problemResponse, refuseQuery } from './problem.ts';
import type { Route, ServedNode, ServedPlace } from './route.ts';
import { routes } from './routes.ts';

/** What the outside of an app depends on. */
export interface AppOptions {
  /** `name:port` pairs that this node answers under; asked at each request. */
  readonly hosts?: () => readonly string[];
  /** Where the node answers; asked at each request. */
  readonly place?: () => ServedPlace;
  /** Told of what broke: the words that no response carries. */
  readonly log?: (line: string) => void;
}

/** Of a node in the process that asks: nobody reaches it by a port. */
const NOWHERE: ServedPlace = { url: '', beyond: null };

/** Host of the in-process app, which has no port. */
const IN_PROCESS: readonly string[] = ['localhost', ...allowedHosts(0)];

function parseOrRefuse(schema: z.ZodObject, given: unknown, kind: string): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  return refuseQuery(place === '' ? kind : `${kind} "${place}"`, issue?.message ?? 'malformed');
}

/** Every value of a repeated parameter, and the one value of a single one. */
function queryOf(context: Context): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(context.req.queries())) {
    found[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return found;
}

function respond(route: Route, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  const type = route.media ?? 'application/json';
  const text = typeof answer === 'string' ? answer : `${JSON.stringify(answer)}\n`;
  const charset = type.startsWith('text/') ? '; charset=utf-8' : '';
  return new Response(text, {
    status: route.status,
    headers: { 'content-type': `${type}${charset}`, 'cache-control': 'no-store' },
  });
}

interface Serving {
  readonly node: ServedNode;
  readonly limits: Limits;
  readonly place: () => ServedPlace;
}

async function serveRoute({ node, limits, place }: Serving, route: Route, context: Context) {
  const request = context.req.raw;
  const party = await partyOf(request, node, route.authority === 'owner');
  const params = parseOrRefuse(route.params, context.req.param(), 'The path');
  const query = parseOrRefuse(route.query, queryOf(context), 'The parameter');
  const asked = { params, query, body: undefined };
  // Before the body is read, where the address alone says what is asked about.
  if (route.of !== 'act') await checkAllowed(node, route, party, asked);
  // What is large is read only of somebody known.
  const limit = (party === undefined ? undefined : route.bodyBytesMax) ?? BODY_BYTES_MAX;
  const body = hasBody(route) ? await readJsonBody(request, limit) : undefined;
  const given = { params, query, body: checkBody(route, body) };
  if (route.of === 'act') await checkAllowed(node, route, party, given);
  const path = new URL(request.url).pathname;
  const came = { party, arrival: arrivalOf(request, context.env), limits, place: place() };
  return respond(route, await route.run({ node, ...given, path, routes, ...came }));
}

const hasBody = ({ method, body }: Route): boolean =>
  method === 'POST' || (method === 'PUT' && body !== undefined);

/** A signed act stays exactly as it was signed: the node itself parses it. */
function checkBody(route: Route, body: unknown): unknown {
  if (route.body === undefined || route.authority === 'act') return body;
  const parsed = route.body.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return refuse('act-malformed', {
    where: issue?.path.join('.') ?? 'body',
    what: issue?.message ?? 'malformed',
  });
}

/** Hono writes a path's parameters as `:id` where OpenAPI writes `{id}`. */
const patternOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function refuseUnknown(context: Context): never {
  const path = context.req.path.slice(0, 200);
  const allowed = routes
    .filter((route) => matches(route.path, context.req.path))
    .map((route) => route.method);
  if (allowed.length === 0) refuse('route-unknown', { method: context.req.method, path });
  const values = { method: context.req.method, path, allowed: allowed.join(', ') };
  return refuse('method-unfit', values);
}

function matches(pattern: string, path: string): boolean {
  const steps = pattern.split('/');
  const given = path.split('/');
  return (
    steps.length === given.length &&
    steps.every((step, index) => step.startsWith('{') || step === given[index])
  );
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The headers of every response, save those that it brings itself. */
function secured(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

/**
 * The whole API of a node as one function from `Request` to `Response`, with no port. Everything
 * in it comes from the table in `routes.ts`. Each response carries the security headers; each
 * refusal is a problem document (RFC 9457); what breaks is told to `log`, never to the client.
 */
export function createApp(node: ServedNode, options: AppOptions = {}): Hono {
  const app = new Hono();
  const hosts = options.hosts ?? ((): readonly string[] => IN_PROCESS);
  const limits = new Limits(() => node.now());
  const serving = { node, limits, place: options.place ?? ((): ServedPlace => NOWHERE) };
  app.use(async (context, next) => {
    checkHost(context.req.raw, hosts());
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reads) checkOrigin(context.req.raw, hosts());
    await next();
    secured(context.res);
  });
  app.get('/app', (context) => context.redirect('/app/', 308));
  app.get('/app/*', (context) => serveAppFile(context.req.raw));
  for (const route of routes) {
    app.on(route.method, patternOf(route.path), (context) => serveRoute(serving, route, context));
  }
  app.notFound((context) => refuseUnknown(context));
  app.onError((error) => {
    if (!(error instanceof Refusal)) options.log?.(explain(error));
    return secured(problemResponse(problemOfError(error)));
  });
  return app;
}
