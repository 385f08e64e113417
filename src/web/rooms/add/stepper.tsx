import { IconButton } from '../../parts/controls/button.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { stepped } from './line-typed.ts';
import './add.css';

interface Props {
  readonly id?: string;
  /** Its name, where no label stands above it. */
  readonly label?: string;
  readonly value: string;
  readonly invalid?: boolean;
  readonly onType: (hours: string) => void;
}

/** Hours that can be typed, and stepped by quarters. */
export function Stepper({ id, label, value, invalid = false, onType }: Props) {
  const say = useAddRoomWords();
  return (
    <div className="stepper">
      <IconButton icon="minus" label={say('less')} onClick={() => onType(stepped(value, -1))} />
      <input
        {...(id !== undefined && { id })}
        {...(label !== undefined && { 'aria-label': label })}
        {...(invalid && { 'aria-invalid': true })}
        className="control"
        inputMode="decimal"
        dir="ltr"
        autoComplete="off"
        value={value}
        placeholder="0"
        onChange={(event) => onType(event.target.value.replace(',', '.'))}
      />
      <IconButton icon="plus" label={say('more')} onClick={() => onType(stepped(value, 1))} />
    </div>
  );
}
