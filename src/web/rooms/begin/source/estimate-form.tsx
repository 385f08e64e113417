import {
  ClassificationField,
  useHourlyRate,
} from '../../../parts/controls/classification-field.tsx';
import { TextField } from '../../../parts/controls/field.tsx';
import { useBeginRoomWords } from '../../../words/begin/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import { moneyText } from '../../../words/numbers.ts';
import type { StepProps } from '../beginning.ts';
import { costOf } from './people.ts';

/** Whether a text is nothing, or hours that the node understands. */
export const isHours = (text: string): boolean =>
  text.trim() === '' || /^\d{1,3}(\.\d{1,2})?$/.test(text.trim());

const isRate = (text: string): boolean => /^\d{1,9}(\.\d{1,4})?$/.test(text.trim());

interface Props extends StepProps {
  /** All hours together, a decimal. */
  readonly hours: string;
  /** How many decimals the currency has. */
  readonly places: number;
}

/** How hours are estimated from commits, and what they would cost: what seldom is to be said. */
export function EstimateForm({ typed, change, hours, places }: Props) {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  const { currency, guess } = typed;
  const inTable = useHourlyRate(typed.classification);
  const costAt = (rate: string): string =>
    moneyText({ amount: costOf(hours, rate, places), currency }, locale);
  const cost = isRate(guess) ? costAt(guess.trim()) : undefined;
  // The tables are in the currency of their country.
  const byTable = currency === 'AUD' && cost === undefined ? inTable : undefined;
  return (
    <details className="path-more">
      <summary>{say('estimate')}</summary>
      <div className="path-form">
        <p className="second">{say('estimate.says')}</p>
        <div className="path-pair">
          <HoursField
            label={say('estimate.gap')}
            value={typed.sessionHours}
            onType={(sessionHours) => change({ sessionHours })}
          />
          <HoursField
            label={say('estimate.first')}
            value={typed.firstHours}
            onType={(firstHours) => change({ firstHours })}
          />
        </div>
        <ClassificationField
          label={say('classification')}
          hint={
            byTable === undefined
              ? say('classification.hint')
              : say('estimate.cost', { cost: costAt(byTable) })
          }
          value={typed.classification}
          onType={(classification) => change({ classification })}
        />
        <TextField
          label={say('estimate.rate', { currency })}
          hint={cost === undefined ? say('estimate.rate.hint') : say('estimate.cost', { cost })}
          {...(guess.trim() === '' || isRate(guess) ? {} : { error: say('number') })}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          value={guess}
          onChange={(event) => change({ guess: event.target.value.replace(',', '.') })}
        />
        <label className="source-check">
          <input
            type="checkbox"
            checked={!typed.apart}
            onChange={(event) => change({ apart: !event.target.checked })}
          />
          <span>{say('estimate.same')}</span>
        </label>
      </div>
    </details>
  );
}

interface HoursProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function HoursField({ label, value, onType }: HoursProps) {
  const say = useBeginRoomWords();
  return (
    <TextField
      label={label}
      {...(isHours(value) ? {} : { error: say('number') })}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      placeholder="2"
      value={value}
      onChange={(event) => onType(event.target.value.replace(',', '.'))}
    />
  );
}
