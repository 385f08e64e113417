import { useQuery } from '@tanstack/react-query';
import { kindsAsked } from '../../app/questions.ts';
import { Choose, Field } from '../../parts/controls/field.tsx';
import { meantBefore, NumberField, useNumberNote } from '../../parts/controls/number-field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { hoursTyped } from '../../words/typed-hours.ts';
import { typedFrom } from '../../words/typed-number.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import type { LineTyped, Wrong } from './line-typed.ts';
import { Stepper } from './stepper.tsx';
import { Timer } from './timer.tsx';

/** What each part of the form is given. */
export interface LineProps {
  readonly typed: LineTyped;
  readonly change: (next: Partial<LineTyped>) => void;
  readonly currency: string;
  /** What is wrong with it, once it was handed in. */
  readonly wrong?: Wrong | undefined;
}

/** That nobody said how much it was, or more than can be, at the field that asks. */
function useMissing(wrong: Wrong | undefined): { readonly error?: string } {
  const say = useAddRoomWords();
  if (wrong?.is === 'hours') return { error: say('hours.over') };
  return wrong?.at === 'quantity' && wrong.is === 'missing' ? { error: say('missing') } : {};
}

const QUICK = ['0.25', '0.5', '1', '2', '4', '8'] as const;

/** Time: how long, in one tap, typed, or by a timer. */
export function HoursFields(props: LineProps & { readonly work: string }) {
  const { typed, change, work, wrong } = props;
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const note = useNumberNote(typed.hours, { unit: 'h' });
  const missing = useMissing(wrong);
  const hint = meantBefore(note.meant, undefined);
  const plain = hoursTyped(typed.hours, locale);
  const put = (hours: string): void => change({ hours: typedFrom(hours, locale) });
  return (
    <>
      <fieldset className="add-quick">
        <legend>{say('hours.quick')}</legend>
        {QUICK.map((hours) => (
          <button
            key={hours}
            type="button"
            className="button"
            aria-pressed={plain === hours}
            onClick={() => put(hours)}
          >
            {Number(hours) < 1
              ? say('hours.minutes', { n: Number(hours) * 60 })
              : say('hours.one', { n: Number(hours) })}
          </button>
        ))}
      </fieldset>
      <div className="add-hours">
        <Field
          label={say('hours')}
          {...(hint !== undefined && { hint })}
          {...(note.wrong === undefined ? missing : { error: note.wrong })}
        >
          {(wired) => (
            <Stepper
              id={wired.id}
              note={wired['aria-describedby']}
              invalid={wired['aria-invalid'] === true}
              value={typed.hours}
              onType={(hours) => change({ hours })}
            />
          )}
        </Field>
        <Timer
          work={work}
          onStop={(hours, day) => change({ hours: typedFrom(hours, locale), from: day, to: day })}
        />
      </div>
    </>
  );
}

/** Cash: how much of it. */
export function CashFields({ typed, change, currency, wrong }: LineProps) {
  const say = useAddRoomWords();
  return (
    <NumberField
      label={say('amount', { currency })}
      {...useMissing(wrong)}
      currency={currency}
      value={typed.amount}
      onType={(amount) => change({ amount })}
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
export function ThingFields({ typed, change, currency, wrong }: LineProps) {
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
        <NumberField
          label={say('quantity')}
          {...useMissing(wrong)}
          {...(unit === 'currency' ? { currency } : { unit })}
          value={typed.quantity}
          onType={(quantity) => change({ quantity, kind: kind?.id ?? '', unit })}
        />
        <Choose
          label={say('unit')}
          value={unit}
          choices={units.map((one) => ({ value: one, label: wordOf(one) }))}
          onChoose={(next) => change({ unit: next })}
        />
      </div>
      {unit === 'currency' ? null : (
        <NumberField
          label={say('rate', { currency })}
          currency={currency}
          value={typed.rate}
          onType={(rate) => change({ rate })}
        />
      )}
    </>
  );
}
