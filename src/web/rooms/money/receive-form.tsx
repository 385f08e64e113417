import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { useScale } from '../../app/scale.ts';
import { sessionAsked, useClient } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, Segments, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, isZero } from '../../words/numbers.ts';
import { useReceiveWords } from '../../words/receive/words.ts';
import { BookSheet } from './book-sheet.tsx';
import type { Coming } from './book-sheet.tsx';
import { comingOf, emptyOf, wrongIn } from './receiving.ts';
import type { Receiving, Wrong } from './receiving.ts';

interface Props {
  readonly work: WorkAnswer;
  /** The quote that it is paid for, where it is paid otherwise than quoted. */
  readonly quote: QuoteShown | undefined;
}

/** What came in, to be looked at before it is booked. What is typed survives a reload. */
export function ReceiveForm({ work, quote }: Props) {
  const say = useReceiveWords();
  const client = useClient();
  const questions = useQueryClient();
  const today = useSuspenseQuery(sessionAsked).data.now.slice(0, 10);
  const name = quote === undefined ? `payment ${work.id}` : `payment ${quote.payment.id}`;
  const draft = useDraft<Receiving>(name, emptyOf(work, quote, today));
  const scale = useScale(draft.value.currency);
  const [asked, setAsked] = useState(false);
  const [coming, setComing] = useState<Coming>();
  const look = (): void => {
    setAsked(true);
    const id = draft.value.id === '' ? client.newId('pay_') : draft.value.id;
    // Kept with what is typed, so that a second try after a reload is the same payment.
    if (id !== draft.value.id) draft.change({ id });
    setComing(comingOf({ ...draft.value, id }, work, scale));
  };
  // The id of a quote's payment is the quote's: it names the next one where this one is booked.
  const renew = (): void => {
    if (quote === undefined) draft.change({ id: '' });
    else void questions.invalidateQueries({ queryKey: ['quote', quote.id] });
  };
  return (
    <Form className="payment-form" onSubmit={look}>
      {draft.restored ? <p className="caption">{say('restored')}</p> : null}
      {quote === undefined ? null : (
        <p className="second">
          {say.rich(quote.status === 'part-paid' ? 'quoted.left' : 'quoted', {
            amount: <Money key="amount" value={quote.amount} even />,
            left: <Money key="left" value={quote.left} even />,
          })}
        </p>
      )}
      <Fields work={work} draft={draft} wrong={asked ? wrongIn(draft.value, work, scale) : {}} />
      <div>
        <Button type="submit" look="ink" wide aria-haspopup="dialog">
          {say('look')}
        </Button>
      </div>
      {coming === undefined ? null : (
        <BookSheet
          coming={coming}
          onClose={() => setComing(undefined)}
          onBooked={() => draft.discard()}
          onReused={renew}
        />
      )}
    </Form>
  );
}

interface FieldsProps {
  readonly work: WorkAnswer;
  readonly draft: Draft<Receiving>;
  readonly wrong: Wrong;
}

function Fields({ work, draft, wrong }: FieldsProps) {
  const say = useReceiveWords();
  const { locale } = useLocale();
  const { value } = draft;
  const error = (of: keyof Wrong) => {
    const found = wrong[of];
    return found && { error: say(found, { example: decimalText('1100.00', locale) }) };
  };
  return (
    <>
      <Segments
        label={say('kind')}
        hint={say(`kind.${value.kind}.hint`)}
        value={value.kind}
        choices={[
          { value: 'payment', label: say('kind.payment') },
          { value: 'gift', label: say('kind.gift') },
        ]}
        onChoose={(kind) => draft.change({ kind })}
      />
      <TextField
        label={say('payer')}
        hint={say('payer.hint')}
        {...error('payer')}
        value={value.payer}
        maxLength={500}
        autoComplete="organization"
        onChange={(event) => draft.change({ payer: event.target.value })}
      />
      <Sums work={work} draft={draft} error={error} />
      {value.currency === work.currency ? null : <Exchange draft={draft} error={error} />}
    </>
  );
}

interface PartProps extends Pick<FieldsProps, 'draft'> {
  readonly error: (of: keyof Wrong) => { readonly error: string } | undefined;
}

function Sums({ work, draft, error }: PartProps & { readonly work: WorkAnswer }) {
  const say = useReceiveWords();
  const { value } = draft;
  const { remaining } = work.opensWhen;
  const codes = useQuery(currenciesAsked).data?.items.map(({ code }) => code) ?? [];
  const choices = [...new Set([work.currency, value.currency, ...codes])];
  return (
    <div className="payment-fields">
      <NumberField
        label={say('amount')}
        hint={
          isZero(remaining)
            ? say('amount.hint.nothing')
            : say.rich('amount.hint', { amount: <Money key="amount" value={remaining} even /> })
        }
        {...error('amount')}
        currency={value.currency}
        value={value.amount}
        onType={(amount) => draft.change({ amount })}
      />
      <Choose
        label={say('currency')}
        value={value.currency}
        choices={choices.map((code) => ({ value: code, label: code }))}
        onChoose={(currency) => draft.change({ currency })}
      />
      <NumberField
        label={say('tax')}
        percent
        hint={say('tax.hint')}
        {...error('tax')}
        value={value.tax}
        onType={(tax) => draft.change({ tax })}
      />
      <TextField
        label={say('on')}
        type="date"
        {...error('on')}
        value={value.on}
        onChange={(event) => draft.change({ on: event.target.value })}
      />
    </div>
  );
}

/** Of another currency: a rate of one's own, where the published one is not meant. */
function Exchange({ draft, error }: PartProps) {
  const say = useReceiveWords();
  const { value } = draft;
  return (
    <div className="payment-fields">
      <NumberField
        label={say('rate')}
        hint={say('rate.hint')}
        {...error('rate')}
        value={value.rate}
        onType={(rate) => draft.change({ rate })}
      />
      <TextField
        label={say('source')}
        hint={say('source.hint')}
        {...error('source')}
        value={value.source}
        maxLength={500}
        onChange={(event) => draft.change({ source: event.target.value })}
      />
    </div>
  );
}
