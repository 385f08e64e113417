import { TextField } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import type { ExchangeTyped } from './exchange-typed.ts';

interface Props {
  readonly value: ExchangeTyped;
  readonly home: string;
  readonly onType: (next: Partial<ExchangeTyped>) => void;
}

/** An exchange rate, and where it is from: for where none is published. */
export function ExchangeFields({ value, home, onType }: Props) {
  const say = useAddRoomWords();
  return (
    <>
      <NumberField
        label={say('exchange.rate')}
        hint={say('exchange.rate.hint', { home })}
        value={value.rate}
        onType={(rate) => onType({ rate })}
      />
      <TextField
        label={say('exchange.source')}
        hint={say('exchange.source.hint')}
        value={value.source}
        onChange={({ target }) => onType({ source: target.value })}
      />
    </>
  );
}
