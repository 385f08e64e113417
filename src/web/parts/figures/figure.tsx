import type { ReactNode } from 'react';
import './figure.css';

interface Props {
  readonly children: ReactNode;
  /** What a screen reader says beside the figure: what it is. */
  readonly label?: string;
  /** What a screen reader says in place of all: in lists, where each element counts. */
  readonly said?: string;
  readonly size?: 'text' | 'large';
  readonly onOpen: () => void;
}

/** A figure that opens its workings. */
export function Figure({ children, label, said, size = 'text', onOpen }: Props) {
  return (
    <button
      type="button"
      className={size === 'large' ? 'figure large' : 'figure'}
      aria-haspopup="dialog"
      aria-label={said}
      onClick={onOpen}
    >
      {label === undefined ? null : <span className="hidden-text">{label} </span>}
      {children}
    </button>
  );
}
