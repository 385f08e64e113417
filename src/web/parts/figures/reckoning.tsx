import type { ReactNode } from 'react';
import './reckoning.css';

/** A sum as one writes it by hand, from top to bottom. */
export function Reckoning({ children }: { readonly children: ReactNode }) {
  return <ol className="equation">{children}</ol>;
}

interface Props {
  /** None before the first figure. */
  readonly op: '' | '+' | '−' | '×' | '÷' | '=';
  readonly figure: ReactNode;
  readonly unit?: ReactNode;
  readonly name: ReactNode;
  /** What it is, its source, its date, what was rounded. */
  readonly children?: ReactNode;
  /** `sum`: under a rule of ink; `result`: above a double one; `quiet`: it changes nothing. */
  readonly is?: readonly ('sum' | 'result' | 'quiet')[];
}

/** One line of it: operator, value, then what it is. */
export function ReckoningLine({ op, figure, unit, name, children, is = [] }: Props) {
  return (
    <li className={['equation-step', ...is.map((look) => `is-${look}`)].join(' ')}>
      <span className="equation-op">{op}</span>
      <span className="equation-value">
        <bdi className="equation-figure">{figure}</bdi>
        {unit === undefined ? null : <span className="caption">{unit}</span>}
      </span>
      <span className="equation-said">
        <span className="name">{name}</span>
        {children}
      </span>
    </li>
  );
}
