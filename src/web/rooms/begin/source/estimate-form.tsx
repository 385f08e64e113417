import {
  ClassificationField,
  useHourlyRate,
} from '../../../parts/controls/classification-field.tsx';
import { Tick } from '../../../parts/controls/field.tsx';
import { NumberField } from '../../../parts/controls/number-field.tsx';
import { useAppWords } from '../../../words/app/words.ts';
import { useBeginRoomWords } from '../../../words/begin/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import { decimalText, moneyText } from '../../../words/numbers.ts';
import { decimalTyped } from '../../../words/typed-number.ts';
import type { StepProps } from '../beginning.ts';
import { typedOr } from '../terms-typed.ts';
import { costOf } from './people.ts';

/** Hours that the node understands, as a decimal; '' of nothing, undefined of anything else. */
export function hoursTyped(text: string, locale: string): string | undefined {
  if (text.trim() === '') return '';
  const plain = decimalTyped(text, locale);
  return plain !== undefined && /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? plain : undefined;
}

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
  const rate = typedOr(guess, locale, places);
  const cost = rate === undefined ? undefined : costAt(rate);
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
        <NumberField
          label={say('estimate.rate', { currency })}
          hint={cost === undefined ? say('estimate.rate.hint') : say('estimate.cost', { cost })}
          currency={currency}
          value={guess}
          onType={(text) => change({ guess: text })}
        />
        <Tick
          label={say('estimate.same')}
          ticked={!typed.apart}
          onTick={(isSame) => change({ apart: !isSame })}
        />
      </div>
    </details>
  );
}

interface HoursProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function HoursField({ value, ...field }: HoursProps) {
  const say = useAppWords();
  const { locale } = useLocale();
  const example = decimalText('1.5', locale);
  const isWrong = hoursTyped(value, locale) === undefined;
  return (
    <NumberField
      {...field}
      {...(isWrong && { error: say('number.wrong', { example }) })}
      placeholder={decimalText('2', locale)}
      value={value}
    />
  );
}
