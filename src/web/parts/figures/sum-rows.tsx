import type { ReactNode } from 'react';
import './sum-rows.css';

/** A sum written under one another: what is added, then a rule and what it comes to. */
export function SumRows({ children }: { readonly children: ReactNode }) {
  return <ul className="explain-rows">{children}</ul>;
}

interface Props {
  readonly name: string;
  /** Where it is from, or when it was. */
  readonly more?: ReactNode;
  /** `sum`: under a rule of ink; `end`: what all comes to, above a double one. */
  readonly is?: 'sum' | 'end';
  readonly children: ReactNode;
}

/** One line of a sum, with its figure. */
export function SumRow({ name, more, is, children }: Props) {
  const looks = is === undefined ? '' : is === 'end' ? 'is-sum is-end' : 'is-sum';
  return (
    <li className={looks}>
      <span>
        <bdi dir="auto">{name}</bdi>
        {more === undefined ? null : <span className="second">{more}</span>}
      </span>
      <span>{children}</span>
    </li>
  );
}
