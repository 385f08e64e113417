import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { onTimers, timersIn, timersText } from '../keep/timers.ts';
import type { Timers } from '../keep/timers.ts';

/** The timers that run in this browser, by their works. */
export function useTimers(): Timers {
  const text = useSyncExternalStore(onTimers, timersText);
  return useMemo(() => timersIn(text), [text]);
}

/** Milliseconds since an instant, looked at every so often. */
export function useElapsed(since: string, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Math.max(0, now - Date.parse(since));
}
