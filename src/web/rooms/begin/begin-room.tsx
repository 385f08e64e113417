import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { FIRST_NAMES } from '../../../domain/agents/name.ts';
import { nodeAsked } from '../../app/questions.ts';
import { useScale } from '../../app/scale.ts';
import type { Client } from '../../../sdk/client.ts';
import { useClient, useMember } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { remember, remembered } from '../../keep/remembered.ts';
import { Button } from '../../parts/controls/button.tsx';
import { leadToWrong } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { blank, questionOf } from './beginning.ts';
import type { Begun, StepProps } from './beginning.ts';
import { BringStep } from './bring-step.tsx';
import { Done } from './done.tsx';
import { NodeNameForm } from './node-name.tsx';
import { useMaking } from './making.ts';
import { passkeysAsked } from '../enter/passkeys.ts';
import { PasskeyStep } from './passkey-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { SignStep } from './sign-step.tsx';
import { useSource } from './source/use-source.ts';
import type { Source } from './source/use-source.ts';
import { useStepFocus } from './step-focus.ts';
import { Sum } from './sum.tsx';
import { TermsForm } from './terms-form.tsx';
import { areNumbers } from './terms-typed.ts';
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
  const hasWay = (passkeys.data?.items.length ?? 0) > 0 || !member.keptByNode;
  // Whoever has said "not now" is not asked again by this browser.
  const knowsTheWay = hasWay || remembered(LATER) !== undefined;
  const step = stepOf(draft.value, { isNamed, knowsTheWay });
  return <Step step={step} draft={draft} source={source} member={member} />;
}

/** That somebody was asked how they will come back, and went on. */
const LATER = 'passkey-asked';

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
  const client = useClient();
  const change = (next: Partial<Begun>): void =>
    draft.change({ ...(typed.work === '' ? idsOf(client) : {}), ...next });
  const shown = { typed, change, source };
  const place = useStepFocus(step);
  const after = useAfter({ draft, source });
  return (
    <div className={places[step] ?? 'path'} ref={place} tabIndex={-1}>
      {step === 'terms' ? <Terms {...shown} onLater={after.sign} /> : null}
      {step === 'node' ? <NodeStep typed={typed} change={change} /> : null}
      {step === 'passkey' ? (
        <PasskeyStep
          name={member.name}
          onDone={() => {
            remember(LATER, 'yes');
            change({ step: 'work' });
          }}
        />
      ) : null}
      {step === 'people' && source.seen !== undefined ? (
        <PeopleStep {...shown} seen={source.seen} />
      ) : null}
      {step === 'work' || (step === 'people' && source.seen === undefined) ? (
        <WorkStep {...shown} restored={draft.restored} />
      ) : null}
      {step === 'sign' || step === 'bring' ? (
        <Ending draft={draft} source={source} after={after} />
      ) : null}
    </div>
  );
}

/** The ids come with the first letter: what two windows make of one draft is one work. */
const idsOf = (client: Client) => ({
  work: client.newId('work_'),
  release: client.newId('rel_'),
  draftedAs: client.newId('agr_'),
});

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

interface TermsProps extends StepProps {
  readonly source: Source;
  /** Goes on without signing: the agreement stays a draft, which the work's page offers to sign. */
  readonly onLater: (work: string) => void;
}

function Terms({ typed, change, source, onLater }: TermsProps) {
  const say = useBeginRoomWords();
  const { make, busy, failed } = useMaking({ typed, change });
  const form = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const { locale } = useLocale();
  const scale = useScale(typed.currency);
  const isRight = areNumbers(typed, { locale, scale });
  const go = async (then: (work: string) => void): Promise<void> => {
    setAsked(true);
    if (!isRight) return form.current === null ? undefined : leadToWrong(form.current);
    const work = await make();
    if (work !== undefined) then(work);
  };
  return (
    <Form className="path-wide" ref={form} onSubmit={() => void go(() => change({ step: 'sign' }))}>
      <div className="path-form">
        <Done typed={typed} change={change} source={source} />
        <div className="group">
          <p className="second">{say('question', questionOf(typed, 'terms'))}</p>
          <h1 className="title">{say('how')}</h1>
        </div>
        <TermsForm typed={typed} change={change} asked={asked} />
      </div>
      <div className="path-form path-side">
        <Sum typed={typed} />
        {failed === undefined ? null : <ErrorNote error={failed} kept={say('draft.kept')} />}
        <div className="path-acts is-held">
          <Button type="submit" look="ink" busy={busy} wide>
            {say('read')}
          </Button>
          <Button busy={busy} onClick={() => void go(onLater)}>
            {say('later')}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** Steps that are wider than a column of questions. */
const places: Readonly<Partial<Record<Begun['step'], string>>> = {
  terms: 'path-whole',
  sign: 'path path-sign',
};

interface After {
  /** Of the signature, or of leaving it for later: what was found comes in, if something was. */
  readonly sign: (work: string) => void;
  /** Of everything: the work itself is shown. */
  readonly all: (work: string) => void;
}

function useAfter({ draft, source }: RoomProps): After {
  const navigate = useNavigate();
  const questions = useQueryClient();
  const { taken, from } = draft.value;
  const all = (work: string): void => {
    // Before the work is shown: who goes on from there at once begins anew.
    void Promise.all([draft.drop(), questions.invalidateQueries()])
      .then(() => navigate({ to: '/works/$work', params: { work } }))
      .then(() => source.forget());
  };
  const brings = taken && from !== 'name' && source.seen !== undefined;
  return { sign: (work) => (brings ? draft.change({ step: 'bring' }) : all(work)), all };
}

/** Reading and signing; then what was found comes in as drafts, and the work itself is shown. */
function Ending({ draft, source, after }: RoomProps & { readonly after: After }) {
  const typed = draft.value;
  if (typed.step === 'bring')
    return <BringStep typed={typed} source={source} onDone={() => after.all(typed.work)} />;
  return (
    <Suspense fallback={<Loading />}>
      <SignStep
        agreement={typed.agreement}
        signature={typed.signature}
        title={typed.title}
        onBack={() => draft.change({ step: 'terms' })}
        onSigned={() => after.sign(typed.work)}
      />
    </Suspense>
  );
}
