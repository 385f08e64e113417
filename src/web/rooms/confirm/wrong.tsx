import { useState } from 'react';
import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextArea } from '../../parts/controls/field.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useActing } from '../contribution/acting.ts';

interface Props {
  readonly line: ContributionLine;
  readonly name: string;
  readonly steward: string;
  readonly onBack: () => void;
}

/**
 * Says what is wrong with a line: its author takes it back with that reason, which stands with the
 * line for those who keep the work. It counts for nothing then.
 */
export function Wrong({ line, name, steward, onBack }: Props) {
  const say = useConfirmRoomWords();
  const toast = useToast();
  const draft = useDraft(`wrong:${line.id}`, { reason: '' });
  const [asked, setAsked] = useState(false);
  const reason = draft.value.reason.trim();
  const acting = useActing(
    (client, how) => client.contributions.withdraw({ contribution: line.id, reason }, how),
    async () => {
      await draft.discard();
      toast({ text: say('wrong.done', { what: name, steward }) });
    },
  );
  const send = (): void => {
    setAsked(true);
    if (reason !== '') acting.send();
  };
  return (
    <div className="part">
      <TextArea
        label={say('wrong.what')}
        hint={say('wrong.means', { steward })}
        {...(asked && reason === '' && { error: say('wrong.missing') })}
        maxLength={2000}
        autoFocus
        value={draft.value.reason}
        onChange={({ target }) => draft.change({ reason: target.value })}
      />
      {acting.error === null ? null : <ErrorNote error={acting.error} kept={say('kept')} />}
      <div className="row">
        <Button busy={acting.busy} onClick={send}>
          {say('wrong.do')}
        </Button>
        <Button look="plain" onClick={onBack}>
          {say('wrong.not')}
        </Button>
      </div>
    </div>
  );
}
