import { useCallback, useEffect, useRef, useState } from 'react';
import { forget, remember, remembered } from './remembered.ts';
import { drop, isLasting, put, take } from './shelf.ts';

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
  /** Forgets it where the page is about to be left: what is on it stays as it is. */
  drop(): Promise<void>;
}

const atOnce = (name: string): string => `draft ${name}`;
const onTheWay = new Set<string>();

/**
 * Keeps a draft. A page that is left a moment later has no time for a disk, so it is remembered at
 * once; and on the shelf, which outlives a power cut, only the newest of what is typed is written.
 */
function keep(name: string, value: object): void {
  remember(atOnce(name), JSON.stringify(value));
  void shelve(name);
}

async function shelve(name: string): Promise<void> {
  if (onTheWay.has(name)) return;
  onTheWay.add(name);
  try {
    for (let text = remembered(atOnce(name)); text !== undefined;) {
      await put('drafts', name, JSON.parse(text));
      // Where no shelf holds it, it stays where it is.
      if (!isLasting()) return;
      if (remembered(atOnce(name)) === text) forget(atOnce(name));
      text = remembered(atOnce(name));
    }
  } finally {
    onTheWay.delete(name);
  }
}

async function kept<T extends object>(name: string): Promise<T | undefined> {
  const text = remembered(atOnce(name));
  if (text === undefined) return take<T>('drafts', name);
  void shelve(name);
  return JSON.parse(text) as T;
}

async function discard(name: string): Promise<void> {
  forget(atOnce(name));
  await drop('drafts', name);
}

/**
 * A form's values under a name, made of JSON, and kept in the browser with every change: they
 * survive a reload, a closed window and a lost connection. Two tabs with the same name: the later
 * change is kept.
 */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const first = useRef(empty);
  const newest = useRef(empty);
  const [state, setState] = useState({ value: empty, ready: false, restored: false });
  useEffect(() => {
    let current = true;
    void kept<T>(name).then((found) => {
      if (!current) return;
      // What was typed while the disk was being read is newer than what lies there.
      const restored = newest.current === first.current && found !== undefined;
      if (restored) newest.current = { ...newest.current, ...found };
      setState({ value: newest.current, ready: true, restored });
    });
    return () => {
      current = false;
    };
  }, [name]);
  const change = useCallback(
    (next: Partial<T>) => {
      newest.current = { ...newest.current, ...next };
      keep(name, newest.current);
      setState((now) => ({ ...now, value: newest.current }));
    },
    [name],
  );
  const forgetIt = useCallback(async () => {
    newest.current = first.current;
    await discard(name);
    setState({ value: newest.current, ready: true, restored: false });
  }, [name]);
  const dropIt = useCallback(() => discard(name), [name]);
  return { ...state, change, discard: forgetIt, drop: dropIt };
}
