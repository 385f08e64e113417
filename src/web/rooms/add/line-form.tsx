import { useQuery } from '@tanstack/react-query';
import { kindsAsked } from '../../app/questions.ts';
import { Choose, Field, TextField } from '../../parts/controls/field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import type { LineTyped } from './line-typed.ts';
import { Stepper } from './stepper.tsx';
import { Timer } from './timer.tsx';
import type { TimerKept } from './timer.tsx';

/** What each part of the form is given. */
export interface LineProps {
  readonly typed: LineTyped;
  readonly change: (next: Partial<LineTyped>) => void;
  readonly currency: string;
}

const QUICK = ['0.25', '0.5', '1', '2', '4', '8'] as const;

/** Time: how long, in one tap, typed, or by a timer. */
export function HoursFields({ typed, change, timer }: LineProps & { readonly timer: TimerKept }) {
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
      <div className="add-hours">
        <Field label={say('hours')}>
          {(wired) => (
            <Stepper id={wired.id} value={typed.hours} onType={(hours) => change({ hours })} />
          )}
        </Field>
        <Timer timer={timer} onStop={(hours, day) => change({ hours, from: day, to: day })} />
      </div>
    </>
  );
}

/** Cash: how much of it. */
export function CashFields({ typed, change, currency }: LineProps) {
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

interface ThingKind {
  readonly id: string;
  readonly name: string;
  readonly units: readonly string[];
}

/** Where the node has not said yet which kinds it knows: offline, the first time. */
const USUAL: readonly ThingKind[] = [
  { id: 'equipment', name: 'Equipment', units: ['h', 'day', 'month', 'item', 'currency'] },
];

/** The kinds that are counted by their use or their energy, the node's own among them. */
function useThingKinds(): readonly ThingKind[] {
  const { data } = useQuery(kindsAsked);
  const found = data?.items.filter(({ measure }) => measure === 'use' || measure === 'energy');
  return found === undefined || found.length === 0 ? USUAL : found;
}

/** Equipment, supplies, ideas, machine time and all else that is not time or cash. */
export function ThingFields({ typed, change, currency }: LineProps) {
  const say = useAddRoomWords();
  const sayWork = useWorkRoomWords();
  const kinds = useThingKinds();
  const kind = kinds.find(({ id }) => id === typed.kind) ?? kinds[0];
  const units = kind?.units ?? [];
  const unit = units.includes(typed.unit) ? typed.unit : (units[0] ?? '');
  const wordOf = (one: string): string => {
    const word = `unit.${one}`;
    return say.has(word) ? say(word) : one;
  };
  const nameOf = ({ id, name }: ThingKind): string => {
    const word = `kind.${id}`;
    return sayWork.has(word) ? sayWork(word) : name;
  };
  const choose = (id: string): void => {
    const next = kinds.find((one) => one.id === id)?.units ?? [];
    change({ kind: id, ...(!next.includes(unit) && { unit: next[0] ?? '' }) });
  };
  return (
    <>
      <Choose
        label={say('kind')}
        value={kind?.id ?? ''}
        choices={kinds.map((one) => ({ value: one.id, label: nameOf(one) }))}
        onChoose={choose}
      />
      <div className="path-pair">
        <TextField
          label={say('quantity')}
          inputMode="decimal"
          autoComplete="off"
          value={typed.quantity}
          onChange={(event) =>
            change({ quantity: event.target.value.replace(',', '.'), kind: kind?.id ?? '', unit })
          }
        />
        <Choose
          label={say('unit')}
          value={unit}
          choices={units.map((one) => ({ value: one, label: wordOf(one) }))}
          onChoose={(next) => change({ unit: next })}
        />
      </div>
      {unit === 'currency' ? null : (
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
