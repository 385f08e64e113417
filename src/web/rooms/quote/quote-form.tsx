import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { addDays } from '../../../domain/effort/days.ts';
import { MAX_MINOR, toMoney } from '../../../domain/money/amount.ts';
import { MAX_SCALE } from '../../../domain/money/currency.ts';
import { parseDecimal } from '../../../domain/money/ratio.ts';
import { taxIn } from '../../../domain/payments/tax.ts';
import { useScale } from '../../app/scale.ts';
import { sessionAsked, useClient, useMember } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextArea, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, decimalText, isZero, minorOf } from '../../words/numbers.ts';
import { useQuoteWords } from '../../words/quote/words.ts';
import { decimalTyped, isTooFine, percentTyped, typedFrom } from '../../words/typed-number.ts';
import { partOfPercent } from './typed.ts';

interface Typed {
  readonly payer: string;
  readonly amount: string;
  readonly tax: string;
  readonly until: string;
  readonly note: string;
  readonly payTo: string;
}

/** For how many days a quote holds where nobody says, and at most. */
const DAYS = 30;
const DAYS_MAX = 366;

interface FormProps {
  readonly work: WorkAnswer;
  /** How the payer was told to pay by the last quote. */
  readonly payTo: string;
}

/** The form of a new quote. What is typed survives a reload; the same quote sent twice is one. */
export function QuoteForm({ work, payTo }: FormProps) {
  const say = useQuoteWords();
  const today = useSuspenseQuery(sessionAsked).data.now.slice(0, 10);
  const empty = { payer: '', amount: '', tax: '', until: addDays(today, DAYS), note: '', payTo };
  const draft = useDraft<Typed>(`quote ${work.id}`, empty);
  const [asked, setAsked] = useState(false);
  const { locale } = useLocale();
  // A currency of the node's own that nobody has told of yet: the node says what is too fine.
  const scale = useScale(work.currency) ?? MAX_SCALE;
  const place: Place = { work, locale, scale, today };
  const making = useMaking(place, draft);
  const send = (): void => {
    setAsked(true);
    if (bodyOf(place, draft.value) !== undefined) making.mutate();
  };
  return (
    <Form className="quote-form" onSubmit={send}>
      {draft.restored ? <p className="caption">{say('restored')}</p> : null}
      <Fields place={place} draft={draft} asked={asked} />
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

/** What is sent is read by: the work, the writing of whoever types, the decimals, the day. */
interface Place {
  readonly work: WorkAnswer;
  readonly locale: string;
  readonly scale: number;
  readonly today: string;
}

/** The amount with its tax, as it is typed so far; undefined while it cannot be read. */
function sumsOf({ locale, scale }: Place, { amount, tax }: Typed): Sums | undefined {
  const sum = decimalTyped(amount, locale);
  const percent = tax.trim() === '' ? null : percentTyped(tax, locale);
  if (sum === undefined || percent === undefined || isTooFine(sum, scale)) return undefined;
  return { sum, ...(percent === null ? {} : { taxRate: partOfPercent(percent) }) };
}

/** What is wrong with the last day on which it holds. */
function wrongDay({ today }: Place, until: string): 'missing' | 'until.past' | 'until.far' | null {
  if (until === '') return 'missing';
  if (until < today) return 'until.past';
  return until > addDays(today, DAYS_MAX) ? 'until.far' : null;
}

/** What is sent; undefined while something is missing. */
function bodyOf(place: Place, typed: Typed) {
  const { payer, until, note, payTo } = typed;
  const { work } = place;
  const sums = sumsOf(place, typed);
  if (
    payer.trim() === '' ||
    sums === undefined ||
    isZero({ amount: sums.sum, currency: work.currency }) ||
    wrongDay(place, until) !== null
  ) {
    return undefined;
  }
  return {
    work: work.id,
    release: work.release.id,
    payer: { name: payer.trim() },
    amount: { amount: sums.sum, currency: work.currency },
    taxRate: sums.taxRate,
    validUntil: until,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(payTo.trim() === '' ? {} : { payTo: payTo.trim() }),
  };
}

interface FieldsProps {
  readonly place: Place;
  readonly draft: Draft<Typed>;
  /** Whether it was sent once: only then is it said what is missing. */
  readonly asked: boolean;
}

function Fields({ place, draft, asked }: FieldsProps) {
  const { value } = draft;
  const say = useQuoteWords();
  const isMissing = asked && value.payer.trim() === '';
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
      <SumFields place={place} draft={draft} asked={asked} />
      <TextArea
        label={say('pay-to')}
        hint={say('pay-to.hint')}
        maxLength={2000}
        value={value.payTo}
        onChange={(event) => draft.change({ payTo: event.target.value })}
      />
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

/** How much, of it the tax, and until when. */
function SumFields({ place, draft, asked }: FieldsProps) {
  const { work, locale } = place;
  const { value } = draft;
  const say = useQuoteWords();
  const remaining = <Money key="amount" value={work.opensWhen.remaining} even />;
  const badly = say('bad-number', { example: decimalText('1100', locale) });
  const sums = sumsOf(place, value);
  const isEmpty =
    value.amount.trim() === '' ||
    (sums !== undefined && isZero({ amount: sums.sum, currency: work.currency }));
  const day = wrongDay(place, value.until);
  return (
    <div className="stack">
      <div className="quote-pair">
        <NumberField
          label={say('amount', { currency: currencySign(work.currency, locale) })}
          hint={say.rich('amount.hint', { amount: remaining })}
          {...(asked && isEmpty && { error: badly })}
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
          {...(day !== null && (asked || day !== 'missing') && { error: say(day) })}
          value={value.until}
          onChange={(event) => draft.change({ until: event.target.value })}
        />
      </div>
      <Whole place={place} draft={draft} />
    </div>
  );
}

/** What the tax is of what is typed; and all that is owed, put in by one press. */
function Whole({ place, draft }: Omit<FieldsProps, 'asked'>) {
  const say = useQuoteWords();
  const { work, locale, scale } = place;
  const member = useMember();
  const client = useClient();
  const sums = sumsOf(place, draft.value);
  const ofNothing = sumsOf(place, { ...draft.value, amount: '0' });
  const asking = useMutation({
    mutationFn: () => {
      const { id, currency, release } = work;
      // Of far more than is owed the node would take what is: to the cent, with every share.
      const amount = toMoney({ minor: MAX_MINOR >> 10n, currency: { code: currency, scale } });
      const body = {
        work: id,
        release: release.id,
        from: member?.id,
        amount,
        taxRate: ofNothing?.taxRate,
      };
      return client.payments.preview(body, { id: client.newId('pay_') });
    },
    onSuccess: ({ accepted }) => draft.change({ amount: typedFrom(accepted.amount, locale) }),
  });
  return (
    <div className="row">
      <Button
        busy={asking.isPending}
        disabled={ofNothing === undefined}
        onClick={() => asking.mutate()}
      >
        {say('whole')}
      </Button>
      <p className="second" role="status">
        {sums?.taxRate === undefined ? null : say.rich('of-it', amountsOf(place, sums))}
      </p>
      {asking.isError ? <ErrorNote error={asking.error} /> : null}
    </div>
  );
}

interface Sums {
  readonly sum: string;
  /** A part of one. */
  readonly taxRate?: string;
}

/** An amount without its tax, and the tax in it. */
function amountsOf({ work, scale }: Place, { sum, taxRate = '0' }: Sums) {
  const currency = { code: work.currency, scale };
  const minor = minorOf(sum, scale);
  const tax = taxIn(minor, parseDecimal(taxRate));
  return {
    net: <Money key="net" value={toMoney({ minor: minor - tax, currency })} even />,
    tax: <Money key="tax" value={toMoney({ minor: tax, currency })} even />,
  };
}
