import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reader } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';

/** The passkeys of whoever is signed in. */
export const passkeysAsked = {
  queryKey: ['passkeys'],
  queryFn: () => reader.doors.passkeys.list(),
} as const;

/** Makes a passkey on this device, and has the node keep its public half. */
async function makePasskey(name: string): Promise<void> {
  const options = await reader.doors.passkeys.toMake();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await navigator.credentials.create({ publicKey });
  if (!(made instanceof PublicKeyCredential)) return;
  await reader.doors.passkeys.keep(name, { ...made.toJSON() });
}

/** Whether this browser can make one, and read what the node sends for it. */
const canMake = (): boolean =>
  'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

interface Props {
  readonly name: string;
  readonly onDone: () => void;
}

/** A passkey to come back by, or what it means to have none. */
export function PasskeyStep({ name, onDone }: Props) {
  const say = useBeginRoomWords();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const has = (useQuery(passkeysAsked).data?.items.length ?? 0) > 0;
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      await makePasskey(name);
      onDone();
    } catch (error) {
      // Whoever closes the browser's own dialog has said no to it, and may ask again.
      if (!(error instanceof DOMException && error.name === 'NotAllowedError')) setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="path-form">
      <div className="group">
        <h1 className="title">{say('passkey')}</h1>
        <p className="lead">{say('passkey.how')}</p>
      </div>
      {has ? <p>{say('passkey.made')}</p> : null}
      {canMake() ? null : <p>{say('passkey.none')}</p>}
      {failed === undefined ? null : <ErrorNote error={failed} />}
      <div className="path-acts">
        {canMake() && !has ? (
          <Button look="ink" icon="key" busy={busy} onClick={() => void make()} wide>
            {say('passkey.make')}
          </Button>
        ) : null}
        <Button look={canMake() && !has ? 'outlined' : 'ink'} onClick={onDone}>
          {say(canMake() && !has ? 'passkey.skip' : 'next')}
        </Button>
      </div>
      {has ? null : <p className="second">{say('passkey.skip.means')}</p>}
    </section>
  );
}
