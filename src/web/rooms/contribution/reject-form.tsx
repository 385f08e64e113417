import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { agreementAsked } from '../../app/questions.ts';
import { useDraft } from '../../keep/draft.ts';
import { Choose, TextArea } from '../../parts/controls/field.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useActing } from './acting.ts';
import { LineForm } from './line-form.tsx';
import type { FormProps } from './line-form.tsx';
import { useCriterionName } from './reviews.tsx';

/** Rejects a line with a reason, and the agreed criterion that it does not meet. */
export function RejectForm({ line, name, onBack }: FormProps) {
  const say = useContributionWords();
  const toast = useToast();
  const criteria = useCriteria(line.agreement);
  const criterionName = useCriterionName();
  const draft = useDraft(`reject:${line.id}`, { reason: '', criterion: '' });
  const [asked, setAsked] = useState(false);
  const { reason, criterion } = draft.value;
  const body = { contribution: line.id, reason, ...(criterion !== '' && { criterion }) };
  const acting = useActing(
    (client, how) => client.contributions.reject(body, how),
    async () => {
      await draft.discard();
      toast({ text: say('rejected', { what: name }) });
      onBack();
    },
  );
  const isUncited = criteria.length > 0 && criterion === '';
  const check = (): boolean => {
    setAsked(true);
    return reason.trim() !== '' && !isUncited;
  };
  return (
    <LineForm
      {...{ line, acting, check, onBack }}
      title={say('reject.title')}
      verb={say('reject')}
      restored={draft.restored}
    >
      <p>{say('reject.means', { name: line.name })}</p>
      {criteria.length === 0 ? null : (
        <Choose
          label={say('criterion')}
          {...(asked && isUncited && { error: say('criterion.missing') })}
          value={criterion}
          choices={[
            { value: '', label: say('criterion.none') },
            ...criteria.map((value) => ({ value, label: criterionName(value) })),
          ]}
          onChoose={(next) => draft.change({ criterion: next })}
        />
      )}
      <TextArea
        label={say('reason')}
        hint={say('reason.hint')}
        error={
          asked && reason.trim() === '' ? say('reason.missing', { name: line.name }) : undefined
        }
        maxLength={2000}
        value={reason}
        onChange={({ target }) => draft.change({ reason: target.value })}
      />
    </LineForm>
  );
}

/** The criteria of the version that a line is under. */
function useCriteria(agreement: string | null): readonly string[] {
  const { data } = useQuery({
    ...agreementAsked(agreement ?? ''),
    enabled: agreement !== null,
  });
  const criteria = data?.terms['criteria'];
  return Array.isArray(criteria) ? criteria.filter((one) => typeof one === 'string') : [];
}
