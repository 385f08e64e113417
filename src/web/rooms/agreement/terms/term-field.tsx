import type { Field } from '../../../../domain/agreements/reading/field.ts';
import { openLicences } from '../../../../domain/licences/spdx.ts';
import { Choose, Segments, TextArea, TextField, Tick } from '../../../parts/controls/field.tsx';
import { NumberField } from '../../../parts/controls/number-field.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { decimalText } from '../../../words/numbers.ts';
import { useTermsWords } from '../../../words/terms/words.ts';
import type { Fault } from './checked.ts';
import { Classes } from './classes.tsx';
import { columnsOf, rowsMax } from './columns.ts';
import { DurationField } from './duration-field.tsx';
import { Rows } from './rows.tsx';
import { percentOf } from './typed.ts';
import type { At, Entry, Row } from './typed.ts';

/** What the control of one term is given. */
export interface TermProps {
  readonly field: Field;
  readonly entry: Entry;
  readonly fault: Fault | undefined;
  readonly at: At;
  readonly today: string;
  readonly onType: (entry: Entry) => void;
}

interface Said {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

/** The control of one term, by its type. */
export function TermField(props: TermProps) {
  const { field, entry, at, today, onType } = props;
  const said = useSaid(props);
  const columns = columnsOf(field.type);
  const rows = entry as readonly Row[];
  if (field.type === 'classes') return <Classes {...{ rows, at, today }} onChange={onType} />;
  if (columns !== undefined) {
    const most = rowsMax(field.type);
    return <Rows label={said.label} {...{ columns, rows, most, at, today }} onChange={onType} />;
  }
  if (field.type === 'choices' || field.type === 'parties') {
    return <Ticks {...props} label={said.label} ticked={entry as readonly string[]} />;
  }
  return <PlainField {...props} said={said} text={entry as string} />;
}

/** What a field is called, what it may be, and what is wrong with it. */
function useSaid({ field, fault }: TermProps): Said {
  const say = useTermsWords();
  const { locale } = useLocale();
  const name = `t.${field.key}`;
  const label = say.has(name) ? say(name) : field.key;
  const { range, type } = field;
  const worded = (limit: string): string =>
    type === 'fraction'
      ? `${decimalText(percentOf(limit), locale)}\u00a0%`
      : decimalText(limit, locale);
  const limits = range?.map(worded);
  const isNumber = type === 'decimal' || type === 'fraction' || type === 'integer';
  const [least = '', most = ''] = limits ?? [];
  const hints = {
    texts: say('lines'),
    'optional-text': say('empty.none'),
    classification: say('empty.none'),
  } as const;
  const usual = type in hints ? hints[type as keyof typeof hints] : undefined;
  const hint = isNumber && range !== undefined ? say('range', { least, most }) : usual;
  const wrong =
    fault === undefined
      ? undefined
      : fault.is === 'unreadable'
        ? say('bad')
        : say('bad.range', isNumber ? { least, most } : { least: fault.least, most: fault.most });
  return {
    label,
    ...(hint !== undefined && { hint }),
    ...(wrong !== undefined && { error: wrong }),
  };
}

interface PlainProps extends TermProps {
  readonly said: Said;
  readonly text: string;
}

function PlainField(props: PlainProps) {
  const { field, said, text, onType } = props;
  const say = useTermsWords();
  const choices = useChoices(props);
  const { type } = field;
  if (type === 'duration' || type === 'duration-or-none') {
    const none = type === 'duration' ? {} : { none: say('backstop.none') };
    return <DurationField {...said} {...none} value={text} onType={onType} />;
  }
  if (type === 'earlier') return <Earlier {...props} />;
  if (choices !== undefined && choices.length <= 3 && said.error === undefined) {
    return <Segments label={said.label} value={text} choices={choices} onChoose={onType} />;
  }
  if (choices !== undefined) {
    return <Choose {...said} value={text} choices={choices} onChoose={onType} />;
  }
  const isLong = type === 'texts' || field.key === 'purpose' || type === 'languages';
  if (isLong) {
    return <TextArea {...said} value={text} onChange={({ target }) => onType(target.value)} />;
  }
  const isNumber = ['decimal', 'fraction', 'integer', 'sum'].includes(type);
  if (isNumber) return <NumberField {...said} value={text} onType={onType} />;
  return (
    <TextField
      {...said}
      value={text}
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
    />
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be chosen, in words; undefined where one types. */
function useChoices({ field, at, text }: PlainProps): readonly Choice[] | undefined {
  const say = useTermsWords();
  const wordOf = (value: string): string => {
    const name = `${field.key}.${value}`;
    return say.has(name) ? say(name) : value;
  };
  const these = (values: readonly string[]): Choice[] =>
    values.map((value) => ({ value, label: wordOf(value) }));
  if (field.type === 'choice') return these(field.choices ?? []);
  if (field.type === 'tables') return these(['kept', 'current']);
  if (field.type === 'tranches') {
    return these(['one', 'cash', 'time', ...(text === 'own' ? ['own'] : [])]);
  }
  if (field.type === 'flag') {
    return (['false', 'true'] as const).map((value) => ({ value, label: say(`flag.${value}`) }));
  }
  if (field.type === 'licence') return openLicences().map(({ id }) => ({ value: id, label: id }));
  if (field.type !== 'optional-party') return undefined;
  const nobody = { value: '', label: say('standIn.none') };
  return [nobody, ...at.people.map(({ agent, name }) => ({ value: agent, label: name }))];
}

/** Since when earlier work counts: always, never, or from a day on. */
function Earlier({ said, text, today, onType }: PlainProps) {
  const say = useTermsWords();
  const day = /^since:(.*)$/.exec(text)?.[1];
  const kind = day === undefined ? text : 'since';
  return (
    <>
      <Segments
        label={said.label}
        value={kind}
        choices={(['all', 'none', 'since'] as const).map((value) => ({
          value: value as string,
          label: say(`earlier.${value}`),
        }))}
        onChoose={(next) => onType(next === 'since' ? `since:${today}` : next)}
      />
      {day === undefined ? null : (
        <TextField
          {...said}
          label={say('col.from')}
          type="date"
          value={day}
          onChange={({ target }) => onType(`since:${target.value}`)}
        />
      )}
    </>
  );
}

interface TicksProps extends TermProps {
  readonly label: string;
  readonly ticked: readonly string[];
}

/** Some of several, by a tick each. */
function Ticks({ field, label, ticked, at, onType }: TicksProps) {
  const say = useTermsWords();
  const wordOf = (value: string): string => {
    const name = `${field.key}.${value}`;
    return say.has(name) ? say(name) : value;
  };
  const people = at.people.map(({ agent, name }) => ({ value: agent, label: name }));
  const all =
    field.type === 'parties'
      ? people
      : (field.choices ?? []).map((value) => ({ value, label: wordOf(value) }));
  const order = all.map(({ value }) => value);
  const toggle = (value: string, isTicked: boolean): void => {
    const next = isTicked ? [...ticked, value] : ticked.filter((one) => one !== value);
    onType(next.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  };
  return (
    <fieldset className="terms-ticks">
      <legend>{label}</legend>
      {all.map(({ value, label: word }) => (
        <Tick
          key={value}
          label={word}
          ticked={ticked.includes(value)}
          onTick={(isTicked) => toggle(value, isTicked)}
        />
      ))}
    </fieldset>
  );
}
