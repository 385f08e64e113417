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
  /**
   * Forgets it, once it has been sent; what `next` says is kept for the next one. What another
   * window has typed under the same name was not sent, and stays.
   */
  discard(next?: Partial<T>): Promise<void>;
  /** Forgets it where the page is about to be left: what is on it stays as it is. */
  drop(): Promise<void>;
}

/** Whose drafts are kept now. */
let whose = '';

/** From now on drafts are those of a member: who comes after somebody else does not see theirs. */
export function keepDraftsOf(member: string): void {
  whose = member;
}

/** Under which name a draft of theirs lies. */
export const draftName = (called: string): string => `${whose} ${called}`;

const atOnce = (name: string): string => `draft ${name}`;
const onTheWay = new Set<string>();

/**
 * Keeps a draft. A page that is left a moment later has no time for a disk, so it is remembered at
 * once; and on the shelf, which outlives a power cut, only the newest of what is typed is written.
 */
function keep(name: string, text: string): Promise<void> {
  remember(atOnce(name), text);
  return shelve(name);
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

async function textKept(name: string): Promise<string | undefined> {
  const text = remembered(atOnce(name));
  if (text !== undefined) return text;
  const found = await take<object>('drafts', name);
  return found === undefined ? undefined : JSON.stringify(found);
}

/** Forgets a draft, if it is still this one. Gives whether it was, or none was kept. */
async function discard(name: string, own: string | undefined): Promise<boolean> {
  const text = await textKept(name);
  if (text !== undefined && text !== own) return false;
  if (remembered(atOnce(name)) === own) forget(atOnce(name));
  await drop('drafts', name);
  return true;
}

/** Windows tell each other which draft was sent: whoever typed another one keeps theirs again. */
const CHANNEL = 'webizen-drafts';

interface Sent {
  readonly name: string;
  readonly text: string | undefined;
}

function tell(sent: Sent): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line require-post-message-target-origin -- a channel is of its origin alone
  channel.postMessage(sent);
  channel.close();
}

function onSent(heard: (sent: Sent) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Sent>) => heard(data));
  return () => channel.close();
}

/**
 * A form's values under a name, made of JSON, and kept in the browser with every change: they
 * survive a reload, a closed window and a lost connection. Two tabs with the same name: the later
 * change is kept, and of two of which one is sent, the other.
 */
export function useDraft<T extends object>(called: string, empty: T): Draft<T> {
  // One form, one draft: under another name it is another form, drawn anew.
  const [name] = useState(() => draftName(called));
  const first = useRef(empty);
  const newest = useRef(empty);
  const early = useRef<Partial<T>>({});
  /** As it lies in the browser, as far as this window knows, and whether it typed it itself. */
  const own = useRef<{ text: string | undefined; isTyped: boolean }>({
    text: undefined,
    isTyped: false,
  });
  const [state, setState] = useState({ value: empty, ready: false, restored: false });
  const keepNewest = useCallback(
    (isTyped: boolean): Promise<void> => {
      const text = JSON.stringify(newest.current);
      own.current = { text, isTyped };
      return keep(name, text);
    },
    [name],
  );
  useEffect(() => {
    let current = true;
    void textKept(name).then((text) => {
      if (!current) return;
      if (remembered(atOnce(name)) !== undefined) void shelve(name);
      const restored = text !== undefined;
      if (restored) {
        // What was typed while the disk was being read is newer than what lies there.
        newest.current = { ...first.current, ...(JSON.parse(text) as T), ...early.current };
        own.current = { text, isTyped: false };
        if (Object.keys(early.current).length > 0) void keepNewest(true);
      }
      setState({ value: newest.current, ready: true, restored });
    });
    return () => {
      current = false;
    };
  }, [name, keepNewest]);
  useEffect(
    () =>
      onSent((sent) => {
        const { text, isTyped } = own.current;
        if (sent.name === name && isTyped && text !== sent.text) void keepNewest(true);
      }),
    [name, keepNewest],
  );
  const change = useCallback(
    (next: Partial<T>) => {
      newest.current = { ...newest.current, ...next };
      early.current = { ...early.current, ...next };
      void keepNewest(true);
      setState((now) => ({ ...now, value: newest.current }));
    },
    [keepNewest],
  );
  const forgetIt = useCallback(
    async (next: Partial<T> = {}) => {
      const { text } = own.current;
      newest.current = { ...first.current, ...next };
      own.current = { text: undefined, isTyped: false };
      const isGone = await discard(name, text);
      // Others are told once all of it is on the disk: what they keep then comes after.
      if (isGone && Object.keys(next).length > 0) await keepNewest(false);
      tell({ name, text });
      setState({ value: newest.current, ready: true, restored: false });
    },
    [name, keepNewest],
  );
  const dropIt = useCallback(async () => {
    await discard(name, own.current.text);
  }, [name]);
  return { ...state, change, discard: forgetIt, drop: dropIt };
}
