import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PasskeyShown } from '../../../actions/doors/passkeys.ts';
import { reader, useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, instantText } from '../../words/numbers.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import MakeFailed from '../enter/make-failed.tsx';
import { canMakePasskeys, makePasskey, passkeysAsked } from '../enter/passkeys.ts';
import { Part } from './part.tsx';

/** The passkeys by which one comes back: made, named, used, removed. */
export function PasskeysPart() {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  // Whose key is their own needs no link of the node to come back.
  const isOfNode = useMember()?.keptByNode !== false;
  const { data, error, refetch } = useQuery(passkeysAsked);
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const [going, setGoing] = useState<PasskeyShown>();
  const make = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const today = new Date().toISOString();
      await makePasskey(say('passkey.of', { day: dayText(today, locale) }));
      await refetch();
      setState({ busy: false });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  const all = data?.items ?? [];
  return (
    <Part id="passkeys" title={say('passkeys')} lead={say('passkeys.are')}>
      {error === null ? null : <ErrorNote error={error} />}
      {data !== undefined && all.length === 0 ? (
        <p>{say(isOfNode ? 'passkeys.none' : 'passkeys.none.own')}</p>
      ) : null}
      <ul className="settings-list">
        {all.map((one) => (
          <Passkey
            key={one.id}
            passkey={one}
            onChanged={() => void refetch()}
            onGo={() => setGoing(one)}
          />
        ))}
      </ul>
      {canMakePasskeys() ? (
        <div className="row">
          <Button icon="key" busy={state.busy} onClick={() => void make()}>
            {say('passkey.make')}
          </Button>
        </div>
      ) : (
        <p className="second">{say('passkeys.not-here')}</p>
      )}
      {state.failed === undefined ? null : <MakeFailed error={state.failed} />}
      {going === undefined ? null : (
        <GoSheet
          passkey={going}
          isLast={all.length === 1}
          onDone={() => {
            setGoing(undefined);
            void refetch();
          }}
          onClose={() => setGoing(undefined)}
        />
      )}
    </Part>
  );
}

interface PasskeyProps {
  readonly passkey: PasskeyShown;
  readonly onChanged: () => void;
  readonly onGo: () => void;
}

function Passkey({ passkey, onChanged, onGo }: PasskeyProps) {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const [typed, setTyped] = useState<string>();
  const { name, madeAt, usedAt, host } = passkey;
  if (typed !== undefined) {
    const done = (): void => {
      setTyped(undefined);
      onChanged();
    };
    return (
      <li>
        <Rename passkey={passkey} typed={typed} onType={setTyped} onDone={done} />
      </li>
    );
  }
  return (
    <li>
      <div>
        <p className="name">
          <bdi>{name}</bdi>
        </p>
        <p className="caption">
          {usedAt === null
            ? say('passkey.unused', { day: dayText(madeAt, locale), host })
            : say('passkey.used', { at: instantText(usedAt, locale), host })}
        </p>
      </div>
      <div className="row">
        <Button look="plain" onClick={() => setTyped(name)} aria-label={say('rename.of', { name })}>
          {say('rename')}
        </Button>
        <Button look="plain" onClick={onGo} aria-label={say('remove.of', { name })}>
          {say('remove')}
        </Button>
      </div>
    </li>
  );
}

interface RenameProps {
  readonly passkey: PasskeyShown;
  readonly typed: string;
  readonly onType: (text: string | undefined) => void;
  readonly onDone: () => void;
}

function Rename({ passkey, typed, onType, onDone }: RenameProps) {
  const say = useSettingsRoomWords();
  const [failed, setFailed] = useState<unknown>();
  const keep = (): Promise<void> =>
    reader.doors.passkeys.rename(passkey.id, typed).then(onDone, setFailed);
  return (
    <Form
      className="settings-form"
      onSubmit={() => {
        if (typed.trim() !== '') void keep();
      }}
    >
      <TextField
        label={say('passkey.name')}
        {...(typed.trim() === '' && { error: say('name.missing') })}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
      {failed === undefined ? null : <ErrorNote error={failed} />}
      <div className="row">
        <Button type="submit">{say('name.keep')}</Button>
        <Button look="plain" onClick={() => onType(undefined)}>
          {say('cancel')}
        </Button>
      </div>
    </Form>
  );
}

interface GoProps {
  readonly passkey: PasskeyShown;
  readonly isLast: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What it means that a passkey goes, before it does. */
function GoSheet({ passkey, isLast, onDone, onClose }: GoProps) {
  const say = useSettingsRoomWords();
  const [failed, setFailed] = useState<unknown>();
  const go = (): Promise<void> => reader.doors.passkeys.forget(passkey.id).then(onDone, setFailed);
  const acts = (
    <>
      <Button look="ink" onClick={() => void go()}>
        {say('remove.go')}
      </Button>
      <Button onClick={onClose}>{say('remove.keep')}</Button>
    </>
  );
  return (
    <Sheet title={say('remove.title', { name: passkey.name })} acts={acts} onClose={onClose}>
      <div className="stack">
        <p>{say('remove.means')}</p>
        {isLast ? <p>{say('remove.last')}</p> : null}
        {failed === undefined ? null : <ErrorNote error={failed} />}
      </div>
    </Sheet>
  );
}
