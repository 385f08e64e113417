import { useMutation } from '@tanstack/react-query';
import { reader } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useRecordWords } from '../../words/record/words.ts';

/** Works everything out again from the acts alone, on the node. */
export function NodeCheck() {
  const say = useRecordWords();
  const checking = useMutation({ mutationFn: () => reader.node.check() });
  const found = checking.data;
  return (
    <div className="part record-own">
      <p className="second">{say('check.says')}</p>
      <div className="row" role="status">
        <Button busy={checking.isPending} onClick={() => checking.mutate()}>
          {say(checking.isPending ? 'checking' : 'check')}
        </Button>
        {found === undefined ? null : (
          <StatusChip
            status={found.status === 'sound' ? 'accepted' : 'rejected'}
            word={found.status === 'sound' ? say('sound', { n: found.entries }) : say('damaged')}
          />
        )}
      </div>
      {checking.isError ? <ErrorNote error={checking.error} /> : null}
      <ul>
        {(found?.checks ?? [])
          .filter(({ holds }) => !holds)
          .map(({ truth, found: what }) => (
            <li key={truth}>
              {truth} {what}
            </li>
          ))}
      </ul>
    </div>
  );
}
