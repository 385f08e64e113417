// A look at a repository, a history or a time sheet, before anything is taken from it.

import type { importContributions } from '../actions/contributions/imports/import-contributions.ts';
import { idOf } from '../domain/agents/id.ts';
import { sha256 } from '../domain/record/hash.ts';
import type { SourceShown } from '../http/doors/imports.ts';
import type { BodyOf } from './acts.ts';
import type { Parts } from './makers.ts';
import { toldBy } from './telling.ts';

/** How far a look is: bytes read, of so many (0 where nobody knows), and commits. */
export interface LookProgress {
  readonly read: number;
  readonly total: number;
  readonly commits: number;
}

/** Formats of sources. */
export type SourceFormat =
  | 'git'
  | 'history'
  | 'toggl'
  | 'clockify'
  | 'harvest'
  | 'timeclock'
  | 'csv';

/** How a source is looked at. */
export interface LookHow {
  readonly dates?: 'us' | 'eu' | 'iso';
  /** Commits less than so many hours apart are one session: a decimal, 2 by default. */
  readonly sessionHours?: string | undefined;
  /** What the first commit of a session adds, in hours: a decimal, 2 by default. */
  readonly firstHours?: string | undefined;
  /** Whose time a sheet is that names nobody. */
  readonly whose?: string | undefined;
  readonly progress?: (progress: LookProgress) => void;
  readonly signal?: AbortSignal;
}

type ImportBody = BodyOf<typeof importContributions>;

/** Looks at sources, and bodies of the act that takes them in. */
export const importsOf = ({ transport }: Parts) => ({
  /** A repository or a file on the machine of the node; only its owner may. */
  lookAtPath: async (
    source: {
      readonly format: SourceFormat;
      readonly path: string;
      readonly branch?: string;
      readonly allowShallow?: boolean;
    },
    { progress, signal, ...how }: LookHow = {},
  ): Promise<SourceShown> => {
    const body = JSON.stringify({ ...source, ...how });
    const init = { method: 'POST', body, ...(signal === undefined ? {} : { signal }) };
    return toldBy(await transport.raw('/imports/previews', init), progress);
  },
  /** A file of this device, which the node reads and does not keep. */
  lookAtFile: async (
    source: { readonly format: SourceFormat; readonly name: string; readonly file: Blob },
    { progress, signal, ...how }: LookHow = {},
  ): Promise<SourceShown> => {
    const { file, ...query } = source;
    const init = { method: 'PUT', body: file, ...(signal === undefined ? {} : { signal }) };
    return toldBy(await transport.raw('/imports/previews', init, { ...query, ...how }), progress);
  },
  /**
   * The body of the act that takes in what was seen, for `contributions.import(body, {id})` with
   * the same `import` as id: ids follow from it, so that a retry says the same. `only` are the
   * identities of those who are wanted; `known` says which of them are agents already; those of
   * one list in `together` are one person, under the name of the first. `valuing` is said of every
   * line.
   */
  bodyOf: (
    shown: SourceShown,
    place: { readonly work: string; readonly release: string; readonly import: string },
    wanted: {
      readonly only?: readonly string[];
      readonly known?: Readonly<Record<string, string>>;
      readonly together?: readonly (readonly string[])[];
      readonly valuing?: Pick<ImportBody['lines'][number], 'classification' | 'rate'>;
    } = {},
  ): ImportBody => {
    const only = wanted.only === undefined ? undefined : new Set(wanted.only);
    const isWanted = (identity: string): boolean => only?.has(identity) ?? true;
    const firsts = new Map<string, string>();
    for (const [first = '', ...others] of wanted.together ?? []) {
      for (const identity of others) firsts.set(identity, first);
    }
    const agentOf = (identity: string): string => {
      const first = firsts.get(identity) ?? identity;
      const known = wanted.known?.[identity] ?? wanted.known?.[first];
      return known ?? idFrom('agent_', place.import, first);
    };
    return {
      work: place.work,
      release: place.release,
      format: shown.format,
      source: shown.source,
      authors: shown.contributors
        .filter(({ identity }) => isWanted(identity))
        .map(({ identity, name, bot }) => ({
          id: agentOf(identity),
          identity,
          name,
          bot,
        })),
      lines: shown.lines
        .filter(({ author }) => isWanted(author))
        .map((line) => ({
          id: idFrom('con_', place.import, line.key),
          ...line,
          ...wanted.valuing,
        })),
    };
  },
});

const idFrom = (prefix: 'agent_' | 'con_', ...parts: readonly string[]): string =>
  idOf(prefix, sha256(parts.join('\n')));
