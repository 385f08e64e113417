import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { Icon } from '../icons.tsx';
import './back.css';

/** The way back from a room to where one comes from. */
export const Back = createLink(({ children, className, ...link }: ComponentProps<'a'>) => (
  <a {...link} className={classOf(className)}>
    <Icon name="back" />
    {children}
  </a>
));

const classOf = (more: string | undefined): string =>
  ['back no-print', more].filter((name) => name !== undefined).join(' ');

interface BackToWorkProps {
  readonly work: { readonly id: string; readonly title: string };
  /** Where it is not the release that is shown by itself. */
  readonly release?: string;
}

/** The way back from a room of a work to the work. */
export function BackToWork({ work: { id, title }, release }: BackToWorkProps) {
  return (
    <Back to="/works/$work" params={{ work: id }} search={{ release }}>
      <bdi>{title}</bdi>
    </Back>
  );
}

/** The way back within a room: to an earlier step. */
export function BackButton({ children, ...button }: ComponentProps<'button'>) {
  return (
    <button {...button} type="button" className="back no-print">
      <Icon name="back" />
      {children}
    </button>
  );
}
