import { Tick } from '../../../parts/controls/field.tsx';
import { useTermsWords } from '../../../words/terms/words.ts';
import { columnsOf, rowsMax, usual, usualIds } from './columns.ts';
import type { Usual } from './columns.ts';
import { Rows } from './rows.tsx';
import type { At, Row } from './typed.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly at: At;
  readonly today: string;
  readonly onChange: (rows: readonly Row[]) => void;
}

const isFree = (row: Row, id: Usual): boolean =>
  row['~id'] === JSON.stringify(id) && (row['price'] ?? '').trim() === '';

/** Who uses the work for free, by a tick each; and who pays what. */
export function Classes({ rows, at, today, onChange }: Props) {
  const say = useTermsWords();
  const paying = rows.filter((row) => usualIds.every((id) => !isFree(row, id)));
  const free = rows.filter((row) => !paying.includes(row));
  const toggle = (id: Usual, isTicked: boolean): void => {
    const others = free.filter((row) => !isFree(row, id));
    const added = { name: usual[id], price: '', per: 'once', '~id': JSON.stringify(id) };
    onChange([...others, ...(isTicked ? [added] : []), ...paying]);
  };
  return (
    <>
      <fieldset className="terms-ticks">
        <legend>{say('free')}</legend>
        {usualIds.map((id) => (
          <Tick
            key={id}
            label={say(`free.${id}`)}
            ticked={free.some((row) => isFree(row, id))}
            onTick={(isTicked) => toggle(id, isTicked)}
          />
        ))}
      </fieldset>
      <Rows
        label={say('paying')}
        columns={columnsOf('classes') ?? []}
        rows={paying}
        most={rowsMax('classes')}
        at={at}
        today={today}
        onChange={(next) => onChange([...free, ...next])}
      />
    </>
  );
}
