import { useState } from 'react';
import { useDraft } from '../../keep/draft.ts';
import { TextField } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { typedFrom } from '../../words/typed-number.ts';
import { useActing } from './acting.ts';
import { Lacking, lackingSaid, useAskedOf, wrongOf } from './lacking.tsx';
import { LineForm } from './line-form.tsx';
import type { FormProps } from './line-form.tsx';
import { countTyped, lackingOf } from './typed.ts';

/** Its author hands a draft in, with the quantity that it really was. */
export function ConfirmForm({ work, line, name, onBack }: FormProps) {
  const say = useContributionWords();
  const { locale } = useLocale();
  const toast = useToast();
  const draft = useDraft(`confirm:${line.id}`, {
    quantity: typedFrom(line.quantity, locale),
    classification: '',
    ...lackingOf(line),
  });
  const [asked, setAsked] = useState(false);
  const { isHourAsked, isByAward } = useAskedOf(line, work);
  const { quantity, classification } = draft.value;
  const really = countTyped(quantity, locale, line.unit);
  const isUnvalued = line.unvalued !== null && line.classification === null && line.rate === null;
  const asksAward = isUnvalued && isByAward;
  const wrong = wrongOf(draft.value, isHourAsked);
  const isWrong = wrong.isRate || wrong.exchange !== undefined;
  const body = {
    contribution: line.id,
    ...(really !== undefined && really !== line.quantity && { quantity: really }),
    ...(asksAward && classification.trim() !== '' && { classification: classification.trim() }),
    ...lackingSaid(draft.value, isHourAsked, work.currency),
  };
  const acting = useActing(
    (client, how) => client.contributions.confirm(body, how),
    async () => {
      await draft.discard();
      toast({ text: say('confirmed', { what: name }) });
      onBack();
    },
  );
  const example = decimalText('7.5', locale);
  const check = (): boolean => {
    setAsked(true);
    return really !== undefined && !isWrong;
  };
  return (
    <LineForm
      {...{ line, acting, check, onBack }}
      title={say('confirm.title')}
      verb={say('confirm')}
      restored={draft.restored}
    >
      <p>{say('confirm.means')}</p>
      <NumberField
        label={say('confirm.quantity', { unit: line.unit })}
        unit={line.unit}
        {...(asked && really === undefined && { error: say('quantity.wrong', { example }) })}
        value={quantity}
        onType={(text) => draft.change({ quantity: text })}
      />
      <Lacking
        {...{ line, work, quantity, isHourAsked }}
        typed={draft.value}
        wrong={asked ? wrong : undefined}
        error={acting.error}
        onType={(next) => draft.change(next)}
      />
      {asksAward ? (
        <TextField
          label={say('confirm.classification')}
          hint={say('confirm.classification.hint')}
          maxLength={500}
          value={classification}
          onChange={({ target }) => draft.change({ classification: target.value })}
        />
      ) : null}
    </LineForm>
  );
}
