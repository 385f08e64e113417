import type { ReactNode } from 'react';
import { useScale } from '../../app/scale.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import {
  clockText,
  decimalText,
  finenessOf,
  moneyText,
  percentOf,
  quantityText,
  withPlaces,
} from '../../words/numbers.ts';
import { quantityTyped } from '../../words/typed-hours.ts';
import { isApart, isTooFine, withoutPercent } from '../../words/typed-number.ts';
import { TextField } from './field.tsx';

/** What is shown beside a number that is being typed. */
interface NumberNote {
  /** How it was understood, where it has more than digits. */
  readonly meant: string | undefined;
  /** Why it cannot be one, with one as the reader would write it. */
  readonly wrong: string | undefined;
}

/** What a typed number is of. */
interface Of {
  readonly currency?: string | undefined;
  readonly percent?: boolean;
  /** What it counts: hours may be typed by the clock, too. */
  readonly unit?: string | undefined;
}

/** What is to be said of a typed number. */
export function useNumberNote(
  text: string,
  { currency, percent = false, unit = '' }: Of = {},
): NumberNote {
  const say = useAppWords();
  const { locale } = useLocale();
  const scale = useScale(currency);
  const typed = percent ? withoutPercent(text) : text;
  if (typed.trim() === '') return { meant: undefined, wrong: undefined };
  const example = decimalText(scale === undefined ? '7.5' : withPlaces('1500', scale), locale);
  const plain = quantityTyped(typed, unit, locale);
  if (plain === undefined) {
    const clock = clockText(27_000_000, locale);
    const wrong = unit === 'h' ? say('number.hours', { example, clock }) : undefined;
    return { meant: undefined, wrong: wrong ?? say('number.wrong', { example }) };
  }
  if (currency !== undefined && scale !== undefined && isTooFine(plain, scale)) {
    const wrong = say('number.fine', { currency, n: scale, example });
    return { meant: undefined, wrong };
  }
  if (!isApart(typed)) return { meant: undefined, wrong: undefined };
  const meant = meaning(plain, { currency, percent, unit, scale, locale });
  return { meant: `=\u00a0${meant}`, wrong: undefined };
}

interface Meant extends Of {
  readonly scale: number | undefined;
  readonly locale: string;
}

function meaning(plain: string, { currency, percent, unit, scale, locale }: Meant): string {
  if (currency !== undefined) {
    return moneyText({ amount: withPlaces(plain, scale ?? 0), currency }, locale);
  }
  const shortest = withPlaces(plain, finenessOf(plain));
  if (unit === 'h') return quantityText({ quantity: shortest, unit }, locale);
  return percent === true ? percentOf(shortest, locale) : decimalText(shortest, locale);
}

/** A hint below a number, after what was understood of it. */
export const meantBefore = (meant: string | undefined, hint: ReactNode): ReactNode =>
  meant === undefined ? (
    hint
  ) : (
    <>
      <bdi className="field-meant">{meant}</bdi>
      {hint === undefined ? null : <> {hint}</>}
    </>
  );

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What else is wrong with it, such as that it is missing. */
  readonly error?: ReactNode;
  readonly value: string;
  readonly placeholder?: string;
  /** Of an amount: its decimals are those of its currency. */
  readonly currency?: string;
  /** Whether it is a percentage, which may be typed with its sign. */
  readonly percent?: boolean;
  /** What it counts: hours may be typed by the clock, too. */
  readonly unit?: string;
  readonly onType: (typed: string) => void;
}

/**
 * A number or an amount, as people type it in their language. What was typed stays as it is; what
 * it means, and why it cannot be read, stands below it.
 */
export function NumberField(props: Props) {
  const { hint, error, currency, percent = false, unit, onType, ...field } = props;
  const { meant, wrong } = useNumberNote(field.value, { currency, percent, unit });
  const note = meantBefore(meant, hint);
  const said = wrong ?? error;
  return (
    <TextField
      {...field}
      {...(note !== undefined && { hint: note })}
      {...(said !== undefined && { error: said })}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
    />
  );
}
