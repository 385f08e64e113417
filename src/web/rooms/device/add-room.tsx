import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { readOffer } from '../../../domain/agents/possession.ts';
import type { KeyOffer } from '../../../domain/agents/possession.ts';
import { Refusal } from '../../../domain/refusals.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import { useClient, useMember } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { Back } from '../../parts/controls/back.tsx';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { TextArea, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useDeviceWords } from '../../words/device/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import '../begin/path.css';
import './device.css';

/** What a text offers to a member. ✗ offer-malformed, possession-elsewhere */
function offerIn(text: string, member: Member): KeyOffer {
  try {
    const found = readOffer(text);
    const { agent, node } = found.possession;
    if (agent !== member.id) throw new Refusal('possession-elsewhere', { agent, node });
    return found;
  } catch (error) {
    throw error instanceof Refusal ? problemFrom(error) : error;
  }
}

/** A device that signs adds the key of a new one. */
export default function AddDeviceRoom() {
  const say = useDeviceWords();
  const member = useMember();
  const [text, setText] = useState(() => location.hash.slice(1));
  const [added, setAdded] = useState<string>();
  if (member === undefined) return null;
  return (
    <div className="path">
      <Back to="/settings" hash="keys">
        {say('keys')}
      </Back>
      {added === undefined ? (
        <Reading text={text} member={member} onText={setText} onAdded={setAdded} />
      ) : (
        <Added name={added} member={member} />
      )}
    </div>
  );
}

interface ReadingProps {
  readonly text: string;
  readonly member: Member;
  readonly onText: (text: string) => void;
  readonly onAdded: (name: string) => void;
}

function Reading({ text, member, onText, onAdded }: ReadingProps) {
  if (text === '') return <Paste onText={onText} />;
  try {
    const offer = offerIn(text, member);
    return <Confirm {...{ offer, member, onAdded }} onLeave={() => onText('')} />;
  } catch (error) {
    return <Paste error={error} onText={onText} />;
  }
}

interface PasteProps {
  readonly error?: unknown;
  readonly onText: (text: string) => void;
}

/** Where no camera reads it, the text of the new device is pasted. */
function Paste({ error, onText }: PasteProps) {
  const say = useDeviceWords();
  const [typed, setTyped] = useState('');
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        if (typed.trim() !== '') onText(typed);
      }}
    >
      <h1 className="title">{say('paste.title')}</h1>
      {error === undefined ? null : <ErrorNote error={error} />}
      <TextArea
        label={say('paste')}
        hint={say('paste.hint')}
        value={typed}
        rows={4}
        dir="ltr"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" look="ink" wide>
        {say('paste.go')}
      </Button>
    </Form>
  );
}

interface ConfirmProps {
  readonly offer: KeyOffer;
  readonly member: Member;
  readonly onAdded: (name: string) => void;
  readonly onLeave: () => void;
}

/** What would be added, and for whom, before it is signed. */
function Confirm({ offer, member, onAdded, onLeave }: ConfirmProps) {
  const say = useDeviceWords();
  const { locale } = useLocale();
  const client = useClient();
  const questions = useQueryClient();
  const [id] = useState(() => client.newId('act_'));
  const [name, setName] = useState(offer.name);
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const add = async (): Promise<void> => {
    if (state.busy || name.trim() === '') return;
    setState({ busy: true });
    try {
      const { publicKey, possession } = offer;
      await client.keys.add({ publicKey, possession, name: name.trim() }, { id });
      await questions.invalidateQueries({ queryKey: ['keys'] });
      onAdded(name.trim());
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  return (
    <Form className="path-form" onSubmit={() => void add()}>
      <div className="group">
        <h1 className="title">{say('add.title', { name: member.name })}</h1>
        <p className="lead">{say('add.lead')}</p>
      </div>
      <TextField
        label={say('add.name')}
        {...(name.trim() === '' && { error: say('name.missing') })}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="group">
        <p className="second">{say('add.key')}</p>
        <code className="mono device-text" dir="ltr">
          {offer.publicKey}
        </code>
        <p className="caption">
          {say('add.until', { at: instantText(offer.possession.expiresAt, locale) })}
        </p>
      </div>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      <div className="path-acts">
        <Button type="submit" look="ink" icon="key" busy={state.busy} wide>
          {say('add.go')}
        </Button>
        <Button onClick={onLeave}>{say('add.leave')}</Button>
      </div>
    </Form>
  );
}

function Added({ name, member }: { readonly name: string; readonly member: Member }) {
  const say = useDeviceWords();
  return (
    <section className="path-form" role="status">
      <h1 className="title">{say('added', { name })}</h1>
      <p>{say('added.means')}</p>
      {member.keptByNode ? <p>{say('added.kept')}</p> : null}
      <Link to="/settings" hash="keys" className={buttonClass('ink')}>
        {say('added.keys')}
      </Link>
    </section>
  );
}
