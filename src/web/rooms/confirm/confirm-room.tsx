import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { agreementAsked, contributionsAsked, workAsked } from '../../app/questions.ts';
import { useClient, useMember } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { KeyNote } from '../begin/sign-step.tsx';
import '../begin/path.css';
import './confirm.css';
import { LineToConfirm } from './line-to-confirm.tsx';
import { nameIn } from '../agreement/names.ts';
import { SignedText } from '../agreement/standing.tsx';
import { nothing } from './corrected.ts';
import type { Corrected } from './corrected.ts';
import { correctionsOf, togetherOf, useWorths } from './worth.ts';
import type { Worth } from './worth.ts';

/** The agreement to read has a weight of its own, and waits until somebody reads it. */
const Reading = lazy(() => import('../agreement/reading.tsx'));

/** What waits for whoever has joined: their lines to confirm, and the agreement to sign. */
export default function ConfirmRoom() {
  const say = useConfirmRoomWords();
  const { work: id } = useParams({ from: '/works/$work/confirm' });
  const member = useMember();
  const { data: work } = useSuspenseQuery(workAsked(id));
  const agreement = useQuery({
    ...agreementAsked(work.agreement?.id ?? ''),
    enabled: work.agreement !== null,
  });
  const lines = useInfiniteQuery(
    contributionsAsked({ work: id, agent: member?.id, status: 'draft' }),
  );
  const draft = useDraft<Corrected>(`confirm:${id}`, nothing);
  if (agreement.error !== null) return <ErrorNote error={agreement.error} />;
  if (lines.error !== null) return <ErrorNote error={lines.error} />;
  const isReading = lines.isPending || (work.agreement !== null && agreement.isPending);
  if (isReading || !draft.ready || member === undefined) return <Loading />;
  const own = lines.data.pages.flatMap(({ items }) => items);
  const mine = own.filter(({ agent, supersededBy }) => agent === member.id && !supersededBy);
  const isSigned = agreement.data?.signed.some(({ agent }) => agent === member.id) ?? false;
  return (
    <div className="path">
      <div className="group">
        <p className="second">{say('for', { name: member.name })}</p>
        <h1 className="title">
          {say(mine.length === 0 ? 'title.none' : 'title', { work: work.title })}
        </h1>
      </div>
      {agreement.data === undefined ? <p className="second">{say('no-agreement')}</p> : null}
      {mine.length === 0 && (isSigned || agreement.data === undefined) ? (
        <Nothing work={id} isSigned={isSigned} />
      ) : (
        <Confirming
          work={work}
          lines={mine}
          draft={draft}
          {...(agreement.data !== undefined && { agreement: agreement.data, isSigned })}
        />
      )}
    </div>
  );
}

function Nothing({ work, isSigned }: { readonly work: string; readonly isSigned: boolean }) {
  const say = useConfirmRoomWords();
  return (
    <div className="path-form">
      {isSigned ? <p className="lead">{say('nothing')}</p> : null}
      <div>
        <Link to="/works/$work" params={{ work }} className={buttonClass('ink')}>
          {say('see')}
        </Link>
      </div>
    </div>
  );
}

interface ConfirmingProps {
  readonly work: WorkAnswer;
  readonly lines: readonly ContributionLine[];
  readonly draft: ReturnType<typeof useDraft<Corrected>>;
  readonly agreement?: AgreementAnswer;
  readonly isSigned?: boolean;
}

function Confirming(props: ConfirmingProps) {
  const { work, lines, draft, agreement, isSigned = false } = props;
  const say = useConfirmRoomWords();
  const { confirm, busy, failed } = useConfirming(props);
  const { quantities, leftOut, classification } = draft.value;
  const worths = useWorths(lines, draft.value);
  const taken = worths.filter((_, at) => !leftOut.includes(lines[at]?.id ?? ''));
  const steward = nameIn(work, work.steward);
  const isTime = lines.some(({ unit }) => unit === 'h' || unit === 'day');
  const isAward = isTime && agreement?.preset === 'award';
  // Where the agreement names none, no line is worth anything until this is answered.
  const isAsked = isAward && agreement.terms['classification'] === null;
  const award = (
    <ClassificationField
      label={say('classification')}
      hint={say(isAsked ? 'classification.asked' : 'classification.hint')}
      value={classification}
      onType={(typed) => draft.change({ classification: typed })}
    />
  );
  return (
    <div className="path-form">
      {lines.length === 0 ? null : <p className="second">{say('later')}</p>}
      {isAsked ? award : null}
      <ul className="confirm-lines">
        {lines.map((line, at) => (
          <LineToConfirm
            key={line.id}
            line={line}
            worth={worths[at]}
            steward={steward}
            quantity={quantities[line.id] ?? line.quantity}
            isOut={leftOut.includes(line.id)}
            onType={(text) => draft.change({ quantities: { ...quantities, [line.id]: text } })}
            onOut={(isOut) =>
              draft.change({
                leftOut: isOut
                  ? [...leftOut, line.id]
                  : leftOut.filter((other) => other !== line.id),
              })
            }
          />
        ))}
      </ul>
      {isAward && !isAsked ? award : null}
      {agreement === undefined || isSigned ? null : (
        <details className="path-more">
          <summary>{say('read')}</summary>
          <Suspense fallback={<Loading />}>
            <Reading agreement={agreement} />
          </Suspense>
        </details>
      )}
      {agreement === undefined || isSigned ? null : <SignedText version={agreement.version} />}
      <KeyNote />
      <p>
        <Link to="/works/$work" params={{ work: work.id }}>
          {say('see')}
        </Link>
      </p>
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('kept')} />}
      <div className="confirm-act">
        <Together worths={taken} />
        <Button look="ink" busy={busy} onClick={() => void confirm()} wide>
          {say(lines.length === 0 ? 'sign' : 'confirm')}
        </Button>
      </div>
    </div>
  );
}

/** What all that is taken in comes to. */
function Together({ worths }: { readonly worths: readonly Worth[] }) {
  const say = useConfirmRoomWords();
  const sum = worths.length < 2 ? undefined : togetherOf(worths);
  if (sum === undefined) return null;
  const isStale = worths.some(({ stale }) => stale);
  return (
    <p className={isStale ? 'confirm-together is-stale' : 'confirm-together'} aria-live="polite">
      <span className="second">{say('together', { n: worths.length })}</span>
      <strong>
        <Money value={sum} even />
      </strong>
    </p>
  );
}

/** Signs the agreement, then hands in each line that was not left out. Each can be done again. */
function useConfirming({ work, lines, draft, agreement, isSigned }: ConfirmingProps) {
  const say = useConfirmRoomWords();
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const confirm = async (): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    const { leftOut } = draft.value;
    try {
      if (agreement !== undefined && isSigned !== true) {
        const { id, termsHash, textHash } = agreement;
        await client.agreements.sign({ agreement: id, termsHash, textHash });
      }
      for (const line of lines) {
        if (leftOut.includes(line.id)) continue;
        const corrections = correctionsOf(line, draft.value);
        await client.contributions.confirm({ contribution: line.id, ...corrections });
      }
      await draft.discard();
      toast({ text: say('done') });
      await navigate({ to: '/works/$work', params: { work: work.id } });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  return { confirm, ...state };
}
