import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeyAnswer } from '../../../../actions/agents/answers.ts';
import { useClient } from '../../../app/session.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { useDeviceWords } from '../../../words/device/words.ts';
import { askWhoIsIn } from '../../enter/entered.ts';
import { useKeyName } from './key-name.ts';

interface Props {
  readonly shown: KeyAnswer;
  readonly isHere: boolean;
  /** How many keys still sign afterwards. */
  readonly left: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What it means that a key ends, before it does. */
export default function EndSheet({ shown, isHere, left, onDone, onClose }: Props) {
  const say = useDeviceWords();
  const client = useClient();
  const questions = useQueryClient();
  const [id] = useState(() => client.newId('act_'));
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const { publicKey, keptByNode } = shown;
  const name = useKeyName()(shown);
  const end = async (): Promise<void> => {
    setState({ busy: true });
    try {
      await client.keys.end({ publicKey }, { id });
      await askWhoIsIn(questions);
      onDone();
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  const acts = (
    <>
      <Button look="ink" busy={state.busy} onClick={() => void end()}>
        {say(keptByNode ? 'take.go' : 'end.go')}
      </Button>
      <Button onClick={onClose}>{say('end.keep')}</Button>
    </>
  );
  return (
    <Sheet
      title={keptByNode ? say('take.title') : say('end.title', { name })}
      acts={acts}
      onClose={onClose}
    >
      <div className="stack">
        <p>{say(keptByNode ? 'take.means' : 'end.means')}</p>
        {isHere ? <p>{say('end.here')}</p> : null}
        <p>{say('end.left', { n: left })}</p>
        {keptByNode ? <p className="second">{say('take.commands')}</p> : null}
        {keptByNode ? null : <p className="second">{say('end.passkey')}</p>}
        {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      </div>
    </Sheet>
  );
}
