import {
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { PayoutAnswer } from '../../../actions/payouts/answers.ts';
import { isReused } from '../../app/reused.ts';
import { sessionAsked, useClient } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, less } from '../../words/numbers.ts';
import { usePayoutWords } from '../../words/payout/words.ts';
import { readerLocale, typedFrom } from '../../words/typed-number.ts';
import { amountOf } from './due.ts';
import type { Paying, ToPay } from './due.ts';

interface Props {
  readonly due: ToPay;
  readonly onClose: () => void;
}

/** What is sent; undefined while something is missing or wrong. */
function bodyOf({ agent, amount: due }: ToPay, typed: Paying) {
  const amount = amountOf(typed.amount, due, readerLocale());
  if (typeof amount === 'string' || typed.on === '') return undefined;
  const [reference, evidence] = [typed.how.trim(), typed.evidence.trim()];
  return {
    to: agent,
    amount,
    on: typed.on,
    ...(reference === '' ? {} : { reference }),
    ...(evidence === '' ? {} : { evidence }),
  };
}

type Body = NonNullable<ReturnType<typeof bodyOf>>;

/** A payout as it is looked at, under its id. */
interface Seeing {
  readonly id: string;
  readonly body: Body;
}

interface Previewed {
  readonly seen: Seeing | undefined;
  /** False once it is being booked: what was seen before stays as it was. */
  readonly isOpen: boolean;
}

/** What the books will say. */
function usePreview({ seen, isOpen }: Previewed) {
  const client = useClient();
  return useQuery({
    queryKey: ['payout-preview', seen],
    queryFn:
      seen === undefined ? skipToken : () => client.payouts.preview(seen.body, { id: seen.id }),
    enabled: isOpen,
    staleTime: 60_000,
    retry: false,
  });
}

/** Records that somebody was paid: what is typed, then what the books will say, then the entry. */
export function PayoutSheet({ due, onClose }: Props) {
  const say = usePayoutWords();
  const client = useClient();
  const today = useSuspenseQuery(sessionAsked).data.now.slice(0, 10);
  const amount = typedFrom(due.amount.amount, readerLocale());
  const empty = { id: '', amount, on: today, how: '', evidence: '' };
  const draft = useDraft<Paying>(`payout ${due.key}`, empty);
  const [asked, setAsked] = useState(false);
  const [seen, setSeen] = useState<Seeing>();
  const recording = useRecording(due, draft, onClose);
  const isOpen = recording.isIdle || recording.isError;
  const preview = usePreview({ seen, isOpen });
  const isTaken = isReused(preview.error) || isReused(recording.error);
  const look = (): void => {
    setAsked(true);
    const before = isTaken ? '' : draft.value.id;
    const id = before === '' ? client.newId('out_') : before;
    // Kept with what is typed, so that a second try after a reload is the same payout.
    if (id !== draft.value.id) draft.change({ id });
    const body = bodyOf(due, draft.value);
    setSeen(body && { id, body });
    if (recording.isError) recording.reset();
  };
  const change = (next: Partial<Paying>): void => {
    draft.change(next);
    setSeen(undefined);
  };
  const name = <bdi key="name">{due.name}</bdi>;
  return (
    <Sheet
      title={say.rich('sheet.title', { name })}
      figure={<Money value={due.amount} even />}
      onClose={onClose}
      acts={
        <>
          {seen === undefined || isTaken ? (
            <Button look="ink" wide onClick={look}>
              {say('look')}
            </Button>
          ) : (
            <Button
              look="ink"
              wide
              busy={recording.isPending}
              disabled={preview.data === undefined || preview.isError}
              onClick={() => recording.mutate(seen)}
            >
              {say.rich('do', { amount: <Money key="amount" value={seen.body.amount} even /> })}
            </Button>
          )}
          <Button look="plain" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <Form className="payout-form" onSubmit={look}>
        {draft.restored ? <p className="caption">{say('restored')}</p> : null}
        <Fields due={due} typed={draft.value} onChange={change} asked={asked} />
        {seen !== undefined && preview.isPending ? <Loading /> : null}
        {preview.isError ? <ErrorNote error={preview.error} /> : null}
        {preview.data === undefined ? null : <Seen due={due} preview={preview.data} />}
        {recording.isError ? <ErrorNote error={recording.error} /> : null}
        <p className="caption">{say('final')}</p>
      </Form>
    </Sheet>
  );
}

function useRecording(due: ToPay, draft: Draft<Paying>, onClose: () => void) {
  const say = usePayoutWords();
  const client = useClient();
  const questions = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ id, body }: Seeing) => client.payouts.record(body, { id }),
    onSuccess: async () => {
      await draft.discard();
      toast({ text: say('done', { name: due.name }) });
      onClose();
      await questions.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}

