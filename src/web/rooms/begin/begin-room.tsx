import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { FIRST_NAMES } from '../../../domain/agents/name.ts';
import { nodeAsked } from '../../app/questions.ts';
import { useScale } from '../../app/scale.ts';
import { useClient, useMember } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { blank, questionOf } from './beginning.ts';
import type { Begun, StepProps } from './beginning.ts';
import { BringStep } from './bring-step.tsx';
import { Done } from './done.tsx';
import { NodeNameForm } from './node-name.tsx';
import { passkeysAsked } from '../enter/passkeys.ts';
import { PasskeyStep } from './passkey-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { SignStep } from './sign-step.tsx';
import { useSource } from './source/use-source.ts';
import type { Source } from './source/use-source.ts';
import { useStepFocus } from './step-focus.ts';
import { Sum } from './sum.tsx';
import { TermsForm } from './terms-form.tsx';
import { areNumbers, termsOf } from './terms-typed.ts';
import { WorkStep } from './work-step.tsx';
import './path.css';

/** From nothing to a signed agreement: names, how to come back, what is made, how it pays back. */
export default function BeginRoom() {
  const draft = useDraft<Begun>('begin', blank);
  const source = useSource('begin');
  const member = useMember();
  const passkeys = useQuery(passkeysAsked);
  const node = useQuery(nodeAsked).data;
  if (!draft.ready || !source.ready || member === undefined) return <Loading />;
  if (passkeys.isPending || node === undefined) return <Loading />;
  const isNamed = !member.owner || node.name !== FIRST_NAMES.node;
  const knowsTheWay = (passkeys.data?.items.length ?? 0) > 0 || !member.keptByNode;
  const step = stepOf(draft.value, { isNamed, knowsTheWay });
  return <Step step={step} draft={draft} source={source} member={member} />;
}

/** The step that is next: what needs not be asked is passed over. */
function stepOf(
  { step, named }: Begun,
  { isNamed, knowsTheWay }: { readonly isNamed: boolean; readonly knowsTheWay: boolean },
): Begun['step'] {
  // Whoever named it on this way may come back to it.
  if (step === 'node') return isNamed && !named ? (knowsTheWay ? 'work' : 'passkey') : 'node';
  return step === 'passkey' && knowsTheWay ? 'work' : step;
}

interface RoomProps {
  readonly draft: Draft<Begun>;
  readonly source: Source;
}

function Step({
  step,
  draft,
  source,
  member,
}: RoomProps & { readonly step: Begun['step']; readonly member: Member }) {
  const typed = draft.value;
  const change = (next: Partial<Begun>): void => draft.change(next);
  const shown = { typed, change, source };
  const place = useStepFocus(step);
  return (
    <div className={step === 'terms' ? 'path-whole' : 'path'} ref={place} tabIndex={-1}>
      {step === 'terms' ? <Terms {...shown} /> : null}
      {step === 'node' ? <NodeStep typed={typed} change={change} /> : null}
      {step === 'passkey' ? (
        <PasskeyStep name={member.name} onDone={() => change({ step: 'work' })} />
      ) : null}
      {step === 'people' && source.seen !== undefined ? (
        <PeopleStep {...shown} seen={source.seen} />
      ) : null}
      {step === 'work' || (step === 'people' && source.seen === undefined) ? (
        <WorkStep {...shown} restored={draft.restored} />
      ) : null}
      {step === 'sign' || step === 'bring' ? <Ending draft={draft} source={source} /> : null}
    </div>
  );
}

function NodeStep({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const onDone = (): void =>
    change({ named: true, step: typed.title === '' ? 'passkey' : 'terms' });
  return (
    <section className="path-form">
      <div className="group">
        <p className="second">{say('question', { n: 1, all: 3 })}</p>
        <h1 className="title">{say('node')}</h1>
        <p className="second">{say('node.says')}</p>
      </div>
      <Suspense fallback={<Loading />}>
        <NodeNameForm autoFocus onDone={onDone} />
      </Suspense>
    </section>
  );
}

function Terms({ typed, change, source }: StepProps & { readonly source: Source }) {
  const say = useBeginRoomWords();
  const { make, busy, failed } = useMaking({ typed, change });
  const { locale } = useLocale();
  const scale = useScale(typed.currency);
  const isRight = areNumbers(typed, { locale, scale });
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
        <Done typed={typed} change={change} source={source} />
        <div className="group">
          <p className="second">{say('question', questionOf(typed, 'terms'))}</p>
          <h1 className="title">{say('how')}</h1>
        </div>
        <TermsForm typed={typed} change={change} />
      </div>
      <div className="path-form path-side">
        <Sum typed={typed} />
        {failed === undefined ? null : <ErrorNote error={failed} kept={say('draft.kept')} />}
        <div className="path-acts is-held">
          <Button type="submit" look="ink" busy={busy} wide>
            {say('read')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Adds the work and drafts its agreement. Ids are kept first, so that a second try is the same. */
function useMaking({ typed, change }: StepProps) {
  const client = useClient();
  const member = useMember();
  const { locale } = useLocale();
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
      const people = [{ agent: member.id, name: member.name }];
      const terms = termsOf(typed, { agent: member.id, today, people, locale });
      const agreement = await client.agreements.draft({ work, release, preset, terms });
      const ids = { signature: client.newId('act_'), import: client.newId('imp_') };
      change({ agreement: agreement.id, ...ids, step: 'sign' });
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { make, busy, failed };
}

/** Reading and signing; then what was found comes in as drafts, and the work itself is shown. */
function Ending({ draft, source }: RoomProps) {
  const navigate = useNavigate();
  const questions = useQueryClient();
  const typed = draft.value;
  const end = (): void => {
    void questions
      .invalidateQueries()
      .then(() => navigate({ to: '/works/$work', params: { work: typed.work } }))
      .then(() => Promise.all([draft.discard(), source.forget()]));
  };
  const brings = typed.taken && typed.from !== 'name' && source.seen !== undefined;
  if (typed.step === 'bring') return <BringStep typed={typed} source={source} onDone={end} />;
  return (
    <Suspense fallback={<Loading />}>
      <SignStep
        agreement={typed.agreement}
        signature={typed.signature}
        title={typed.title}
        onBack={() => draft.change({ step: 'terms' })}
        onSigned={() => (brings ? draft.change({ step: 'bring' }) : end())}
      />
    </Suspense>
  );
}
