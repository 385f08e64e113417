import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useScale } from '../../app/scale.ts';
import { sessionAsked, useClient } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextArea, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, decimalText } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { decimalTyped, isTooFine, percentTyped } from '../../words/typed-number.ts';
import { partOfPercent } from './typed.ts';

interface Typed {
  readonly payer: string;
  readonly amount: string;
  readonly tax: string;
  readonly until: string;
  readonly note: string;
}

const DAYS = 30;
const DAY_MS = 86_400_000;

/** The form of a new quote. What is typed survives a reload; the same quote sent twice is one. */
export function QuoteForm({ work }: { readonly work: WorkAnswer }) {
  const say = useQuoteWords();
  const { now } = useSuspenseQuery(sessionAsked).data;
  const until = new Date(Date.parse(now) + DAYS * DAY_MS).toISOString().slice(0, 10);
  const empty = { payer: '', amount: '', tax: '', until, note: '' };
  const draft = useDraft<Typed>(`quote ${work.id}`, empty);
  const [asked, setAsked] = useState(false);
  const { locale } = useLocale();
  const scale = useScale(work.currency);
  const place: Place = { work, locale, scale };
  const making = useMaking(place, draft);
  const send = (): void => {
    setAsked(true);
    if (bodyOf(place, draft.value) !== undefined) making.mutate();
  };
  return (
    <Form className="quote-form" onSubmit={send}>
      {draft.restored ? <p className="caption">{say('restored')}</p> : null}
      <Fields work={work} draft={draft} asked={asked} />
      {making.isError ? <ErrorNote error={making.error} kept={say('kept')} /> : null}
      <div>
        <Button type="submit" look="ink" wide busy={making.isPending}>
          {say('make')}
        </Button>
      </div>
    </Form>
  );
}

function useMaking(place: Place, draft: Draft<Typed>) {
  const { value } = draft;
  const client = useClient();
  const navigate = useNavigate();
  const last = useRef({ said: '', id: '' });
  return useMutation({
    mutationFn: async () => {
      const body = bodyOf(place, value);
      if (body === undefined) throw new Error('The form is not complete.');
      // A retry of the same words is the same quote; other words are another one.
      const said = JSON.stringify(body);
      if (last.current.said !== said) last.current = { said, id: client.newId('quo_') };
      return client.quotes.make(body, { id: last.current.id });
    },
    onSuccess: async ({ id }) => {
      await draft.discard();
      await navigate({ to: '/quotes/$quote', params: { quote: id } });
    },
  });
}

/** What is sent is read by: the work, the writing of whoever types, the decimals of the amount. */
interface Place {
  readonly work: WorkAnswer;
  readonly locale: string;
  readonly scale: number | undefined;
}

/** What is sent; undefined while something is missing. */
function bodyOf({ work, locale, scale = 18 }: Place, typed: Typed) {
  const { payer, amount, tax, until, note } = typed;
  const sum = decimalTyped(amount, locale);
  const percent = tax.trim() === '' ? null : percentTyped(tax, locale);
  if (payer.trim() === '' || sum === undefined || percent === undefined || until === '') {
    return undefined;
  }
  if (isTooFine(sum, scale)) return undefined;
  return {
    work: work.id,
    release: work.release.id,
    payer: { name: payer.trim() },
    amount: { amount: sum, currency: work.currency },
    ...(percent === null ? {} : { taxRate: partOfPercent(percent) }),
    validUntil: until,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}

interface FieldsProps {
  readonly work: WorkAnswer;
  readonly draft: Draft<Typed>;
  /** Whether it was sent once: only then is it said what is missing. */
  readonly asked: boolean;
}

function Fields({ work, draft, asked }: FieldsProps) {
  const { value } = draft;
  const say = useQuoteWords();
  const { locale } = useLocale();
  const badly = say('bad-number', { example: decimalText('1100', locale) });
  const remaining = <Money key="amount" value={work.opensWhen.remaining} even />;
  const isMissing = asked && value.payer.trim() === '';
  const isNothing = asked && value.amount.trim() === '';
  return (
    <>
      <TextField
        label={say('payer')}
        hint={say('payer.hint')}
        {...(isMissing && { error: say('missing') })}
        value={value.payer}
        maxLength={500}
        autoComplete="organization"
        onChange={(event) => draft.change({ payer: event.target.value })}
      />
      <div className="quote-pair">
        <NumberField
          label={say('amount', { currency: currencySign(work.currency, locale) })}
          hint={say.rich('amount.hint', { amount: remaining })}
          {...(isNothing && { error: badly })}
          currency={work.currency}
          value={value.amount}
          onType={(amount) => draft.change({ amount })}
        />
        <NumberField
          label={say('tax-rate')}
          hint={say('tax-rate.hint')}
          percent
          value={value.tax}
          onType={(tax) => draft.change({ tax })}
        />
        <TextField
          label={say('until')}
          type="date"
          {...(asked && value.until === '' && { error: say('missing') })}
          value={value.until}
          onChange={(event) => draft.change({ until: event.target.value })}
        />
      </div>
      <TextArea
        label={say('note')}
        hint={say('note.hint')}
        maxLength={2000}
        value={value.note}
        onChange={(event) => draft.change({ note: event.target.value })}
      />
    </>
  );
}
