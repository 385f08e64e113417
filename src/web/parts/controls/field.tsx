import { useEffect, useId } from 'react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useAppWords } from '../../words/app/words.ts';
import { Icon } from '../icons.tsx';
import './field.css';

interface Said {
  readonly label: string;
  readonly hint?: ReactNode;
  /** In place of the hint: what is wrong, and what would be right. */
  readonly error?: ReactNode;
}

interface Wired {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps extends Said {
  /** The control, with what ties it to its label and its hint. */
  readonly children: (wired: Wired) => ReactNode;
}

/** Who has pressed a button over something wrong is led to the first field that is. */
function useLead(id: string, isWrong: boolean): void {
  useEffect(() => {
    if (!isWrong || !(document.activeElement instanceof HTMLButtonElement)) return;
    const form = document.getElementById(id)?.closest('form, dialog, main');
    form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [id, isWrong]);
}

/** Leads to the first field of a form that is wrong, once what is shown of it is drawn. */
export const leadToWrong = (form: HTMLElement): void =>
  void requestAnimationFrame(() =>
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );

/** Label above, hint below, error in place of the hint. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  useLead(id, error !== undefined);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note === undefined ? null : (
        <p id={`${id}-note`} className={error === undefined ? 'field-hint' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  );
}

/**
 * That more was typed than fits. A browser's own limit counts halves of letters, and cuts off what
 * is pasted without a word.
 */
function useTooLong(value: unknown, max: number | undefined): string | undefined {
  const say = useAppWords();
  if (max === undefined || typeof value !== 'string' || value.length <= max) return undefined;
  const n = Array.from(value).length;
  return n > max ? say('too-long', { n, max }) : undefined;
}

type TextProps = Said & Omit<ComponentPropsWithRef<'input'>, 'className' | 'id'>;

/** A line of text. */
export function TextField({ label, hint, error, maxLength, ...input }: TextProps) {
  const wrong = useTooLong(input.value, maxLength) ?? error;
  return (
    <Field label={label} {...(hint && { hint })} {...(wrong && { error: wrong })}>
      {(wired) => <input type="text" dir="auto" {...input} {...wired} className="control" />}
    </Field>
  );
}

type AreaProps = Said & Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'id'>;

/** Several lines of text. */
export function TextArea({ label, hint, error, maxLength, ...area }: AreaProps) {
  const wrong = useTooLong(area.value, maxLength) ?? error;
  return (
    <Field label={label} {...(hint && { hint })} {...(wrong && { error: wrong })}>
      {(wired) => <textarea dir="auto" rows={3} {...area} {...wired} className="control" />}
    </Field>
  );
}

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChoosingProps<V extends string> extends Said {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChoose: (value: V) => void;
}

/** One of more than three: the system's own list, which every phone knows how to show. */
export function Choose<V extends string>(props: ChoosingProps<V> & { readonly compact?: boolean }) {
  const { label, hint, error, value, choices, onChoose, compact = false } = props;
  const select = (wired: Partial<Wired>) => (
    <span className={compact ? 'choose compact' : 'choose'}>
      <select
        {...wired}
        className={compact ? 'control compact' : 'control'}
        aria-label={compact ? label : undefined}
        value={value}
        onChange={(event) => onChoose(event.target.value as V)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={18} />
    </span>
  );
  if (compact) return select({});
  return (
    <Field label={label} {...(hint && { hint })} {...(error && { error })}>
      {select}
    </Field>
  );
}

/** One of three or fewer, side by side. */
export function Segments<V extends string>(props: ChoosingProps<V>) {
  const { label, hint, value, choices, onChoose } = props;
  const name = useId();
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div className="segments-row">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
    </fieldset>
  );
}

interface TickProps {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** A box to tick; the whole line is the target. */
export function Tick({ label, ticked, onTick }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={ticked} onChange={({ target }) => onTick(target.checked)} />
      <bdi>{label}</bdi>
    </label>
  );
}
