import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import type { InvitationShown } from '../../../actions/invitations/answers.ts';
import { reader } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { CountryField } from '../../parts/controls/country-field.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Icon, Mark } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { DoorNote, NO_CODE } from '../enter/door-note.tsx';
import { askWhoIsIn } from '../enter/entered.ts';
import '../begin/path.css';
import './confirm.css';
import { goOn, join, joiningOf } from './joining.ts';
import type { Joining } from './joining.ts';

const Ways = lazy(() => import('../enter/ways.tsx'));

/** Where an invitation leads: what it is for, and joining with a key of this device. */
export default function JoinRoom() {
  const say = useConfirmRoomWords();
  const [code] = useState(() => location.hash.slice(1));
  const [invitation, setInvitation] = useState<InvitationShown>();
  const [failed, setFailed] = useState<unknown>();
  const goTo = useGoing();
  useEffect(() => {
    if (code === '') return;
    void reader.invitations
      .show(code)
      .then(setInvitation)
      .catch(async (error: unknown) => {
        const joining = await goOn(code, error).catch(() => undefined);
        await (joining === undefined ? setFailed(error) : goTo(joining));
      });
  }, [code, goTo]);
  if (code === '') return <DoorNote error={NO_CODE} />;
  if (!('subtle' in crypto)) return <p className="lead">{say('no-webcrypto')}</p>;
  if (failed !== undefined) return <DoorNote error={failed} acts={<ComeIn />} />;
  if (invitation === undefined) {
    return (
      <p className="lead" role="status">
        {say('reading')}
      </p>
    );
  }
  return <Invited invitation={invitation} code={code} onJoined={(one) => void goTo(one)} />;
}

/** Whoever has joined already comes in by their own key, or a passkey. */
function ComeIn() {
  const navigate = useNavigate();
  return (
    <Suspense fallback={null}>
      <Ways onIn={() => void navigate({ to: '/', replace: true })} />
    </Suspense>
  );
}

/** Goes to what waits for whoever has joined. */
function useGoing(): (joining: Joining) => Promise<void> {
  const questions = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async ({ work }) => {
      await askWhoIsIn(questions);
      await navigate({ to: '/works/$work/confirm', params: { work }, replace: true });
    },
    [questions, navigate],
  );
}

interface InvitedProps {
  readonly invitation: InvitationShown;
  readonly code: string;
  readonly onJoined: (joining: Joining) => void;
}

/** Who somebody says that they are, and their joining; what was typed before is still there. */
function useMyself({ invitation, code, onJoined }: InvitedProps) {
  const blank = { name: invitation.name ?? '', place: '' };
  const draft: Pick<Draft<typeof blank>, 'value' | 'change' | 'drop'> = useDraft(
    `join ${invitation.id}`,
    blank,
  );
  const { value, change, drop } = draft;
  const { name, place } = value;
  const [state, setState] = useState<{ busy: boolean; asked: boolean; failed?: unknown }>({
    busy: false,
    asked: false,
  });
  useEffect(() => {
    void joiningOf(code).then((before) => {
      if (before === undefined) return;
      change({ name: before.name, place: before.place });
    });
  }, [code, change]);
  const go = async (): Promise<void> => {
    if (state.busy) return;
    const isNamed = name.trim() !== '';
    setState({ busy: isNamed, asked: true });
    if (!isNamed) return;
    try {
      const joining = await join(invitation, code, { name, place });
      await drop();
      onJoined(joining);
    } catch (failed) {
      setState({ busy: false, asked: true, failed });
    }
  };
  return { name, place, change, state, go };
}

function Invited({ invitation, code, onJoined }: InvitedProps) {
  const say = useConfirmRoomWords();
  const { locale } = useLocale();
  const { from, work, lines, expiresAt } = invitation;
  const { name, place, change, state, go } = useMyself({ invitation, code, onJoined });
  return (
    <Form className="path path-form" onSubmit={() => void go()}>
      <div className="row apart">
        <span className="row confirm-node">
          <Mark />
          <bdi className="name clamped to-two">{invitation.nodeName}</bdi>
        </span>
        <span className="caption">
          {say('once', { day: dayText(expiresAt.slice(0, 10), locale) })}
        </span>
      </div>
      <div className="group">
        <h1 className="title">{say('join', { from, work: work.title })}</h1>
        <p className="lead">{say('join.lines', { n: lines })}</p>
      </div>
      <TextField
        label={say('name')}
        hint={say('name.hint')}
        {...(state.asked && name.trim() === '' && { error: say('name.missing') })}
        value={name}
        autoComplete="name"
        onChange={(event) => change({ name: event.target.value })}
      />
      <CountryField
        label={say('place')}
        hint={say('place.hint')}
        value={place}
        onChoose={(place) => change({ place })}
      />
      <p className="path-note">
        <Icon name="key" />
        <span>{say('key')}</span>
      </p>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} kept={say('kept')} />}
      <Button type="submit" look="ink" busy={state.busy} wide>
        {say('go')}
      </Button>
    </Form>
  );
}
