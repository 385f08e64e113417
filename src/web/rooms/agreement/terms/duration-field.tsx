import { Choose, TextField } from '../../../parts/controls/field.tsx';
import { useTermsWords } from '../../../words/terms/words.ts';

const UNITS = ['D', 'W', 'M', 'Y'] as const;

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** ISO 8601, such as P30D; `none` where there may be none. */
  readonly value: string;
  readonly none?: string;
  readonly onType: (value: string) => void;
}

/** A length of time: a number and its unit. One of several units, such as P1Y6M, is a text. */
export function DurationField({ label, hint, error, value, none, onType }: Props) {
  const say = useTermsWords();
  const [, number, unit] = /^P(\d*)([DWMY])$/.exec(value) ?? [];
  const isNone = value === 'none';
  const isPlain = unit !== undefined || isNone;
  const units = UNITS.map((each) => ({ value: each as string, label: say(`unit.${each}`) }));
  const said = { ...(hint !== undefined && { hint }), ...(error !== undefined && { error }) };
  if (!isPlain) {
    return (
      <TextField
        {...{ label, value, ...said }}
        dir="ltr"
        onChange={(event) => onType(event.target.value.trim())}
      />
    );
  }
  return (
    <div className="terms-duration">
      <TextField
        {...{ label, ...said }}
        value={isNone ? '' : (number ?? '')}
        disabled={isNone}
        inputMode="numeric"
        autoComplete="off"
        dir="ltr"
        onChange={({ target }) => onType(`P${target.value.replaceAll(/\D/g, '')}${unit ?? 'D'}`)}
      />
      <Choose
        label={say('unit')}
        value={isNone ? 'none' : (unit ?? 'D')}
        choices={[...units, ...(none === undefined ? [] : [{ value: 'none', label: none }])]}
        onChoose={(next) => onType(next === 'none' ? next : `P${number ?? '1'}${next}`)}
      />
    </div>
  );
}
