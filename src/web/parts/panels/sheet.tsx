import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useAppWords } from '../../words/app/words.ts';
import { IconButton } from '../controls/button.tsx';
import './sheet.css';

interface Props {
  /** Its name, said when it opens. Shown as a small line above `figure` where there is one. */
  readonly title: ReactNode;
  /** The one figure that it is about. */
  readonly figure?: ReactNode;
  readonly children: ReactNode;
  /** Acts, which stay at its lower edge. */
  readonly acts?: ReactNode;
  readonly onClose: () => void;
}

/** Reachable by key only while there is something to scroll to. */
function scrollable(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const seen = new ResizeObserver(() => {
    if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
  seen.observe(element);
  for (const child of element.children) seen.observe(child);
  return () => seen.disconnect();
}

/**
 * A panel over the page: from the side on a desktop, from below on a phone. The rest of the page is
 * out of reach meanwhile; Escape, the backdrop and the cross close it, and the focus goes back to
 * what opened it.
 */
export function Sheet({ title, figure, children, acts, onClose }: Props) {
  const say = useAppWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={name}
      onCancel={(event) => {
        // One that lies over this one closes alone.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className="sheet-page">
        <header className="sheet-head">
          <div className="sheet-title" ref={scrollable}>
            <h2 id={name} className={figure === undefined ? 'panel-title' : 'second'} tabIndex={-1}>
              {title}
            </h2>
            {figure === undefined ? null : <p className="sheet-figure">{figure}</p>}
          </div>
          <IconButton icon="close" label={say('close')} onClick={onClose} />
        </header>
        <div className="sheet-body" ref={scrollable} role="group" aria-labelledby={name}>
          <div>{children}</div>
        </div>
        {acts === undefined ? null : <footer className="sheet-acts">{acts}</footer>}
      </div>
    </dialog>
  );
}
