import { useMemo } from 'react';
import { countries, subdivisionsOf } from '../../../domain/agents/jurisdiction.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { Choose } from './field.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  /** ISO 3166: `AU`, or `AU-VIC` for a part of it; empty where nothing is said. */
  readonly value: string;
  readonly onChoose: (jurisdiction: string) => void;
}

/** A country by its name in the reader's language, and a part of it by its code. */
export function CountryField({ label, hint, value, onChoose }: Props) {
  const say = useAppWords();
  const { locale } = useLocale();
  const [country = '', part = ''] = value.split('-');
  const named = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    const byName = new Intl.Collator(locale);
    return countries()
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((one, other) => byName.compare(one.label, other.label));
  }, [locale]);
  const parts = subdivisionsOf(country);
  return (
    <>
      <Choose
        label={label}
        hint={hint}
        value={country}
        choices={[{ value: '', label: say('country.none') }, ...named]}
        onChoose={onChoose}
      />
      {parts.length === 0 ? null : (
        <Choose
          label={say('country.part')}
          value={part}
          choices={[
            { value: '', label: say('country.part.none') },
            ...parts.map((code) => ({ value: code, label: `${country}-${code}` })),
          ]}
          onChoose={(code) => onChoose(code === '' ? country : `${country}-${code}`)}
        />
      )}
    </>
  );
}
