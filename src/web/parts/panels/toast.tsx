import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useAppWords } from '../../words/app/words.ts';
import { Button, IconButton } from '../controls/button.tsx';
import './toast.css';

/** What has just been done, and how to take it back. */
export interface Said {
  readonly text: ReactNode;
  /** "Undo" for a draft, "Reverse" for an entry. */
  readonly act?: { readonly word: string; readonly run: () => void };
}

type Show = (said: Said) => void;

/** How long one stays, at least; while the pointer or the focus is on it, it stays. */
const STAYS_MS = 8000;

const Context = createContext<Show>(() => undefined);

/** Shows one toast at a time at the foot of the page. */
export const useToast = (): Show => use(Context);

/** Holds the toast of everything below it. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<(Said & { readonly key: number }) | undefined>();
  const count = useRef(0);
  const show = useCallback<Show>((next) => {
    count.current += 1;
    setSaid({ ...next, key: count.current });
  }, []);
  const hide = useCallback(() => setSaid(undefined), []);
  return (
    <Context value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {said === undefined ? null : <Toast key={said.key} said={said} onGone={hide} />}
      </div>
    </Context>
  );
}

function Toast({ said, onGone }: { readonly said: Said; readonly onGone: () => void }) {
  const say = useAppWords();
  const [isOver, setOver] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isOver || isFocused;
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onGone]);
  const holding = useMemo(
    () => ({
      onPointerEnter: () => setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    }),
    [],
  );
  const { act } = said;
  return (
    <div className="toast" {...holding}>
      <p>{said.text}</p>
      {act === undefined ? null : (
        <Button
          look="plain"
          icon="undo"
          onClick={() => {
            act.run();
            onGone();
          }}
        >
          {act.word}
        </Button>
      )}
      <IconButton icon="close" label={say('close')} onClick={onGone} />
    </div>
  );
}
