import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { presetNames } from '../../../domain/agreements/presets.ts';
import type { Terms } from '../../../domain/agreements/fields.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import { useMay } from '../../app/may.ts';
import { agreementAsked, workAsked } from '../../app/questions.ts';
import { sessionAsked } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { isZero } from '../../words/numbers.ts';
import { useActing } from '../contribution/acting.ts';
import { baseOf, typedOf, useBaseTerms, useChecked } from './amending.ts';
import type { Base } from './amending.ts';
import { termsIn, versionsAsked } from './asked.ts';
import { Changes } from './changes.tsx';
import { TermsEditor } from './terms/terms-editor.tsx';
import type { Checked } from './terms/checked.ts';
import type { Typed } from './terms/typed.ts';
import './agreement.css';
import './amend.css';

/** A change to the agreement of a work: what is typed, what it changes, and whom it needs. */
export default function AmendRoom() {
  const say = useAgreementWords();
  const { work: id } = useParams({ from: '/works/$work/agreement/amend' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const { data: versions } = useSuspenseQuery(versionsAsked(id));
  const allowed = useMay({ work: id });
  const base = baseOf(versions, work.release.id);
  return (
    <div className="agreement-page">
      <header className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('amend.title', { version: versions.length + 1 })}</h1>
      </header>
      {work.status === 'open' ? (
        <p className="lead">{say('amend.open')}</p>
      ) : allowed('agreement.drafted') ? (
        <Suspense fallback={<Loading />}>
          <Drafted key={base.draft?.id ?? base.governing?.id ?? ''} work={work} base={base} />
        </Suspense>
      ) : (
        <p className="lead">{say('amend.not')}</p>
      )}
    </div>
  );
}

interface BaseProps {
  readonly work: WorkAnswer;
  readonly base: Base;
}

/** Waits until what there is has been read: what governs, and a draft that nobody signed. */
function Drafted({ work, base }: BaseProps) {
  const governing = base.governing?.id;
  const draft = base.draft?.id;
  const first = useQuery({ ...agreementAsked(governing ?? ''), enabled: governing !== undefined });
  const second = useQuery({ ...agreementAsked(draft ?? ''), enabled: draft !== undefined });
  const error = first.error ?? second.error;
  if (error !== null) return <ErrorNote error={error} />;
  const isReading =
    (governing !== undefined && first.data === undefined) ||
    (draft !== undefined && second.data === undefined);
  return isReading ? <Loading /> : <Amending {...{ work, base, draft: second.data }} />;
}

interface Kept {
  readonly preset: string;
  readonly typed: Typed;
}

type AmendingProps = BaseProps & { readonly draft: AgreementAnswer | undefined };

function Amending({ work, base, draft: before }: AmendingProps) {
  const { governing } = base;
  const preset = governing?.preset ?? before?.preset ?? 'award';
  const { locale } = useLocale();
  const start = { preset, typed: before === undefined ? {} : proposed(base, before, locale) };
  const name = `amend:${work.id}:${work.release.id}:${base.draft?.id ?? governing?.id ?? ''}`;
  const draft = useDraft<Kept>(name, start);
  return draft.ready ? <Form {...{ work, base, draft }} /> : <Loading />;
}

/** What the unsigned draft says; one of another preset starts afresh. */
function proposed({ governing }: Base, draft: AgreementAnswer, locale: string): Typed {
  const isSame = governing !== undefined && governing.preset === draft.preset;
  if (!isSame || draft.changesFrom !== governing.version) return {};
  return typedOf(termsIn(draft), draft, locale);
}

type FormProps = BaseProps & { readonly draft: ReturnType<typeof useDraft<Kept>> };

function Form({ work, base, draft }: FormProps) {
  const say = useAgreementWords();
  const { now } = useSuspenseQuery(sessionAsked).data;
  const { preset, typed } = draft.value;
  const terms = useBaseTerms(work, base, preset);
  const { at, result } = useChecked(work, terms, typed);
  const [asked, setAsked] = useState(false);
  const onType = (next: Typed): void => draft.change({ typed: next });
  return (
    <div className="amend">
      <div className="amend-terms">
        <Starting base={base} restored={draft.restored} onFresh={() => onType({})} />
        {base.governing === undefined ? (
          <Preset preset={preset} onChoose={(next) => draft.change({ preset: next, typed: {} })} />
        ) : null}
        <TermsEditor
          {...{ terms, typed, checked: result, at, onType }}
          today={now.slice(0, 10)}
          isAgreed={base.governing !== undefined}
        />
      </div>
      <div className="amend-side">
        <section className="agreement" aria-live="polite">
          <h2 className="panel-title">{say('amend.changes')}</h2>
          <What {...{ terms, result, typed, asked }} />
        </section>
        <Needs {...{ work, result, terms, base }} />
        <Saving {...{ work, draft, terms, result }} onAsked={() => setAsked(true)} />
      </div>
    </div>
  );
}

/** What it starts from, and that it replaces a draft that nobody has signed. */
function Starting(props: { base: Base; restored: boolean; onFresh: () => void }) {
  const { base, restored, onFresh } = props;
  const say = useAgreementWords();
  const { governing, draft } = base;
  return (
    <div className="group">
      {governing === undefined ? null : (
        <p className="lead">{say('amend.from', { version: governing.version })}</p>
      )}
      {draft === undefined ? null : (
        <p className="second">{say('amend.replaces', { version: draft.version })}</p>
      )}
      {restored ? <p className="caption">{say('restored')}</p> : null}
      {restored || draft !== undefined ? (
        <div className="row">
          <Button look="plain" icon="undo" onClick={onFresh}>
            {say('amend.fresh')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Preset({ preset, onChoose }: { preset: string; onChoose: (next: string) => void }) {
  const say = useBeginRoomWords();
  return (
    <Choose
      label={say('preset')}
      value={preset}
      choices={presetNames.map((name) => ({ value: name as string, label: say(name) }))}
      onChoose={onChoose}
    />
  );
}

interface WhatProps {
  readonly terms: Terms;
  readonly result: Checked;
  readonly typed: Typed;
  readonly asked: boolean;
}

/** What changes, as one types; or what stands in the way. */
function What({ terms, result, typed, asked }: WhatProps) {
  const say = useAgreementWords();
  const { faults, refusal, changes } = result;
  if (faults.size > 0) return <p className="second">{say('amend.faults', { n: faults.size })}</p>;
  if (refusal !== undefined) {
    return <ErrorNote error={problemFrom(refusal)} kept={say('kept')} />;
  }
  if (changes.length > 0) return <Changes changes={changes} terms={terms} />;
  if (typed['tables'] !== undefined) return <p className="second">{say('amend.tables')}</p>;
  return (
    <p className={asked ? 'field-error' : 'second'} role={asked ? 'alert' : undefined}>
      {say('amend.nothing')}
    </p>
  );
}

interface NeedsProps {
  readonly work: WorkAnswer;
  readonly base: Base;
  readonly terms: Terms;
  readonly result: Checked;
}

/** Who must sign for it to hold. */
function Needs({ work, base, terms, result }: NeedsProps) {
  const say = useAgreementWords();
  const { governing } = base;
  if (governing === undefined || result.changes.length === 0) return null;
  const holders = work.people.filter(({ obligation }) => !isZero(obligation));
  const isLocked = result.changes.some(({ locked }) => locked);
  const steward = terms.steward.name;
  const names = holders.length === 0 ? [steward] : holders.map(({ name }) => name);
  return (
    <section className="group">
      <h2 className="section-title">{say('needs')}</h2>
      <p>{isLocked ? say('needs.all', { names }) : say('needs.each', { steward })}</p>
      <p className="second">{say('needs.silence')}</p>
    </section>
  );
}

interface SavingProps {
  readonly work: WorkAnswer;
  readonly draft: ReturnType<typeof useDraft<Kept>>;
  readonly terms: Terms;
  readonly result: Checked;
  readonly onAsked: () => void;
}

/** Saves it as a draft, which binds nobody, and goes to where it is read and signed. */
function Saving({ work, draft, terms, result, onAsked }: SavingProps) {
  const say = useAgreementWords();
  const navigate = useNavigate();
  const { given, faults, refusal } = result;
  const version = useRef<number>(undefined);
  const acting = useActing(
    async (client, how) => {
      const body = { work: work.id, release: work.release.id, preset: terms.preset, terms: given };
      version.current = (await client.agreements.draft(body, how)).version;
    },
    async () => {
      await draft.discard();
      await navigate({
        to: '/works/$work/agreement',
        params: { work: work.id },
        search: { version: version.current },
        replace: true,
      });
    },
    'agr_',
  );
  const send = (): void => {
    onAsked();
    const isNothing = Object.keys(given).length === 0;
    if (isNothing || faults.size > 0 || refusal !== undefined) return;
    acting.send();
  };
  return (
    <div className="amend-save">
      {acting.error === null ? null : <ErrorNote error={acting.error} kept={say('kept')} />}
      <Button look="ink" wide busy={acting.busy} onClick={send}>
        {say('amend.save')}
      </Button>
      <p className="caption">{say('amend.binds')}</p>
    </div>
  );
}
