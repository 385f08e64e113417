import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../parts/controls/button.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import MakeFailed from '../enter/make-failed.tsx';
import { canMakePasskeys, makePasskey, passkeysAsked } from '../enter/passkeys.ts';

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
      setFailed(error);
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
      {canMakePasskeys() ? null : <p>{say('passkey.none')}</p>}
      {failed === undefined ? null : <MakeFailed error={failed} />}
      <div className="path-acts">
        {canMakePasskeys() && !has ? (
          <Button look="ink" icon="key" busy={busy} onClick={() => void make()} wide>
            {say('passkey.make')}
          </Button>
        ) : null}
        <Button look={canMakePasskeys() && !has ? 'outlined' : 'ink'} onClick={onDone}>
          {say(canMakePasskeys() && !has ? 'passkey.skip' : 'next')}
        </Button>
      </div>
      {has ? null : <p className="second">{say('passkey.skip.means')}</p>}
    </section>
  );
}
