import { TextField } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import type { ExchangeTyped } from './exchange-typed.ts';

interface Props {
  readonly value: ExchangeTyped;
  readonly home: string;
  /** What was typed without the other: it is missing. */
  readonly missing?: 'rate' | 'source' | undefined;
  readonly onType: (next: Partial<ExchangeTyped>) => void;
}

/** An exchange rate, and where it is from: for where none is published. */
export function ExchangeFields({ value, home, missing, onType }: Props) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  return (
    <>
      <NumberField
        label={say('exchange.rate')}
        hint={say('exchange.rate.hint', { home, example: decimalText('1.53', locale) })}
        {...(missing === 'rate' && { error: say('exchange.rate.missing') })}
        value={value.rate}
        onType={(rate) => onType({ rate })}
      />
      <TextField
        label={say('exchange.source')}
        hint={say('exchange.source.hint')}
        {...(missing === 'source' && { error: say('exchange.source.missing') })}
        value={value.source}
        onChange={({ target }) => onType({ source: target.value })}
      />
    </>
  );
}
