import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Icon } from '../icons.tsx';
import type { IconName } from '../icons.tsx';
import './button.css';

interface Look {
  /** `ink`: the one primary act of a screen. `outlined` by default. `plain`: green text. */
  readonly look?: 'ink' | 'outlined' | 'plain';
  readonly icon?: IconName;
  /** Shown after the words: how many things are behind it. */
  readonly count?: string;
  /** Under way: it stays where it is, takes no second press, and says so. */
  readonly busy?: boolean;
  /** As wide as the page on a phone. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

type Props = Look & Omit<ComponentPropsWithRef<'button'>, 'className'>;

/** Class names of a button, for links that look like one. */
export const buttonClass = (look: Look['look'] = 'outlined', wide = false): string =>
  `button ${look}${wide ? ' wide' : ''}`;

/** Does something. What only goes somewhere is a link. */
export function Button({ look, icon, count, busy = false, wide, children, ...rest }: Props) {
  const { onClick, disabled, ...others } = rest;
  return (
    <button
      type="button"
      {...others}
      className={buttonClass(look, wide)}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
      {count === undefined ? null : <span className="button-count">{count}</span>}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'children'> {
  /** Only these need no word beside them; a screen reader hears the label. */
  readonly icon: 'back' | 'close' | 'more' | 'copy' | 'plus' | 'minus';
  readonly label: string;
}

/** A button of one drawing, with its name for those who do not see it. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
