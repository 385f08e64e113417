// What a repository, a history or a time sheet holds, as the node sees it, kept in the browser
// until it has come in: a reload loses neither the file nor what was seen in it.

import { draftName } from '../../../keep/draft.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SourceShown } from '../../../../http/doors/imports.ts';
import type { LookHow, LookProgress, SourceFormat } from '../../../../sdk/imports.ts';
import { useClient } from '../../../app/session.ts';
import { drop, put, take } from '../../../keep/shelf.ts';

/** What is to be looked at: a path on the machine of the node, or a file of this device. */
export interface Asked extends Pick<LookHow, 'dates' | 'sessionHours' | 'firstHours' | 'whose'> {
  readonly format: SourceFormat;
  readonly path?: string;
  readonly file?: File;
  readonly allowShallow?: boolean;
}

/** What was seen of a source, and how far a look at it is. */
export interface Source {
  /** False until what was kept before has been looked up. */
  readonly ready: boolean;
  readonly seen: SourceShown | undefined;
  /** By which hours it was estimated, as `wayOf` has it. */
  readonly way: string | undefined;
  readonly file: File | undefined;
  /** While a look is under way. */
  readonly progress: LookProgress | undefined;
  readonly failed: unknown;
  /** Looks; gives what was seen, or nothing where it was stopped or refused. */
  readonly look: (asked: Asked) => Promise<SourceShown | undefined>;
  readonly stop: () => void;
  readonly forget: () => Promise<void>;
}

/** What lies on the shelf of a look. */
interface Kept {
  readonly seen: SourceShown;
  readonly way: string;
}

/** How hours are estimated, as one text. */
export const wayOf = ({ sessionHours = '', firstHours = '' }: Omit<Asked, 'format'>): string =>
  `${sessionHours} ${firstHours}`;

interface State extends Partial<Kept> {
  readonly ready: boolean;
  readonly file?: File | undefined;
  readonly progress?: LookProgress | undefined;
  readonly failed?: unknown;
}

/** The source that is kept under a name. */
export function useSource(called: string): Source {
  const [name] = useState(() => draftName(called));
  const client = useClient();
  const [state, setState] = useState<State>({ ready: false });
  const running = useRef<AbortController>(undefined);
  const merge = useCallback((next: Partial<State>) => setState((now) => ({ ...now, ...next })), []);
  useKept(name, setState);
  useEffect(() => () => running.current?.abort(), []);
  const look = useCallback(
    async ({ format, path, file, allowShallow, ...how }: Asked) => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const tell = (next: Partial<State>): void => {
        if (running.current === stop) merge(next);
      };
      tell({ progress: { read: 0, total: 0, commits: 0 }, failed: undefined, file });
      const given = {
        ...how,
        signal: stop.signal,
        progress: (progress: LookProgress): void => tell({ progress }),
      };
      try {
        if (file !== undefined) await kept(put('drafts', `${name}:file`, file));
        const seen =
          file === undefined
            ? await client.imports.lookAtPath(pathAsked(format, path, allowShallow), given)
            : await client.imports.lookAtFile({ format, name: file.name, file }, given);
        if (running.current !== stop) return undefined;
        const way = wayOf(how);
        await kept(put('drafts', `${name}:seen`, { seen, way } satisfies Kept));
        tell({ seen, way, progress: undefined });
        return seen;
      } catch (failed) {
        tell({ progress: undefined, ...(stop.signal.aborted ? {} : { failed }) });
        return undefined;
      }
    },
    [client, merge, name],
  );
  const stop = useCallback(() => {
    running.current?.abort();
    merge({ progress: undefined });
  }, [merge]);
  const forget = useCallback(async () => {
    running.current?.abort();
    running.current = undefined;
    await Promise.all([drop('drafts', `${name}:file`), drop('drafts', `${name}:seen`)]);
    setState({ ready: true });
  }, [name]);
  const { ready, seen, way, file, progress, failed } = state;
  return { ready, seen, way, file, progress, failed, look, stop, forget };
}

/** A browser that has no room left keeps less; what is on the page is there all the same. */
const kept = (keeping: Promise<void>): Promise<void> => keeping.catch(() => undefined);

const pathAsked = (format: SourceFormat, path = '', allowShallow = false) => ({
  format,
  path: path.trim(),
  ...(allowShallow ? { allowShallow } : {}),
});

/** Brings back what an earlier visit kept. */
function useKept(name: string, keep: (change: (now: State) => State) => void): void {
  useEffect(() => {
    let current = true;
    void Promise.all([take<Kept>('drafts', `${name}:seen`), take<File>('drafts', `${name}:file`)])
      .catch(() => [])
      .then(([before, file]) => {
        if (current) keep((now) => ({ ...before, file, ...now, ready: true }));
      });
    return () => {
      current = false;
    };
  }, [name, keep]);
}
