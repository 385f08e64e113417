import { useCallback, useEffect, useRef, useState } from 'react';
import { drop, put, take } from './shelf.ts';

/** What somebody has typed and not sent yet. */
export interface Draft<T> {
  readonly value: T;
  /** False until what was kept before has been looked up. */
  readonly ready: boolean;
  /** True where the value came from an earlier visit. */
  readonly restored: boolean;
  change(next: Partial<T>): void;
  /** Forgets it, once it has been sent. */
  discard(): Promise<void>;
}

/**
 * A form's values under a name, kept in the browser with every change: they survive a reload, a
 * closed window and a lost connection. Two tabs with the same name: the later change is kept.
 */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const [state, setState] = useState({ value: empty, ready: false, restored: false });
  const first = useRef(empty);
  useEffect(() => {
    let current = true;
    void take<T>('drafts', name)
      .catch(() => undefined)
      .then((kept) => {
        if (!current) return;
        // What was typed while the disk was being read is newer than what lies there.
        setState((now) =>
          now.value === first.current && kept !== undefined
            ? { value: { ...now.value, ...kept }, ready: true, restored: true }
            : { ...now, ready: true },
        );
      });
    return () => {
      current = false;
    };
  }, [name]);
  const change = useCallback(
    (next: Partial<T>) => {
      setState((now) => {
        const value = { ...now.value, ...next };
        void put('drafts', name, value);
        return { ...now, value };
      });
    },
    [name],
  );
  const discard = useCallback(async () => {
    await drop('drafts', name);
    setState({ value: first.current, ready: true, restored: false });
  }, [name]);
  return { ...state, change, discard };
}
