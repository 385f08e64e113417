import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import { useClient } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextArea } from '../../parts/controls/field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useMoneyWords } from '../../words/money/words.ts';

interface Props {
  readonly payment: PaymentAnswer;
  readonly onClose: () => void;
}

/** Says what a reversal does, asks why, and does it. */
export function ReverseSheet({ payment, onClose }: Props) {
  const say = useMoneyWords();
  const client = useClient();
  const draft = useDraft(`reverse ${payment.id}`, { reason: '' });
  const { reason } = draft.value;
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const [id] = useState(() => client.newId('act_'));
  const reversing = useMutation({
    mutationFn: () =>
      client.payments.reverse({ payment: payment.id, reason: reason.trim() }, { id }),
    onSuccess: async () => {
      await draft.discard();
      onClose();
    },
  });
  const amount = <Money key="amount" value={payment.offered} even />;
  return (
    <Sheet
      title={say('reverse.title')}
      onClose={onClose}
      acts={
        <>
          <Button
            look="ink"
            wide
            busy={reversing.isPending}
            onClick={() => {
              setAsked(true);
              if (!isMissing) reversing.mutate();
            }}
          >
            {say.rich('reverse.do', { amount })}
          </Button>
          <Button look="plain" onClick={onClose}>
            {say('reverse.not')}
          </Button>
        </>
      }
    >
      <div className="payment-sheet">
        <p>{say.rich('reverse.what', { amount, name: <bdi key="name">{payment.name}</bdi> })}</p>
        {payment.opened ? <p>{say('reverse.open')}</p> : null}
        <p className="second">{say('reverse.stays')}</p>
        <TextArea
          label={say('reverse.reason')}
          hint={say('reverse.reason.hint')}
          {...(asked && isMissing && { error: say('reverse.missing') })}
          value={reason}
          maxLength={500}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
        {reversing.isError ? <ErrorNote error={reversing.error} /> : null}
      </div>
    </Sheet>
  );
}
