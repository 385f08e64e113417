import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PreviewAnswer } from '../../../actions/payments/answers.ts';
import type { QuoteShown } from '../../../actions/quotes/answers.ts';
import type { Client } from '../../../sdk/client.ts';
import { workAsked } from '../../app/questions.ts';
import { useClient } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useQuoteWords } from '../../words/quote/words.ts';
import { waysOf } from '../money/ways.ts';
import { WaysTable } from '../money/ways-table.tsx';

type Payment = Parameters<Client['payments']['receive']>[0];

interface Props {
  readonly quote: QuoteShown;
  readonly onClose: () => void;
}

/** Shows what the payment of a quote would do, to the cent; then books it. */
export function MarkSheet({ quote, onClose }: Props) {
  const say = useQuoteWords();
  const client = useClient();
  const { id } = quote.payment;
  const body = quote.payment.body as Payment;
  const booking = useBooking(quote, body);
  const preview = useQuery({
    queryKey: ['payment-preview', id],
    queryFn: () => client.payments.preview(body, { id }),
    // Live changes ask again; while nothing changes it stays as it was looked at.
    staleTime: 60_000,
    retry: false,
    // Once it is booked there is nothing to look at beforehand.
    enabled: booking.isIdle || booking.isError,
  });
  const amount = <Money key="amount" value={preview.data?.accepted ?? quote.amount} even />;
  return (
    <Sheet
      title={say.rich('mark.title', { name: <bdi key="name">{quote.payer}</bdi> })}
      figure={amount}
      onClose={onClose}
      acts={
        <>
          <Button
            look="ink"
            wide
            busy={booking.isPending}
            disabled={preview.data === undefined || preview.isError}
            onClick={() => booking.mutate()}
          >
            {say.rich('mark.do', { amount })}
          </Button>
          <Button look="plain" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <div className="quote-sheet">
        <p className="second">{say('mark.look')}</p>
        {preview.isPending ? <Loading /> : null}
        {preview.isError ? <ErrorNote error={preview.error} /> : null}
        {preview.data === undefined ? null : <Seen quote={quote} preview={preview.data} />}
        {booking.isError ? <ErrorNote error={booking.error} /> : null}
        <p className="caption">{say('mark.final')}</p>
      </div>
    </Sheet>
  );
}

function useBooking({ work, release, payment: { id } }: QuoteShown, body: Payment) {
  const client = useClient();
  const navigate = useNavigate();
  const questions = useQueryClient();
  return useMutation({
    mutationFn: () => client.payments.receive(body, { id }),
    onSuccess: async ({ opened }) => {
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
  readonly quote: QuoteShown;
  readonly preview: PreviewAnswer;
}

function Seen({ quote, preview }: SeenProps) {
  const say = useQuoteWords();
  const { data } = useQuery(workAsked(quote.work, quote.release));
  const buildsOn = data?.buildsOn ?? [];
  const titleOf = (release: string): string =>
    buildsOn.find((below) => below.release === release)?.title ?? release;
  const work = <bdi key="work">{quote.title}</bdi>;
  return (
    <>
      <p className="lead">
        {preview.opened
          ? say.rich('opens', { work })
          : say.rich('opens.not', {
              work,
              amount: <Money key="amount" value={preview.owed} even />,
            })}
      </p>
      <WaysTable
        payer={quote.payer}
        paid={preview}
        ways={waysOf(preview, preview.parts, titleOf)}
        buildsOn={buildsOn}
      />
    </>
  );
}
