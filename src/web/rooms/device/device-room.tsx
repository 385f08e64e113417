import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { Problem } from '../../../sdk/client.ts';
import { isLocal } from '../../app/reach.ts';
import { sessionAsked } from '../../app/session.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Icon, Mark } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useDeviceWords } from '../../words/device/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import { askWhoIsIn } from '../enter/entered.ts';
import { QrCode } from '../invite/qr-code.tsx';
import '../begin/path.css';
import '../invite/invite.css';
import './device.css';
import { comesIn, offer, standingHere } from './offering.ts';
import type { Shown } from './offering.ts';

/** An id as the other device shows it. */
const AGENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** A new device makes a key, and shows it to one that signs already. Nobody needs to be in. */
export default function DeviceRoom() {
  const say = useDeviceWords();
  const session = useQuery(sessionAsked);
  const [told] = useState(() => location.hash.slice(1));
  const [typed, setTyped] = useState<string>();
  if (session.isPending) return <Loading />;
  if (!('subtle' in crypto)) return <p className="lead">{say('no-webcrypto')}</p>;
  const agent = AGENT.test(told) ? told : (session.data?.agent?.id ?? typed);
  return (
    <div className="path">
      <Mark />
      <div className="group">
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
      </div>
      {agent === undefined ? <Whose onSaid={setTyped} /> : <Offering agent={agent} />}
    </div>
  );
}

/** For whom the key is to be: nobody is in here, so the other device says it. */
function Whose({ onSaid }: { readonly onSaid: (agent: string) => void }) {
  const say = useDeviceWords();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const agent = typed.trim().replace(/^[^#]*#/, '');
  const isId = AGENT.test(agent);
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        setAsked(true);
        if (isId) onSaid(agent);
      }}
    >
      <TextField
        label={say('who')}
        hint={say('who.hint')}
        {...(asked && !isId && { error: say('who.missing') })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="ink" wide>
        {say('who.go')}
      </Button>
    </Form>
  );
}

interface State {
  readonly busy: boolean;
  readonly shown?: Shown;
  readonly failed?: unknown;
}

function Offering({ agent }: { readonly agent: string }) {
  const say = useDeviceWords();
  const standing = useQuery({
    queryKey: ['standing here', agent],
    queryFn: () => standingHere(agent),
  });
  const isPhone = matchMedia('(pointer: coarse)').matches;
  const [name, setName] = useState(() => say(isPhone ? 'name.phone' : 'name.computer'));
  const [state, setState] = useState<State>({ busy: false });
  const make = async (): Promise<void> => {
    setState({ busy: true });
    try {
      setState({ busy: false, shown: await offer(agent, name.trim()) });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  if (standing.isPending) return <Loading />;
  if (standing.data === 'lives') return <Already />;
  if (state.shown !== undefined) {
    return <Waiting shown={state.shown} onAgain={() => void make()} />;
  }
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        if (!state.busy && name.trim() !== '') void make();
      }}
    >
      {standing.data === 'ended' ? <p role="status">{say('ended')}</p> : null}
      <TextField
        label={say('name')}
        hint={say('name.hint')}
        {...(name.trim() === '' && { error: say('name.missing') })}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="path-note">
        <Icon name="key" />
        <span>{say('key')}</span>
      </p>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      <Button type="submit" look="ink" busy={state.busy} wide>
        {say('make')}
      </Button>
    </Form>
  );
}

function Already() {
  const say = useDeviceWords();
  return (
    <div className="path-form">
      <p role="status">{say('here')}</p>
      <Link to="/" className={buttonClass('ink')}>
        {say('here.go')}
      </Link>
    </div>
  );
}

/** How often the node is asked whether the key was added. */
const AGAIN_MS = 3000;

interface WaitingProps {
  readonly shown: Shown;
  readonly onAgain: () => void;
}

function Waiting({ shown, onAgain }: WaitingProps) {
  const say = useDeviceWords();
  const { locale } = useLocale();
  const toast = useToast();
  const { isOver, failed, again } = useAdded(shown);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(shown.text);
    toast({ text: say('copied') });
  };
  if (isOver) {
    return (
      <div className="path-form">
        <p role="alert">{say('over')}</p>
        <Button look="ink" onClick={onAgain} wide>
          {say('again')}
        </Button>
      </div>
    );
  }
  return (
    <section className="device-offer">
      <p>{say(isLocal() ? 'scan.here' : 'scan')}</p>
      {isLocal() ? null : <QrCode text={shown.url} label={say('qr')} />}
      <p className="mono device-text" dir="ltr" aria-label={say('text')} role="group">
        {shown.text}
      </p>
      {isLocal() ? <p className="second">{say('local')}</p> : null}
      <Button onClick={() => void copy()}>{say('copy')}</Button>
      <p className="second" role="status">
        {say('waiting', { at: instantText(shown.expiresAt, locale) })}
      </p>
      {failed === undefined ? null : <ErrorNote error={failed} onRetry={again} />}
    </section>
  );
}

interface Asked {
  readonly isOver: boolean;
  readonly failed?: unknown;
}

/** That the node is away for a moment says nothing of the key. */
const isAway = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'node-unreachable';

/** Asks until the key was added, and then goes in; or until the offer is over, or is refused. */
function useAdded(shown: Shown): Asked & { readonly again: () => void } {
  const questions = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<Asked>({ isOver: false });
  const [tries, setTries] = useState(0);
  const goIn = useCallback(async () => {
    await askWhoIsIn(questions);
    await navigate({ to: '/', replace: true });
  }, [questions, navigate]);
  useEffect(() => {
    let asking = false;
    const ask = async (): Promise<void> => {
      if (asking) return;
      asking = true;
      try {
        if (await comesIn(shown)) await goIn();
        else setState({ isOver: Date.parse(shown.expiresAt) <= Date.now() });
      } catch (failed) {
        if (!isAway(failed)) {
          clearInterval(timer);
          setState({ isOver: false, failed });
        }
      }
      asking = false;
    };
    const timer = setInterval(() => void ask(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [shown, goIn, tries]);
  const again = (): void => {
    setState({ isOver: false });
    setTries(tries + 1);
  };
  return { ...state, again };
}
