import type { ReactNode } from 'react';
import { useDraft } from '../../keep/draft.ts';
import { TextField } from '../../parts/controls/field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { isZero } from '../../words/numbers.ts';
import { useActing } from './acting.ts';
import { LineForm } from './line-form.tsx';
import type { FormProps } from './line-form.tsx';
import { less } from './typed.ts';

/** Its author takes back what is not decided yet. */
export function WithdrawForm(props: FormProps) {
  const say = useContributionWords();
  return (
    <EndingForm {...props} way="withdraw" verb={say('withdraw')} done="withdrawn">
      <p>{say('withdraw.means')}</p>
    </EndingForm>
  );
}

/** Its author gives up what is still owed for what was accepted: what that means, first. */
export function CancelForm(props: FormProps) {
  const say = useContributionWords();
  const { work, line } = props;
  const { owed, earned, release } = line;
  const isShown = owed !== null && release === work.release.id;
  const after = isShown ? less(work.owed, owed) : null;
  const title = <bdi key="work">{work.title}</bdi>;
  return (
    <EndingForm {...props} way="cancel" verb={say('cancel.do')} done="cancelled">
      <ul className="line-means">
        {earned.map((value) => (
          <li key={value.currency}>
            {say.rich('cancel.keep', { amount: <Money key="amount" value={value} even /> })}
          </li>
        ))}
        {owed === null ? null : (
          <li>{say.rich('cancel.leave', { amount: <Money key="amount" value={owed} even /> })}</li>
        )}
        {after === null ? null : isZero(after) ? (
          <li>{say.rich('cancel.opens', { work: title })}</li>
        ) : (
          <li>
            {say.rich('cancel.work', {
              work: title,
              amount: <Money key="amount" value={after} even />,
              before: <Money key="before" value={work.owed} even />,
            })}
          </li>
        )}
      </ul>
    </EndingForm>
  );
}

interface EndingProps extends FormProps {
  readonly way: 'withdraw' | 'cancel';
  readonly verb: string;
  readonly done: 'withdrawn' | 'cancelled';
  readonly children: ReactNode;
}

function EndingForm({ line, name, onBack, way, verb, done, children }: EndingProps) {
  const say = useContributionWords();
  const toast = useToast();
  const draft = useDraft(`${way}:${line.id}`, { reason: '' });
  const reason = draft.value.reason.trim();
  const body = { contribution: line.id, ...(reason !== '' && { reason }) };
  const acting = useActing(
    (client, how) => client.contributions[way](body, how),
    async () => {
      await draft.discard();
      toast({ text: say(done, { what: name }) });
      onBack();
    },
  );
  return (
    <LineForm {...{ line, acting, onBack, verb }} title={say(`${way}.title`)}>
      {children}
      <TextField
        label={say('reason.optional')}
        maxLength={2000}
        value={draft.value.reason}
        onChange={({ target }) => draft.change({ reason: target.value })}
      />
    </LineForm>
  );
}
