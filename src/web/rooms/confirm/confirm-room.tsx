import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { agreementAsked, allContributionsAsked, workAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Icon } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { typedFrom } from '../../words/typed-number.ts';
import { missingOf } from '../add/exchange-typed.ts';
import { isOwnRateAsked } from '../add/own-rate.ts';
import { AgreedLines } from '../begin/sum.tsx';
import '../begin/path.css';
import './confirm.css';
import { Award, Lacking } from './asked-first.tsx';
import { LineToConfirm } from './line-to-confirm.tsx';
import { nameIn } from '../agreement/names.ts';
import { SignedText } from '../agreement/standing.tsx';
import { nothing } from './corrected.ts';
import type { Corrected } from './corrected.ts';
import { useConfirming } from './confirming.ts';
import { WhatWasDone } from './what-was-done.tsx';
import { isTime, togetherOf, useWorths } from './worth.ts';
import type { Asking, Worth } from './worth.ts';

/** The agreement to read has a weight of its own, and waits until somebody reads it. */
const Reading = lazy(() => import('../agreement/reading.tsx'));

/** What waits for whoever has joined: their lines to confirm, and the agreement to sign. */
export default function ConfirmRoom() {
  const say = useConfirmRoomWords();
  const { work: id } = useParams({ from: '/works/$work/confirm' });
  const member = useMember();
  const { data: work } = useSuspenseQuery(workAsked(id));
  // What is in force; the first version before anything is. A change is read and signed apart.
  const toSign = work.governing ?? work.agreement;
  const agreement = useQuery({
    ...agreementAsked(toSign?.id ?? ''),
    enabled: toSign !== null,
  });
  const lines = useQuery(allContributionsAsked({ work: id, agent: member?.id, status: 'draft' }));
  const draft = useDraft<Corrected>(`confirm:${id}`, nothing);
  if (agreement.error !== null) return <ErrorNote error={agreement.error} />;
  if (lines.error !== null) return <ErrorNote error={lines.error} />;
  const isReading = lines.isPending || (toSign !== null && agreement.isPending);
  if (isReading || !draft.ready || member === undefined) return <Loading />;
  const mine = lines.data.filter(({ agent, supersededBy }) => agent === member.id && !supersededBy);
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
      <ChangeWaits work={work} agent={member.id} />
      {mine.length === 0 && (isSigned || agreement.data === undefined) ? (
        <Nothing work={id} isSigned={isSigned} />
      ) : (
        <Confirming
          {...{ work, draft, isSigned }}
          agent={member.id}
          lines={mine}
          {...(agreement.data !== undefined && { agreement: agreement.data })}
        />
      )}
    </div>
  );
}

interface ChangeProps {
  readonly work: WorkAnswer;
  readonly agent: string;
}

