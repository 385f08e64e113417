import { IconButton } from '../../../parts/controls/button.tsx';
import { Choose } from '../../../parts/controls/field.tsx';
import { NumberField } from '../../../parts/controls/number-field.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { decimalText } from '../../../words/numbers.ts';
import { useReleaseWords } from '../../../words/release/words.ts';
import type { Below, Wrong } from './typed.ts';

interface Props {
  readonly row: Below;
  readonly known: readonly { readonly value: string; readonly label: string }[];
  readonly wrong: Wrong | undefined;
  readonly onChange: (next: Partial<Below>) => void;
  readonly onRemove: () => void;
}

/** One release that the new one builds on, and its part of each payment. */
export function BelowRow({ row, known, wrong, onChange, onRemove }: Props) {
  const say = useReleaseWords();
  const { locale } = useLocale();
  const name = known.find(({ value }) => value === row.release)?.label ?? row.release;
  return (
    <div className="next-release-row" role="group" aria-label={name}>
      <Choose
        label={say('release')}
        value={row.release}
        choices={known}
        error={wrong === 'twice' ? say('twice') : undefined}
        onChoose={(release) => onChange({ release })}
      />
      <NumberField
        label={say('percent')}
        percent
        value={row.percent}
        error={
          wrong === 'percent.wrong'
            ? say('percent.wrong', { example: decimalText('2.5', locale) })
            : undefined
        }
        onType={(percent) => onChange({ percent })}
      />
      <IconButton icon="close" label={say('remove', { name })} onClick={onRemove} />
    </div>
  );
}
