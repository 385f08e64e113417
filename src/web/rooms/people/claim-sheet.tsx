import { useState } from 'react';
import type { AgentAnswer } from '../../../actions/agents/answers.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { usePeopleRoomWords } from '../../words/people/words.ts';
import { useActing } from '../contribution/acting.ts';
import '../contribution/contribution.css';

interface Props {
  readonly unclaimed: AgentAnswer;
  readonly agents: readonly AgentAnswer[];
  readonly onClose: () => void;
}

/** Says who an unclaimed name is, after what that means. */
export default function ClaimSheet({ unclaimed, agents, onClose }: Props) {
  const say = usePeopleRoomWords();
  const toast = useToast();
  const [agent, setAgent] = useState('');
  const { name } = unclaimed;
  const known = agents.filter((each) => !each.unclaimed && each.kind !== 'machine');
  const chosen = known.find(({ id }) => id === agent)?.name ?? '';
  const acting = useActing(
    (client, how) => client.agents.claim({ unclaimed: unclaimed.id, agent }, how),
    () => {
      toast({ text: say('claimed', { name, agent: chosen }) });
      onClose();
    },
  );
  return (
    <Sheet title={<bdi>{say('claim.title', { name })}</bdi>} onClose={onClose}>
      <div className="line-form">
        <p>{say('claim.means', { name })}</p>
        <Choose
          label={say('claim.who')}
          value={agent}
          choices={[
            { value: '', label: say('claim.choose') },
            ...known.map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChoose={setAgent}
        />
        <KeyNote />
        {acting.error === null ? null : <ErrorNote error={acting.error} />}
        <div className="row">
          <Button look="ink" busy={acting.busy} disabled={agent === ''} onClick={acting.send}>
            {say('claim.do')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
