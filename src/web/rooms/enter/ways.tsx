import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reader } from '../../app/session.ts';
import { everything } from '../../keep/shelf.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { enterWithKey } from '../confirm/joining.ts';
import { askWhoIsIn } from './entered.ts';

/** Shows a passkey of this device to the node, which then knows who comes. */
async function enterWithPasskey(): Promise<void> {
  const options = await reader.doors.passkeyToEnter();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const shown = await navigator.credentials.get({ publicKey });
  if (!(shown instanceof PublicKeyCredential)) throw new Error('The browser showed no passkey.');
  await reader.doors.enterByPasskey({ ...shown.toJSON() });
}

const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** The ways in without a link: a key that this device holds, or a passkey. */
export default function Ways() {
  const say = useAppWords();
  const questions = useQueryClient();
  const [agents, setAgents] = useState<readonly string[]>([]);
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  useEffect(() => {
    void everything('keys').then((keys) => setAgents(keys.map(([agent]) => agent)));
  }, []);
  const enter = async (way: () => Promise<void>): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    try {
      await way();
      await askWhoIsIn(questions);
    } catch (failed) {
      // Whoever closes the browser's own dialog has said no to it, and may ask again.
      const isNo = failed instanceof DOMException && failed.name === 'NotAllowedError';
      setState({ busy: false, ...(!isNo && { failed }) });
    }
  };
  return (
    <>
      <div className="row">
        {agents.map((agent) => (
          <Button
            key={agent}
            look="ink"
            icon="key"
            busy={state.busy}
            onClick={() => void enter(() => enterWithKey(agent))}
          >
            {say('enter.device')}
          </Button>
        ))}
        {hasPasskeys() ? (
          <Button busy={state.busy} onClick={() => void enter(enterWithPasskey)}>
            {say('enter.passkey')}
          </Button>
        ) : null}
      </div>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
    </>
  );
}