/** That a change of the agreement waits for this member's signature, and where it is read. */
function ChangeWaits({ work: { id, governing, agreement }, agent }: ChangeProps) {
  const say = useConfirmRoomWords();
  if (governing === null || agreement === null || agreement.version <= governing.version)
    return null;
  // A draft that nobody has signed binds nobody, and may change yet.
  if (agreement.signed.length === 0) return null;
  if (agreement.signed.some((signatory) => signatory.agent === agent)) return null;
  return (
    <p>
      {say('change', { version: agreement.version })}{' '}
      <Link to="/works/$work/agreement" params={{ work: id }}>
        {say('change.see')}
      </Link>
    </p>
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
  readonly agent: string;
  readonly lines: readonly ContributionLine[];
  readonly draft: Draft<Corrected>;
  readonly agreement?: AgreementAnswer;
  readonly isSigned: boolean;
}

function Confirming(props: ConfirmingProps) {
  const { work, agent, lines, draft, agreement } = props;
  const say = useConfirmRoomWords();
  const asking = {
    currency: work.currency,
    isRateAsked: (line: ContributionLine): boolean =>
      isTime(line) &&
      line.cost === null &&
      isOwnRateAsked(agreement, { agent, kind: line.kind, day: line.on.from }),
  };
  const { confirm, busy, failed, stopped, hasSigned } = useConfirming({ ...props, asking });
  const { leftOut, exchange } = draft.value;
  const [asked, setAsked] = useState(false);
  const check = (): void => {
    setAsked(true);
    if (missingOf(exchange) === undefined) void confirm();
  };
  const worths = useWorths(lines, draft.value, asking);
  const taken = worths.filter((_, at) => !leftOut.includes(lines[at]?.id ?? ''));
  const isAward = lines.some(isTime) && agreement?.terms['rateBy'] === 'award';
  // Where the agreement names none, no line is worth anything until this is answered.
  const isAsked = isAward && agreement.terms['classification'] === null;
  const isToSign = agreement !== undefined && !hasSigned;
  const verb = isToSign ? (taken.length === 0 ? 'sign' : 'confirm') : 'confirm.only';
  const isIdle = taken.length === 0 && !isToSign;
  return (
    <div className="path-form confirm-form shell-alone">
      {lines.length === 0 ? null : <p className="second">{say('later')}</p>}
      {isAsked ? <Award draft={draft} isAsked /> : null}
      <Lacking {...{ agent, lines, worths, draft, asking, asked }} work={work.id} />
      <Lines {...props} worths={worths} asking={asking} />
      {isAward && !isAsked ? <Award draft={draft} isAsked={false} /> : null}
      {isToSign ? <AgreementInLines agreement={agreement} /> : null}
      {isIdle ? <p>{say('all-out')}</p> : <KeyNote />}
      <p>
        <Link to="/works/$work" params={{ work: work.id }}>
          {say('see')}
        </Link>
      </p>
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('kept')} />}
      {stopped === undefined ? null : (
        <WhatWasDone
          {...{ stopped, busy }}
          onGoOn={() => void confirm(stopped.left.map(({ line }) => line.id))}
        />
      )}
      {isIdle ? null : (
        <div className="confirm-act">
          <Together worths={taken} />
          <Button look="ink" busy={busy} onClick={check} wide>
            {say(verb)}
          </Button>
        </div>
      )}
    </div>
  );
}

interface LinesProps extends Pick<ConfirmingProps, 'work' | 'lines' | 'draft' | 'agreement'> {
  readonly worths: readonly Worth[];
  readonly asking: Asking;
}

function Lines({ work, lines, draft, agreement, worths, asking }: LinesProps) {
  const { locale } = useLocale();
  const { quantities, leftOut, rate } = draft.value;
  const steward = nameIn(work, work.steward);
  // What is not paid in time grows where that was agreed: only else is it never more.
  const isMost = agreement === undefined || isNothing(agreement.terms['delay.rate']);
  return (
    <ul className="confirm-lines">
      {lines.map((line, at) => (
        <LineToConfirm
          key={line.id}
          {...{ line, steward, isMost }}
          worth={worths[at]}
          isRateMissing={rate.trim() === '' && asking.isRateAsked(line)}
          quantity={quantities[line.id] ?? typedFrom(line.quantity, locale)}
          isOut={leftOut.includes(line.id)}
          onType={(text) => draft.change({ quantities: { ...quantities, [line.id]: text } })}
          onOut={(isOut) =>
            draft.change({
              leftOut: isOut ? [...leftOut, line.id] : leftOut.filter((other) => other !== line.id),
            })
          }
        />
      ))}
    </ul>
  );
}

const isNothing = (term: unknown): boolean =>
  term === null || term === undefined || Number(term) === 0;

/** What will be signed: in four lines, and whole for whoever opens it. */
function AgreementInLines({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useConfirmRoomWords();
  return (
    <section className="confirm-agreement">
      <details open>
        <summary>
          <h2>{say('agreement')}</h2>
          <Icon name="down" />
        </summary>
        <AgreedLines terms={agreement.terms} />
      </details>
      <details className="path-more">
        <summary>{say('read')}</summary>
        <Suspense fallback={<Loading />}>
          <Reading agreement={agreement} />
        </Suspense>
      </details>
      <SignedText version={agreement.version} />
    </section>
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
