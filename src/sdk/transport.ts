import { clientProblem, problemIn } from './problem.ts';

/** What a client needs of `fetch`. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Parameters of an address; what is undefined is left out, a list is repeated. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** How requests reach a node. */
export interface Transport {
  get<T>(path: string, query?: Query): Promise<T>;
  text(path: string, query?: Query): Promise<string>;
  post<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  delete<T>(path: string): Promise<T>;
  /** A request as it is, whose answer is read as it comes. */
  raw(path: string, init: RequestInit, query?: Query): Promise<Response>;
  /** A GET whose body is read as it comes. */
  stream(path: string, query?: Query): Promise<ReadableStream<Uint8Array>>;
}

/** Where the node is, and how to get there. */
export interface TransportOptions {
  /** Such as `http://localhost:4410`. */
  readonly url: string;
  readonly fetch?: Fetch | undefined;
  /** The owner's token. */
  readonly token?: string | undefined;
}

function withQuery(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    const values = typeof value === 'object' ? value : [String(value)];
    for (const one of values) parameters.append(name, one);
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** An address with its parts escaped: path`/works/${id}`. */
export function path(parts: TemplateStringsArray, ...ids: readonly string[]): string {
  return parts.reduce((text, part, index) => text + step(ids[index - 1] ?? '') + part);
}

/**
 * One step of an address. A step that is empty or only dots means another address, so it is sent
 * as a word that no id can be: the node then says that it knows no such thing.
 */
const step = (id: string): string =>
  id === '' || id === '.' || id === '..' ? encodeURIComponent(`"${id}"`) : encodeURIComponent(id);

async function refusedOrBroken(response: Response, url: string): Promise<never> {
  const text = await response.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  throw problemIn(value) ?? clientProblem('answer-unreadable', { url, status: response.status });
}

/**
 * Requests to one node. Every refusal is thrown as a `Problem`; so is a node that does not answer
 * (`node-unreachable`), as nobody then knows whether the act arrived.
 */
export function transportTo(options: TransportOptions): Transport {
  const base = options.url.replace(/\/+$/, '');
  const send: Fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const headers: Record<string, string> =
    options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };

  async function ask(address: string, init?: RequestInit): Promise<Response> {
    let response: Response;
    try {
      const own = { ...headers, ...(typeof init?.body === 'string' ? JSON_TYPE : {}) };
      response = await send(`${base}${address}`, { ...init, headers: own });
    } catch (cause) {
      throw clientProblem('node-unreachable', { url: base }, cause);
    }
    return response.ok ? response : refusedOrBroken(response, base);
  }

  async function json<T>(address: string, init?: RequestInit): Promise<T> {
    const response = await ask(address, init);
    const { status } = response;
    try {
      return (await response.json()) as T;
    } catch (cause) {
      // Whoever stands between answers for the node, or it was cut off in the middle.
      throw clientProblem('answer-unreadable', { url: base, status }, cause);
    }
  }

  return {
    get: (address, query) => json(withQuery(address, query)),
    text: async (address, query) => (await ask(withQuery(address, query))).text(),
    post: (address, body) => json(address, { method: 'POST', body: JSON.stringify(body) }),
    put: (address, body) => json(address, { method: 'PUT', body: JSON.stringify(body) }),
    delete: (address) => json(address, { method: 'DELETE' }),
    raw: (address, init, query) => ask(withQuery(address, query), init),
    stream: async (address, query) => {
      const { body } = await ask(withQuery(address, query));
      return body ?? new ReadableStream();
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' } as const;
