import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { kindsAsked } from '../../../app/questions.ts';
import { Button, IconButton } from '../../../parts/controls/button.tsx';
import { Choose, TextField } from '../../../parts/controls/field.tsx';
import { meantBefore, useNumberNote } from '../../../parts/controls/number-field.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { currencySign } from '../../../words/numbers.ts';
import { useTermsWords } from '../../../words/terms/words.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { often, usual, usualIds } from './columns.ts';
import type { Column } from './columns.ts';
import { amountIn } from './typed.ts';
import type { At, Row } from './typed.ts';

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly most: number;
  readonly at: At;
  readonly today: string;
  readonly onChange: (rows: readonly Row[]) => void;
}

/** A term that is a list of things: a row each, its cells under their names. */
export function Rows({ label, columns, rows, most, at, today, onChange }: Props) {
  const say = useTermsWords();
  const put = (index: number, row: Row): void => onChange(rows.with(index, row));
  const fresh: Row = Object.fromEntries(
    columns.map((column) => [column.name, first(column, today)]),
  );
  return (
    <fieldset className="terms-rows">
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div key={index} className="terms-row">
          {columns.map((column) => (
            <Cell
              key={column.name}
              column={column}
              at={at}
              value={row[column.name] ?? ''}
              onType={(text) => put(index, { ...row, [column.name]: text })}
            />
          ))}
          <IconButton
            icon="close"
            label={say('row.remove', { n: index + 1 })}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          />
        </div>
      ))}
      {rows.length < most ? (
        <div className="row">
          <Button icon="plus" onClick={() => onChange([...rows, fresh])}>
            {say('row.add')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function first({ type }: Column, today: string): string {
  if (type === 'per') return 'once';
  return type === 'day' ? today : '';
}

interface CellProps {
  readonly column: Column;
  readonly value: string;
  readonly at: At;
  readonly onType: (text: string) => void;
}

function Cell(props: CellProps) {
  const { column, value, at, onType } = props;
  const say = useTermsWords();
  const { locale } = useLocale();
  const name = `col.${column.name}`;
  const currency = currencySign(at.currency, locale);
  const label = say.has(name) ? say(name, { currency }) : column.name;
  if (column.type === 'agent' || column.type === 'per' || column.type === 'kind') {
    return <Listed {...props} label={label} />;
  }
  if (column.type === 'class') return <ClassCell {...props} label={label} />;
  if (column.type === 'money' || column.type === 'number') {
    return <NumberCell {...props} label={label} />;
  }
  return (
    <TextField
      label={label}
      value={value}
      type={column.type === 'day' ? 'date' : 'text'}
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
    />
  );
}

/** A number, or an amount that may have the code of another currency after it. */
function NumberCell({ column, value, at, onType, label }: LabelledProps) {
  const say = useTermsWords();
  const isMoney = column.type === 'money';
  const { amount, currency } = amountIn(value.trim(), at.currency);
  const note = useNumberNote(isMoney ? amount : value, isMoney ? { currency } : {});
  const hint = meantBefore(note.meant, column.name === 'price' ? say('col.price.hint') : undefined);
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      {...(note.wrong !== undefined && { error: note.wrong })}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
    />
  );
}

interface LabelledProps extends CellProps {
  readonly label: string;
}

/** A cell that is one of a list; what stands there already is in it too. */
function Listed({ column, value, at, onType, label }: LabelledProps) {
  const say = useTermsWords();
  const sayWork = useWorkRoomWords();
  const kinds = useQuery({ ...kindsAsked, enabled: column.type === 'kind' }).data?.items ?? [];
  const kindName = (id: string): string => {
    const name = `kind.${id}`;
    return sayWork.has(name) ? sayWork(name) : id;
  };
  const found =
    column.type === 'per'
      ? often.map((each) => ({ value: each as string, label: say(`per.${each}`) }))
      : column.type === 'agent'
        ? at.people.map(({ agent, name }) => ({ value: agent, label: name }))
        : kinds.map(({ id }) => ({ value: id, label: kindName(id) }));
  const isThere = found.some((each) => each.value === value);
  const other = value === '' ? { value, label: say('choose') } : { value, label: value };
  return (
    <Choose
      label={label}
      value={value}
      choices={isThere ? found : [other, ...found]}
      onChoose={onType}
    />
  );
}

/** The name of a class of users: any, with those that most works know at hand. */
function ClassCell({ value, onType, label }: LabelledProps) {
  const say = useTermsWords();
  const list = useId();
  return (
    <>
      <TextField
        label={label}
        value={value}
        list={list}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      <datalist id={list}>
        {usualIds.map((each) => (
          <option key={each} value={usual[each]} label={say(`free.${each}`)} />
        ))}
      </datalist>
    </>
  );
}