interface FieldsProps {
  readonly due: ToPay;
  readonly typed: Paying;
  readonly onChange: (next: Partial<Paying>) => void;
  readonly asked: boolean;
}

function Fields({ due, typed, onChange, asked }: FieldsProps) {
  const say = usePayoutWords();
  const { locale } = useLocale();
  const amount = amountOf(typed.amount, due.amount, readerLocale());
  const said = {
    name: <bdi key="name">{due.name}</bdi>,
    amount: <Money key="amount" value={due.amount} even />,
    example: decimalText(due.amount.amount, locale),
  };
  return (
    <>
      <NumberField
        label={say('amount.label', { currency: due.amount.currency })}
        hint={say.rich('amount.hint', said)}
        {...(asked && typeof amount === 'string' && { error: say.rich(amount, said) })}
        currency={due.amount.currency}
        value={typed.amount}
        onType={(amount) => onChange({ amount })}
      />
      <TextField
        label={say('on.label')}
        type="date"
        {...(asked && typed.on === '' && { error: say('missing') })}
        value={typed.on}
        onChange={(event) => onChange({ on: event.target.value })}
      />
      <TextField
        label={say('how')}
        hint={say('how.hint')}
        maxLength={500}
        value={typed.how}
        onChange={(event) => onChange({ how: event.target.value })}
      />
      <TextField
        label={say('evidence')}
        hint={say('evidence.hint')}
        maxLength={500}
        value={typed.evidence}
        onChange={(event) => onChange({ evidence: event.target.value })}
      />
    </>
  );
}

interface SeenProps {
  readonly due: ToPay;
  readonly preview: PayoutAnswer;
}

/** What is looked at is below what is typed: it is brought into view. */
const inView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** From which accounts it comes, and what is left to be paid out then. */
function Seen({ due, preview }: SeenProps) {
  const say = usePayoutWords();
  return (
    <section className="part" ref={inView}>
      <p className="second">{say('seen')}</p>
      <SumRows>
        {preview.parts.map(({ account, amount }) => (
          <SumRow
            key={account}
            name={say(kindOf(account))}
            more={<WorkOf due={due} of={account} />}
          >
            <Money value={amount} even />
          </SumRow>
        ))}
        <SumRow name={say('paid')} is="end">
          <Money value={preview.amount} even />
        </SumRow>
        <SumRow name={say('left')}>
          <Money value={less(due.amount, preview.amount)} even />
        </SumRow>
      </SumRows>
    </section>
  );
}

const kinds = { pool: 'kind.earnings', host: 'kind.host', refund: 'kind.refund' } as const;

const kindOf = (account: string) => {
  const [kind = ''] = account.split(':');
  return kind === 'host' || kind === 'refund' ? kinds[kind] : kinds.pool;
};

/** The works from which an agent has such money. */
function WorkOf({ due, of }: { readonly due: ToPay; readonly of: string }) {
  const kind = kindOf(of).slice('kind.'.length);
  const titles = due.from.filter((one) => one.kind === kind).flatMap(({ works }) => works);
  const named = [...new Set(titles.map(({ title }) => title))].join(', ');
  return named === '' ? null : <bdi>{named}</bdi>;
}
