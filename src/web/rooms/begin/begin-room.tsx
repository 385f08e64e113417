import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { workKinds } from '../../../domain/works/work.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { useClient, useMember } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, TextField } from '../../parts/controls/field.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import { PasskeyStep, passkeysAsked } from './passkey-step.tsx';
import { SignStep } from './sign-step.tsx';
import { Sum } from './sum.tsx';
import { TermsForm } from './terms-form.tsx';
import { isNumber, nothing, termsOf } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';
import './path.css';

/** From nothing to a signed agreement: how to come back, what is made, how it is paid back. */
export default function BeginRoom() {
  const draft = useDraft<Beginning>('begin', nothing);
  const member = useMember();
  const passkeys = useQuery(passkeysAsked);
  if (!draft.ready || member === undefined || passkeys.isPending) return <Loading />;
  const typed = draft.value;
  const change = (next: Partial<Beginning>): void => draft.change(next);
  const knowsTheWay = (passkeys.data?.items.length ?? 0) > 0 || !member.keptByNode;
  if (typed.step === 'passkey' && !knowsTheWay) {
    return (
      <div className="path">
        <PasskeyStep name={member.name} onDone={() => change({ step: 'work' })} />
      </div>
    );
  }
  if (typed.step === 'sign') return <Signing typed={typed} draft={draft} />;
  if (typed.step === 'terms') return <Terms typed={typed} change={change} />;
  return <Naming typed={typed} change={change} restored={draft.restored} />;
}

interface StepProps {
  readonly typed: Beginning;
  readonly change: (next: Partial<Beginning>) => void;
}

function Naming({ typed, change, restored }: StepProps & { readonly restored: boolean }) {
  const say = useBeginRoomWords();
  const [asked, setAsked] = useState(false);
  const missing = asked && typed.title.trim() === '';
  return (
    <form
      className="path path-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (typed.title.trim() !== '') change({ step: 'terms' });
      }}
    >
      <div className="group">
        <p className="second">{say('question', { n: 1, all: 2 })}</p>
        <h1 className="title">{say('what')}</h1>
        {restored && typed.title !== '' ? <p className="second">{say('draft.kept')}</p> : null}
      </div>
      <TextField
        label={say('name')}
        hint={say('name.hint')}
        {...(missing && { error: say('name.missing') })}
        value={typed.title}
        maxLength={500}
        autoFocus
        autoComplete="off"
        onChange={(event) => change({ title: event.target.value })}
      />
      <KindAndCurrency typed={typed} change={change} />
      <div className="path-acts">
        <Button type="submit" look="ink" wide>
          {say('next')}
        </Button>
      </div>
    </form>
  );
}

function KindAndCurrency({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const sayWorks = useWorksRoomWords();
  const { data } = useQuery(currenciesAsked);
  const codes = data?.items.map(({ code }) => code) ?? [typed.currency];
  return (
    <div className="path-pair">
      <Choose
        label={say('kind')}
        value={typed.kind}
        choices={workKinds.map((kind) => ({ value: kind, label: sayWorks(`kind.${kind}`) }))}
        onChoose={(kind) => change({ kind })}
      />
      <Choose
        label={say('currency')}
        value={typed.currency}
        choices={codes.map((code) => ({ value: code, label: code }))}
        onChoose={(currency) => change({ currency })}
      />
    </div>
  );
}

function Terms({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const { make, busy, failed } = useMaking({ typed, change });
  const isRight = [typed.times, typed.hour, typed.host, typed.reserve].every(isNumber);
  return (
    <form
      className="path-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) void make();
      }}
    >
      <div className="path-form">
        <Named typed={typed} change={change} />
        <div className="group">
          <p className="second">{say('question', { n: 2, all: 2 })}</p>
          <h1 className="title">{say('how')}</h1>
        </div>
        <TermsForm typed={typed} change={change} />
      </div>
      <div className="path-form path-side">
        <Sum typed={typed} />
        {failed === undefined ? null : <ErrorNote error={failed} kept={say('draft.kept')} />}
        <div className="path-acts">
          <Button type="submit" look="ink" busy={busy} wide>
            {say('read')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function Named({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const sayWorks = useWorksRoomWords();
  const kind = `kind.${typed.kind}`;
  return (
    <ul className="path-done">
      <li>
        <div>
          <p className="name">
            <bdi>{typed.title}</bdi>
          </p>
          <p className="caption">
            {sayWorks.has(kind) ? sayWorks(kind) : typed.kind} · <bdi>{typed.currency}</bdi>
          </p>
          {typed.added ? <p className="caption">{say('added')}</p> : null}
        </div>
        {typed.added ? null : (
          <Button look="plain" onClick={() => change({ step: 'work' })}>
            {say('change')}
          </Button>
        )}
      </li>
    </ul>
  );
}

/** Adds the work and drafts its agreement. Ids are kept first, so that a second try is the same. */
function useMaking({ typed, change }: StepProps) {
  const client = useClient();
  const member = useMember();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const make = async (): Promise<void> => {
    if (busy || member === undefined) return;
    setBusy(true);
    setFailed(undefined);
    const work = typed.work === '' ? client.newId('work_') : typed.work;
    const release = typed.release === '' ? client.newId('rel_') : typed.release;
    change({ work, release });
    try {
      const { title, kind, currency, preset } = typed;
      if (!typed.added) await client.works.add({ title, kind, currency, release }, { id: work });
      change({ added: true });
      const today = new Date().toISOString().slice(0, 10);
      const terms = termsOf(typed, { agent: member.id, today });
      const agreement = await client.agreements.draft({ work, release, preset, terms });
      change({ agreement: agreement.id, signature: client.newId('act_'), step: 'sign' });
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { make, busy, failed };
}

interface SigningProps {
  readonly typed: Beginning;
  readonly draft: ReturnType<typeof useDraft<Beginning>>;
}

function Signing({ typed, draft }: SigningProps) {
  const navigate = useNavigate();
  const questions = useQueryClient();
  return (
    <div className="path">
      <Suspense fallback={<Loading />}>
        <SignStep
          agreement={typed.agreement}
          signature={typed.signature}
          title={typed.title}
          onBack={() => draft.change({ step: 'terms' })}
          onSigned={() => {
            void draft
              .discard()
              .then(() => questions.invalidateQueries())
              .then(() => navigate({ to: '/works/$work', params: { work: typed.work } }));
          }}
        />
      </Suspense>
    </div>
  );
}
