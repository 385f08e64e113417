import { useState } from 'react';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { Client } from '../../../sdk/client.ts';
import { useDraft } from '../../keep/draft.ts';
import { TextArea, TextField } from '../../parts/controls/field.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { typedFrom } from '../../words/typed-number.ts';
import { useActing } from './acting.ts';
import { Lacking, lackingSaid, useAskedOf, wrongOf } from './lacking.tsx';
import { LineForm } from './line-form.tsx';
import type { FormProps } from './line-form.tsx';
import { countTyped, lackingOf } from './typed.ts';

type Body = Parameters<Client['contributions']['add']>[0];

/** What a corrected line takes over from the one that it replaces: all that is not in the form. */
function takenOver(line: ContributionAnswer): Omit<Body, 'quantity' | 'from' | 'to'> {
  return {
    work: line.work,
    release: line.release,
    kind: line.kind,
    unit: line.unit,
    evidence: line.evidence,
    ...(line.rate !== null && { rate: line.rate }),
    ...(line.classification !== null && { classification: line.classification }),
    ...(line.exchange !== null && { exchange: line.exchange }),
    ...(line.paid !== null && { paid: line.paid }),
    ...(line.depreciation !== null && { depreciation: line.depreciation }),
    ...(line.gift && { gift: true }),
    ...(line.exclusive && { exclusive: true }),
    ...(line.urgent && { urgent: true }),
    // What is decided stays decided; what is put in after it stands for itself.
    ...(line.status !== 'rejected' && { supersedes: line.id }),
  };
}

/**
 * Puts a corrected line in the place of one that is not decided yet, or beside one that was
 * rejected. Both stay in the record.
 */
export function ReplaceForm({ work, line, name, onBack }: FormProps) {
  const say = useContributionWords();
  const { locale } = useLocale();
  const toast = useToast();
  const { from, to } = line.on;
  const verb = line.status === 'rejected' ? 'again' : 'replace';
  const draft = useDraft(`replace:${line.id}`, {
    what: line.what ?? '',
    quantity: typedFrom(line.quantity, locale),
    from,
    to,
    ...lackingOf(line),
  });
  const [asked, setAsked] = useState(false);
  const { isHourAsked } = useAskedOf(line, work);
  const typed = draft.value;
  const quantity = countTyped(typed.quantity, locale, line.unit);
  const wrong = wrongOf(typed, isHourAsked);
  const isWrong = wrong.isRate || wrong.exchange !== undefined;
  const what = typed.what.trim();
  const acting = useActing(
    (client, how) =>
      client.contributions.add(
        {
          ...takenOver(line),
          ...lackingSaid(typed, isHourAsked, work.currency),
          quantity: quantity ?? '',
          from: typed.from,
          to: typed.to,
          ...(what !== '' && { what }),
        },
        how,
      ),
    async () => {
      await draft.discard();
      toast({ text: say(`${verb}.done`, { what: name }) });
      onBack();
    },
    'con_',
  );
  const check = (): boolean => {
    setAsked(true);
    return quantity !== undefined && !isWrong;
  };
  return (
    <LineForm
      {...{ line, acting, check, onBack }}
      title={say(`${verb}.title`)}
      verb={say(`${verb}.do`)}
      restored={draft.restored}
    >
      <p>{say(`${verb}.means`)}</p>
      <What value={typed.what} onType={(text) => draft.change({ what: text })} />
      <Quantity
        unit={line.unit}
        value={typed.quantity}
        isWrong={asked && quantity === undefined}
        onType={(text) => draft.change({ quantity: text })}
      />
      <Lacking
        {...{ line, work, typed, isHourAsked }}
        quantity={typed.quantity}
        wrong={asked ? wrong : undefined}
        error={acting.error}
        onType={(next) => draft.change(next)}
      />
      <Days from={typed.from} to={typed.to} onChange={(next) => draft.change(next)} />
    </LineForm>
  );
}

interface WhatProps {
  readonly value: string;
  readonly onType: (text: string) => void;
}

function What({ value, onType }: WhatProps) {
  const say = useContributionWords();
  return (
    <TextArea
      label={say('replace.what')}
      maxLength={2000}
      rows={2}
      value={value}
      onChange={({ target }) => onType(target.value)}
    />
  );
}

interface QuantityProps {
  readonly unit: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onType: (text: string) => void;
}

/** How much it really was. */
function Quantity({ unit, isWrong, ...field }: QuantityProps) {
  const say = useContributionWords();
  const { locale } = useLocale();
  const error = isWrong
    ? say('quantity.wrong', { example: decimalText('7.5', locale) })
    : undefined;
  return (
    <NumberField
      label={say('confirm.quantity', { unit })}
      unit={unit}
      {...(error !== undefined && { error })}
      {...field}
    />
  );
}

interface DaysProps {
  readonly from: string;
  readonly to: string;
  readonly onChange: (next: { readonly from?: string; readonly to?: string }) => void;
}

function Days({ from, to, onChange }: DaysProps) {
  const say = useContributionWords();
  return (
    <div className="line-days">
      <TextField
        type="date"
        label={say('replace.from')}
        max={to}
        value={from}
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <TextField
        type="date"
        label={say('replace.to')}
        min={from}
        value={to}
        onChange={({ target }) => onChange({ to: target.value })}
      />
    </div>
  );
}
