import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { reader } from '../../app/session.ts';
import { useAppWords } from '../../words/app/words.ts';
import { isClassification } from './classification.ts';
import { TextField } from './field.tsx';

/** Rows of the rate tables that hold every word; undefined while nobody knows. */
function useClassifications(search: string, limit: number) {
  const { data } = useQuery({
    queryKey: ['classifications', search, limit],
    queryFn: () => reader.classifications.list({ search, limit }),
    enabled: search.length > 2,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items;
}

/** No award has more levels than this. */
const LEVELS = 500;

/** What an hour of an award and level is in the tables; undefined where there is none such. */
export function useHourlyRate(classification: string): string | undefined {
  const [award = '', level] = classification.trim().split('/');
  const rows = useClassifications(level === undefined ? '' : award, LEVELS);
  const found = rows?.find((row) => row.classification === classification.trim());
  return found?.rateType === 'Hourly' ? found.rate : undefined;
}

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  /** Whether somebody wanted to go on: then what names none is marked, though it has the focus. */
  readonly asked?: boolean;
  /** Whether it may not stay empty: somebody wanted to go on without it. */
  readonly needed?: boolean;
  readonly onType: (text: string) => void;
}

/** An award and level, with those that the node knows to choose from, or that there are none. */
export function ClassificationField(props: Props) {
  const { label, hint, value, asked = false, needed = false, onType } = props;
  const say = useAppWords();
  const list = useId();
  const [left, setLeft] = useState(false);
  const text = value.trim();
  const rows = useClassifications(text.replace('/', ' '), 12);
  const isWrong = ((left || asked) && !isClassification(text)) || (needed && text === '');
  return (
    <>
      <TextField
        label={label}
        hint={rows?.length === 0 ? say('classification.none', { text }) : hint}
        {...(isWrong && { error: say('classification.choose') })}
        list={list}
        autoComplete="off"
        value={value}
        onBlur={() => setLeft(true)}
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={list}>
        {rows?.map(({ table, row, classification, name, rate }) => (
          <option key={`${table}:${row}`} value={classification}>
            {`${name}, ${rate}`}
          </option>
        ))}
      </datalist>
    </>
  );
}
