import { IconButton } from '../../parts/controls/button.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { useAddRoomWords } from '../../words/add/words.ts';
import { hourSign } from '../../words/numbers.ts';
import { stepped } from './line-typed.ts';
import './add.css';

interface Props {
  readonly id?: string;
  /** Its name, where no label stands above it. */
  readonly label?: string;
  readonly value: string;
  readonly invalid?: boolean;
  /** The id of what is said of it. */
  readonly note?: string | undefined;
  readonly onType: (hours: string) => void;
}

/** Hours that can be typed, and stepped by quarters; their unit stands beside them. */
export function Stepper({ id, label, value, invalid = false, note, onType }: Props) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const step = (by: 1 | -1) => (): void => onType(stepped(value, by, locale));
  return (
    <div className="stepper">
      <IconButton icon="minus" label={say('less')} onClick={step(-1)} />
      <input
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        {...(invalid && { 'aria-invalid': true })}
        {...(note !== undefined && { 'aria-describedby': note })}
        className="control"
        inputMode="decimal"
        dir="ltr"
        autoComplete="off"
        value={value}
        placeholder={decimalText('0', locale)}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="stepper-unit" aria-hidden="true">
        {hourSign(locale)}
      </span>
      <IconButton icon="plus" label={say('more')} onClick={step(1)} />
    </div>
  );
}
