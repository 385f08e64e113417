// What a door is: what can be asked of a node, by whom, and what the node lends to it.

import type { z } from 'zod';
import type { ActOf, Sight } from '../actions/action.ts';
import type { Watched } from '../actions/doors/watchers.ts';
import type { Doorkeeper } from '../actions/doors/doorkeeper.ts';
import type { Noun } from '../actions/parts/part.ts';
import type { Act, UnsignedAct } from '../domain/record/act.ts';
import type { CheckReport } from '../checks/check-books.ts';
import type { Limits } from './limits.ts';

/**
 * Whose word a door asks for. `none`: anybody who can reach the port. `owner`: the owner's token,
 * or a session. `act`: a signed act carries its own authority.
 */
export type Authority = 'none' | 'owner' | 'act';

/** What a node lends to its doors. The rules are all behind it; here nothing is decided. */
export interface ServedNode extends Watched {
  readonly id: string;
  readonly dataDir: string;
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
  /** Reads a repository, a history or a time sheet into draft lines; writes nothing. */
  readSource(format: string, path: string, how: ReadingHow): Promise<SourceRead>;
  read<T>(work: (sight: Sight) => Promise<T>): Promise<T>;
  /** `progress` is told how many entries were looked at. */
  check(progress?: (entries: number) => void): Promise<CheckReport>;
  exportTo(directory: string, options: { readonly keys: boolean }): Promise<unknown>;
}

/** Where a node answers beyond its machine, and by which certificate. */
export interface BeyondPlace {
  readonly urls: readonly string[];
  /** SHA-256 over the certificate, as browsers show it. */
  readonly fingerprint: string;
  /** True where the node made it itself, so that browsers warn. */
  readonly own: boolean;
  readonly expiresAt: string;
}

/** Where a node answers. `beyond` is null where it answers this machine alone. */
export interface ServedPlace {
  readonly url: string;
  readonly beyond: BeyondPlace | null;
}

/** How a source is read, and who is told how far it is: bytes read, of so many, and commits. */
export interface ReadingHow {
  readonly progress?: (read: number, total: number, commits: number) => void;
  readonly allowShallow?: boolean;
  readonly branch?: string;
  readonly dates?: 'us' | 'eu' | 'iso';
  /** How gaps between commits become sessions; whole seconds. */
  readonly rule?: { readonly sessionSeconds: number; readonly firstSeconds: number };
  /** Whose time a sheet is that names nobody. */
  readonly author?: { readonly name: string };
}

/** One line that was read: what may become a draft. */
export interface LineRead {
  readonly key: string;
  readonly contentHash: string;
  readonly line: number;
  readonly author: { readonly key: string; readonly name: string; readonly bot: boolean };
  readonly kind: string;
  readonly quantity: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly description: string;
  readonly evidence: readonly string[];
  readonly estimate: boolean;
}

/** What was read of a source, what was left out, and what there is to say. */
export interface SourceRead {
  readonly format: string;
  readonly lines: readonly LineRead[];
  readonly skipped: readonly {
    readonly line: number;
    readonly reason: string;
    readonly counts?: Readonly<Record<string, number>>;
    readonly text: string;
  }[];
  readonly programs?: readonly { readonly name: string; readonly commits: number }[];
  readonly notes: readonly string[];
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
  /** Where the node answers. */
  readonly place: ServedPlace;
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
  /**
   * What the id in the address is of; `list`: what the filter names; `act`: what the body is;
   * `entry`: the act that the address names.
   */
  readonly of?: Noun | 'agent' | 'list' | 'act' | 'entry';
}
