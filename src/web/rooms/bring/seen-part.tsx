import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ImportAnswer } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import type { SourceShown } from '../../../http/doors/imports.ts';
import { useMay } from '../../app/may.ts';
import { allAgentsAsked } from '../../app/questions.ts';
import { useScale } from '../../app/scale.ts';
import { useClient, useMember } from '../../app/session.ts';
import type { Draft } from '../../keep/draft.ts';
import { BackButton } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { Choose, leadToWrong } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useBringRoomWords } from '../../words/bring/words.ts';
import { useLocale } from '../../words/locale.tsx';
import type { Source } from '../begin/source/use-source.ts';
import { Outcome } from './outcome.tsx';
import { knownOf, valuingOf } from './typed.ts';
import type { Bringing, Candidate } from './typed.ts';

interface Props {
  readonly typed: Bringing;
  readonly change: (next: Partial<Bringing>) => void;
  readonly source: Source;
  readonly seen: SourceShown;
  readonly work: WorkAnswer;
  readonly draft: Draft<Bringing>;
}

/** What would become of each line, who is who, and the act that brings them in. */
export function SeenPart({ typed, change, source, seen, work, draft }: Props) {
  const say = useBringRoomWords();
  const candidates = useCandidates();
  const body = useBody({ typed, change, seen, work, candidates });
  const preview = usePreview(body, typed);
  const { bring, busy, failed } = useBringing({ body, typed, source, draft, work });
  const taken = preview.data?.taken.length ?? 0;
  const place = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const { locale } = useLocale();
  const at = { currency: work.currency, locale, scale: useScale(work.currency) };
  const hand = (): void => {
    const isWrong = typed.rate.trim() !== '' && valuingOf(typed, at).rate === undefined;
    if (!isWrong) return void bring();
    setAsked(true);
    if (place.current !== null) leadToWrong(place.current);
  };
  return (
    <div className="path-form" ref={place}>
      <BackButton
        onClick={() => {
          // Another source is another import.
          change({ import: '' });
          void source.forget();
        }}
      >
        {say('other')}
      </BackButton>
      <p className="second">
        <bdi>{seen.source}</bdi>
      </p>
      <WhoIsWho typed={typed} change={change} seen={seen} candidates={candidates} />
      <Valuing typed={typed} change={change} currency={work.currency} isAsked={isAsked} />
      {preview.isError ? <ErrorNote error={preview.error} kept={say('kept')} /> : null}
      {preview.data === undefined ? (
        preview.isError ? null : (
          <Loading />
        )
      ) : (
        <Outcome answer={preview.data} seen={seen} />
      )}
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('kept')} />}
      <div className="path-acts is-held">
        <Button look="ink" busy={busy} disabled={taken === 0} onClick={hand} wide>
          {say('bring', { n: taken })}
        </Button>
      </div>
    </div>
  );
}

/** Whom an author may be: oneself, and, where one may list them, all who act here. */
function useCandidates(): readonly Candidate[] {
  const member = useMember();
  const isAllowed = useMay()('agents.list');
  const { data } = useQuery({ ...allAgentsAsked, enabled: isAllowed });
  return useMemo(() => {
    const acting = (data ?? []).filter(
      ({ kind, publicKey }) => kind !== 'machine' && publicKey !== null,
    );
    const others = acting.map(({ id, name }) => ({ id, name }));
    if (member === undefined || others.some(({ id }) => id === member.id)) return others;
    return [{ id: member.id, name: member.name }, ...others];
  }, [data, member]);
}

type Body = Parameters<ReturnType<typeof useClient>['contributions']['import']>[0];

/** The body of the act; its id is chosen once, so that a retry says the same. */
function useBody({
  typed,
  change,
  seen,
  work,
  candidates,
}: Omit<Props, 'source' | 'draft'> & { readonly candidates: readonly Candidate[] }) {
  const client = useClient();
  const { locale } = useLocale();
  const scale = useScale(work.currency);
  useEffect(() => {
    if (typed.import === '') change({ import: client.newId('imp_') });
  }, [typed.import, change, client]);
  return useMemo(
    () =>
      client.imports.bodyOf(
        seen,
        { work: work.id, release: work.release.id, import: typed.import },
        {
          known: knownOf(seen, typed.known, candidates),
          valuing: valuingOf(typed, { currency: work.currency, locale, scale }),
        },
      ),
    [client, seen, work, typed, candidates, locale, scale],
  );
}

function usePreview(body: Body, { import: id, known, classification, rate }: Bringing) {
  const client = useClient();
  // What the body is made of: the body itself may be millions of bytes long.
  const made = [body.source, body.lines.length, body.authors.map((author) => author.id).join(' ')];
  return useQuery<ImportAnswer>({
    queryKey: ['import-preview', id, made, known, classification, rate],
    queryFn: () => client.contributions.previewImport(body, { id }),
    enabled: id !== '',
    placeholderData: (before) => before,
    retry: false,
  });
}

interface BringingProps extends Pick<Props, 'typed' | 'source' | 'draft' | 'work'> {
  readonly body: Body;
}

function useBringing({ body, typed, source, draft, work }: BringingProps) {
  const say = useBringRoomWords();
  const client = useClient();
  const navigate = useNavigate();
  const questions = useQueryClient();
  const toast = useToast();
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const bring = async (): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    try {
      const { taken } = await client.contributions.import(body, { id: typed.import });
      await questions.invalidateQueries();
      toast({ text: say('done', { n: taken.length }) });
      await navigate({ to: '/works/$work', params: { work: work.id } });
      await Promise.all([draft.discard(), source.forget()]);
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  return { bring, ...state };
}

/** How many authors are asked about one by one: a sheet has few, a history has unknown names. */
const ASKED = 20;

function WhoIsWho({
  typed,
  change,
  seen,
  candidates,
}: Pick<Props, 'typed' | 'change' | 'seen'> & { readonly candidates: readonly Candidate[] }) {
  const say = useBringRoomWords();
  const known = knownOf(seen, typed.known, candidates);
  const asked = seen.contributors.filter(({ bot }) => !bot).slice(0, ASKED);
  return (
    <fieldset className="bring-who">
      <legend className="section-title">{say('who')}</legend>
      <div className="path-pair">
        {asked.map(({ identity, name }) => (
          <Choose
            key={identity}
            label={say('who.is', { name: `\u2068${name}\u2069` })}
            value={known[identity] ?? ''}
            choices={[
              { value: '', label: say('who.new') },
              ...candidates.map(({ id, name: called }) => ({ value: id, label: called })),
            ]}
            onChoose={(agent) => change({ known: { ...typed.known, [identity]: agent } })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Valuing({
  typed,
  change,
  currency,
  isAsked,
}: Pick<Props, 'typed' | 'change'> & { readonly currency: string; readonly isAsked: boolean }) {
  const say = useBringRoomWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    // Something in it is to be looked at.
    if (isAsked) setOpen(true);
  }, [isAsked]);
  return (
    <details
      className="path-more"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('valuing')}</summary>
      <div className="path-pair">
        <ClassificationField
          label={say('classification')}
          hint={say('classification.hint')}
          value={typed.classification}
          onType={(classification) => change({ classification })}
        />
        <NumberField
          label={say('rate', { currency })}
          hint={say('rate.hint')}
          currency={currency}
          value={typed.rate}
          onType={(rate) => change({ rate })}
        />
      </div>
    </details>
  );
}
