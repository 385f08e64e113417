import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { PreviewAnswer } from '../../../actions/payments/answers.ts';
import type { Client } from '../../../sdk/client.ts';
import { paymentsAsked, workAsked } from '../../app/questions.ts';
import { isReused } from '../../app/reused.ts';
import { useClient } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon, Mark } from '../../parts/icons.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useMoneyWords } from '../../words/money/words.ts';
import { CameSaid } from './came.tsx';
import { ExchangeSaid } from './exchange-said.tsx';
import { useInFull } from './in-full.ts';
import { waysOf } from './ways.ts';
import { WaysTable } from './ways-table.tsx';
import './payment-room.css';

const WaySheet = lazy(async () => ({ default: (await import('./way-sheet.tsx')).WaySheet }));

/** What is sent when a payment is booked. */
export type PaymentBody = Parameters<Client['payments']['receive']>[0];

/** A payment that is about to be booked. */
export interface Coming {
  /** Its id: booked twice it is one. */
  readonly id: string;
  readonly body: PaymentBody & { readonly release: string };
  readonly payer: string;
  /** What the work is called. */
  readonly title: string;
}

interface Props {
  readonly coming: Coming;
  readonly onClose: () => void;
  /** Told once it is booked, before the page is left. */
  readonly onBooked?: () => Promise<void>;
  /** Told where its id stands in the books for something else: the next try needs another. */
  readonly onReused?: () => void;
}

/** Shows what a payment would do, to the cent; then books it. */
export function BookSheet({ coming, onClose, onBooked, onReused }: Props) {
  const { id, body, payer } = coming;
  const say = useMoneyWords();
  const client = useClient();
  const booking = useBooking(coming, onBooked);
  const preview = useQuery({
    queryKey: ['payment-preview', id, body],
    queryFn: () => client.payments.preview(body, { id }),
    // Live changes ask again; while nothing changes it stays as it was looked at.
    staleTime: 60_000,
    retry: false,
    // Once it is booked there is nothing to look at beforehand.
    enabled: booking.isIdle || booking.isError,
  });
  const typed = useInFull(body.amount);
  const reused = isReused(preview.error) || isReused(booking.error);
  const tell = useEffectEvent(() => onReused?.());
  useEffect(() => {
    if (reused) tell();
  }, [reused]);
  const amount = <Money key="amount" value={preview.data?.offered ?? typed} even />;
  const opens = preview.data?.opened === true;
  const name = <bdi key="name">{payer}</bdi>;
  return (
    <Sheet
      title={say.rich(body.gift === true ? 'book.title.gift' : 'book.title', { name })}
      figure={amount}
      onClose={onClose}
      acts={
        <>
          {opens ? <ForGood /> : null}
          <Button
            look="ink"
            wide
            busy={booking.isPending}
            disabled={preview.data === undefined || preview.isError}
            onClick={() => booking.mutate()}
          >
            {opens
              ? say.rich('book.do.opens', { amount, work: <bdi key="work">{coming.title}</bdi> })
              : say.rich('book.do', { amount })}
          </Button>
          <Button look="plain" onClick={onClose}>
            {say('book.not')}
          </Button>
        </>
      }
    >
      <div className="payment-sheet">
        <p className="second">{say('book.look')}</p>
        {preview.isPending ? <Loading /> : null}
        {preview.isError ? <ErrorNote error={preview.error} /> : null}
        {preview.data === undefined ? null : (
          <>
            <Twice coming={coming} preview={preview.data} />
            <Seen coming={coming} preview={preview.data} />
          </>
        )}
        {booking.isError ? <ErrorNote error={booking.error} /> : null}
        <p className="caption">{say('book.final')}</p>
      </div>
    </Sheet>
  );
}

/** That nobody can take it back, right above the button and in the light of the opening. */
function ForGood() {
  const say = useMoneyWords();
  return (
    <p className="payment-opens">
      <Mark paid={1} />
      <span>{say('book.opens.final')}</span>
    </p>
  );
}

function useBooking({ id, body }: Coming, onBooked?: () => Promise<void>) {
  const client = useClient();
  const navigate = useNavigate();
  const questions = useQueryClient();
  const { work, release } = body;
  return useMutation({
    mutationFn: () => client.payments.receive(body, { id }),
    onSuccess: async ({ opened }) => {
      await onBooked?.();
      // The opening is not to begin with the work as it stood before.
      await questions.invalidateQueries({ queryKey: ['work', work], refetchType: 'all' });
      if (opened) {
        await navigate({ to: '/works/$work/opening', params: { work }, search: { release } });
      } else {
        await navigate({ to: '/payments/$payment', params: { payment: id } });
      }
    },
  });
}

interface SeenProps {
  readonly coming: Coming;
  readonly preview: PreviewAnswer;
}

/** That the same payer has paid as much on that day: in another window, or by somebody else. */
function Twice({ coming: { id, body, payer }, preview }: SeenProps) {
  const say = useMoneyWords();
  const { data: booked = [] } = useQuery(paymentsAsked(body.work, body.release));
  const { on, offered } = preview;
  const isThere = booked.some(
    (one) =>
      one.id !== id &&
      one.status === 'received' &&
      one.name === payer &&
      one.on === on &&
      one.offered.amount === offered.amount &&
      one.offered.currency === offered.currency,
  );
  if (!isThere) return null;
  const name = <bdi key="name">{payer}</bdi>;
  return (
    <p className="payment-twice" role="status">
      <Icon name="warning" />
      <span>
        {say.rich('book.twice', { name, amount: <Money key="amount" value={offered} even /> })}
      </span>
    </p>
  );
}

function Seen({ coming: { body, payer, title }, preview }: SeenProps) {
  const say = useMoneyWords();
  const { data } = useQuery(workAsked(body.work, body.release));
  const buildsOn = data?.buildsOn ?? [];
  const titleOf = (release: string): string =>
    buildsOn.find((below) => below.release === release)?.title ?? release;
  const work = <bdi key="work">{title}</bdi>;
  const isOwing = data?.release.status !== 'open';
  const ways = waysOf(preview, preview.parts, titleOf);
  const [opened, setOpened] = useState<string>();
  const way = ways.find(({ key }) => key === opened);
  return (
    <>
      {preview.opened ? (
        <p className="lead">{say.rich('opens', { work })}</p>
      ) : isOwing ? (
        <p className="lead">
          {say.rich('opens.not', {
            work,
            amount: <Money key="amount" value={preview.owed} even />,
          })}
        </p>
      ) : null}
      <CameSaid paid={preview} />
      <ExchangeSaid payment={preview} home={preview.owed.currency} />
      <WaysTable
        payer={payer}
        paid={preview}
        ways={ways}
        buildsOn={buildsOn}
        onOpen={({ key }) => setOpened(key)}
      />
      {way === undefined ? null : (
        <Suspense fallback={null}>
          <WaySheet
            way={way}
            ways={ways}
            payment={preview}
            parts={{ ...preview, payment: preview.id }}
            isComing
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
