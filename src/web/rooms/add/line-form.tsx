import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { reader } from '../../app/session.ts';
import { Choose, Field, Segments, TextField } from '../../parts/controls/field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import type { LineTyped } from './line-typed.ts';
import { Stepper } from './stepper.tsx';

interface Props {
  readonly typed: LineTyped;
  readonly change: (next: Partial<LineTyped>) => void;
  readonly currency: string;
}

const QUICK = ['0.25', '0.5', '1', '2', '4', '8'] as const;

/** Time: how long, in one tap, and then what an hour of it is. */
export function TimeFields({ typed, change, currency, preset }: Props & { preset?: string }) {
  const say = useAddRoomWords();
  return (
    <>
      <fieldset className="add-quick">
        <legend>{say('hours.quick')}</legend>
        {QUICK.map((hours) => (
          <button
            key={hours}
            type="button"
            className="button"
            aria-pressed={typed.hours === hours}
            onClick={() => change({ hours })}
          >
            {Number(hours) < 1
              ? say('hours.minutes', { n: Number(hours) * 60 })
              : say('hours.one', { n: Number(hours) })}
          </button>
        ))}
      </fieldset>
      <Field label={say('hours')}>
        {(wired) => (
          <Stepper id={wired.id} value={typed.hours} onType={(hours) => change({ hours })} />
        )}
      </Field>
      <Segments
        label={say('labour')}
        value={typed.labour}
        choices={[
          { value: 'knowledge-work', label: say('knowledge-work') },
          { value: 'labour', label: say('labour.word') },
        ]}
        onChoose={(labour) => change({ labour })}
      />
      {preset === undefined || preset === 'award' ? (
        <Classification typed={typed} change={change} />
      ) : null}
      {preset === 'rates' || preset === 'slicing-pie' ? (
        <TextField
          label={say('rate.hour', { currency })}
          hint={say('rate.hour.hint')}
          inputMode="decimal"
          value={typed.hour}
          onChange={(event) => change({ hour: event.target.value.replace(',', '.') })}
        />
      ) : null}
    </>
  );
}

function Classification({ typed, change }: Pick<Props, 'typed' | 'change'>) {
  const say = useAddRoomWords();
  const list = useId();
  const search = typed.classification.trim();
  const { data } = useQuery({
    queryKey: ['classifications', search],
    queryFn: () => reader.classifications.list({ search: search.replace('/', ' '), limit: 12 }),
    enabled: search.length > 2,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <TextField
        label={say('classification')}
        hint={say('classification.hint')}
        list={list}
        autoComplete="off"
        value={typed.classification}
        onChange={(event) => change({ classification: event.target.value })}
      />
      <datalist id={list}>
        {data?.items.map(({ table, row, classification, name, rate }) => (
          <option key={`${table}:${row}`} value={classification}>
            {`${name}, ${rate}`}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Cash: how much of it. */
export function CashFields({ typed, change, currency }: Props) {
  const say = useAddRoomWords();
  return (
    <TextField
      label={say('amount', { currency })}
      inputMode="decimal"
      autoComplete="off"
      value={typed.amount}
      onChange={(event) => change({ amount: event.target.value.replace(',', '.') })}
    />
  );
}

const KINDS = ['equipment', 'supplies', 'intellectual-property', 'resource'] as const;
const UNITS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  equipment: ['h', 'day', 'month', 'item', 'currency'],
  supplies: ['item', 'kg', 'l', 'm', 'm2', 'm3', 'currency'],
  'intellectual-property': ['item', 'month', 'year', 'currency'],
  resource: ['h', 'day', 'month', 'item', 'm2', 'GB', 'currency'],
};

/** Equipment, supplies, ideas and all else that is not time or cash. */
export function ThingFields({ typed, change, currency }: Props) {
  const say = useAddRoomWords();
  const sayWork = useWorkRoomWords();
  const kind = KINDS.find((one) => one === typed.kind) ?? 'equipment';
  const wordOf = (unit: string): string => {
    const word = `unit.${unit}`;
    return say.has(word) ? say(word) : unit;
  };
  return (
    <>
      <Choose
        label={say('kind')}
        value={kind}
        choices={KINDS.map((one) => ({ value: one, label: sayWork(`kind.${one}`) }))}
        onChoose={(next) =>
          change({ kind: next, ...(UNITS[next].includes(typed.unit) ? {} : { unit: 'item' }) })
        }
      />
      <div className="path-pair">
        <TextField
          label={say('quantity')}
          inputMode="decimal"
          autoComplete="off"
          value={typed.quantity}
          onChange={(event) => change({ quantity: event.target.value.replace(',', '.') })}
        />
        <Choose
          label={say('unit')}
          value={typed.unit}
          choices={UNITS[kind].map((unit) => ({ value: unit, label: wordOf(unit) }))}
          onChoose={(unit) => change({ unit })}
        />
      </div>
      {typed.unit === 'currency' ? null : (
        <TextField
          label={say('rate', { currency })}
          inputMode="decimal"
          autoComplete="off"
          value={typed.rate}
          onChange={(event) => change({ rate: event.target.value.replace(',', '.') })}
        />
      )}
    </>
  );
}

/** What is seldom said. */
export function MoreFields({ typed, change, currency }: Props) {
  const say = useAddRoomWords();
  return (
    <details className="path-more">
      <summary>{say('advanced')}</summary>
      <div className="path-form">
        <TextField
          label={say('evidence')}
          hint={say('evidence.hint')}
          value={typed.evidence}
          onChange={(event) => change({ evidence: event.target.value })}
        />
        <TextField
          label={say('paid', { currency })}
          hint={say('paid.hint')}
          inputMode="decimal"
          value={typed.paid}
          onChange={(event) => change({ paid: event.target.value.replace(',', '.') })}
        />
        <label className="add-gift">
          <input
            type="checkbox"
            checked={typed.gift}
            onChange={(event) => change({ gift: event.target.checked })}
          />
          <span>{say('gift')}</span>
        </label>
      </div>
    </details>
  );
}
