import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { everything } from '../../keep/shelf.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useEnterWords } from '../../words/enter/words.ts';
import { enterWithKey } from '../confirm/joining.ts';
import { DoorNote } from './door-note.tsx';
import { askWhoIsIn } from './entered.ts';
import { canShowPasskeys, enterWithPasskey, passkeyNo } from './passkeys.ts';

interface State {
  readonly busy: boolean;
  readonly failed?: unknown;
}

/** The ways in without a link: a key that this device holds, or a passkey. */
export default function Ways({ onIn }: { readonly onIn?: () => void }) {
  const say = useEnterWords();
  const questions = useQueryClient();
  const [agents, setAgents] = useState<readonly string[]>([]);
  const [state, setState] = useState<State>({ busy: false });
  useEffect(() => {
    void everything('keys').then((keys) => setAgents(keys.map(([agent]) => agent)));
  }, []);
  const enter = async (way: () => Promise<void>): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    try {
      await way();
      await askWhoIsIn(questions);
      onIn?.();
    } catch (failed) {
      setState({ busy: false, failed });
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
            {say('device')}
          </Button>
        ))}
        {canShowPasskeys() ? (
          <Button busy={state.busy} onClick={() => void enter(enterWithPasskey)}>
            {say('passkey')}
          </Button>
        ) : null}
      </div>
      {state.failed === undefined ? null : <WayFailed error={state.failed} />}
      <p>
        <Link to="/device" {...(agents[0] !== undefined && { hash: agents[0] })}>
          {say('device.new')}
        </Link>
      </p>
    </>
  );
}

/** What the browser said no to, in a sentence; what the node refused, as a door that stays shut. */
function WayFailed({ error }: { readonly error: unknown }) {
  const say = useEnterWords();
  const no = passkeyNo(error);
  return no === undefined ? <DoorNote error={error} inline /> : <p role="alert">{say(no)}</p>;
}
