import { useEffect, useState } from 'react';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { Segments, TextField, Tick } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { daysText } from '../../words/numbers.ts';
import { ExchangeFields } from './exchange-fields.tsx';
import type { LineProps } from './line-form.tsx';
import { localDay } from './timer.tsx';

interface Props extends LineProps {
  readonly preset?: string;
  /** Whether the award is asked for before all of this. */
  readonly isAwardAsked: boolean;
  /** Whether something in it is to be looked at: it opens by itself then. */
  readonly isAsked: boolean;
}

/** What has an answer already, in one line, and opens to be changed. */
export function MoreFields(props: Props) {
  const { typed, change, currency, preset, isAwardAsked, isAsked, wrong } = props;
  const say = useAddRoomWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isAsked) setOpen(true);
  }, [isAsked]);
  return (
    <details
      className="path-more"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Sum typed={typed} /> <span className="add-change">{say('change')}</span>
      </summary>
      <div className="add-form">
        <Days typed={typed} change={change} wrong={wrong} />
        {typed.mode === 'time' ? (
          <HourFields
            {...{ typed, change, isAwardAsked, ...(preset !== undefined && { preset }) }}
          />
        ) : null}
        <TextField
          label={say('evidence')}
          hint={say('evidence.hint')}
          value={typed.evidence}
          onChange={(event) => change({ evidence: event.target.value })}
        />
        <NumberField
          label={say('paid', { currency })}
          hint={say('paid.hint')}
          currency={currency}
          value={typed.paid}
          onType={(paid) => change({ paid })}
        />
        <ExchangeFields
          home={currency}
          missing={wrong?.is === 'rate' || wrong?.is === 'source' ? wrong.is : undefined}
          value={{ rate: typed.exchangeRate, source: typed.exchangeSource }}
          onType={({ rate = typed.exchangeRate, source = typed.exchangeSource }) =>
            change({ exchangeRate: rate, exchangeSource: source })
          }
        />
        <Tick label={say('gift')} ticked={typed.gift} onTick={(gift) => change({ gift })} />
      </div>
    </details>
  );
}

/** "Today, knowledge work, MA000065/6": what holds unless it is changed. */
function Sum({ typed }: Pick<LineProps, 'typed'>) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const today = localDay(new Date());
  const [from, to] = [typed.from || today, typed.to || typed.from || today];
  const days = from === today && to === today ? say('today') : daysText({ from, to }, locale);
  const kind = say(typed.labour === 'labour' ? 'labour.word' : 'knowledge-work');
  const facts = [
    days,
    ...(typed.mode === 'time' ? [kind, typed.classification.trim()] : []),
    ...(typed.gift ? [say('gift.word')] : []),
  ];
  return (
    <span className="add-sum">
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
    </span>
  );
}

function Days({ typed, change, wrong }: Pick<LineProps, 'typed' | 'change' | 'wrong'>) {
  const say = useAddRoomWords();
  const today = localDay(new Date());
  return (
    <div className="path-pair">
      <TextField
        label={say('from')}
        type="date"
        max={today}
        value={typed.from || today}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        label={say('until')}
        {...(wrong?.at === 'days' && { error: say('days') })}
        type="date"
        max={today}
        value={typed.to || typed.from || today}
        onChange={(event) => change({ to: event.target.value })}
      />
    </div>
  );
}

/** What an hour of it is. */
function HourFields({ typed, change, preset, isAwardAsked }: Omit<Props, 'isAsked' | 'currency'>) {
  const say = useAddRoomWords();
  return (
    <>
      <Segments
        label={say('labour')}
        value={typed.labour}
        choices={[
          { value: 'knowledge-work', label: say('knowledge-work') },
          { value: 'labour', label: say('labour.word') },
        ]}
        onChoose={(labour) => change({ labour })}
      />
      {!isAwardAsked && (preset === undefined || preset === 'award') ? (
        <ClassificationField
          label={say('classification')}
          hint={say('classification.hint')}
          value={typed.classification}
          onType={(classification) => change({ classification })}
        />
      ) : null}
    </>
  );
}
