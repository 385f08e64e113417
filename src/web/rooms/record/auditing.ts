import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../../sdk/client.ts';
import { keepSeen, seenOf } from '../../keep/seen.ts';
import { glance } from './audit.ts';
import type { Report } from './audit.ts';
import type { Said } from './auditor.ts';
import { witness } from './client.ts';

/** Keeps what was found sound, so that a change of it is noticed from now on. */
async function kept(report: Report): Promise<Report> {
  if (report.seen !== undefined) await keepSeen(report.node, report.seen);
  return report;
}

/** A look at the newest checkpoint, with each change of the books. */
export const glanceAsked = queryOptions({
  queryKey: ['record glance'],
  queryFn: async () => kept(await glance({ client: witness, seenOf, now: () => new Date() })),
});

/** How far an audit of everything is. */
export interface Auditing {
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
  readonly report?: Report | undefined;
  readonly error?: unknown;
}

/** An audit of every entry, in a worker; it can be stopped at any time. */
export function useAudit() {
  const questions = useQueryClient();
  const worker = useRef<Worker>(undefined);
  const [state, setState] = useState<Auditing>({});
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
    setState({});
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);
  const start = useCallback(() => {
    worker.current?.terminate();
    const auditor = new Worker(new URL('auditor.ts', import.meta.url), { type: 'module' });
    worker.current = auditor;
    setState({ progress: { done: 0, total: 0 } });
    const end = (next: Auditing): void => {
      auditor.terminate();
      worker.current = undefined;
      setState(next);
    };
    auditor.addEventListener('error', ({ message }) => end({ error: new Error(message) }));
    auditor.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.what === 'progress') setState({ progress: data });
      else if (data.what === 'failed') end({ error: new Problem(data.problem) });
      else if (data.what === 'broken') end({ error: new Error(data.message) });
      else {
        void kept(data.report).then((report) => {
          end({ report });
          return questions.invalidateQueries({ queryKey: glanceAsked.queryKey });
        });
      }
    });
  }, [questions]);
  return { ...state, start, stop };
}
