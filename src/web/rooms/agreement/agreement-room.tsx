import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AgreementAnswer, AgreementLine } from '../../../actions/agreements/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { agreementAsked, workAsked } from '../../app/questions.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { meantVersion, termsIn, versionsAsked } from './asked.ts';
import { Changes } from './changes.tsx';
import Reading from './reading.tsx';
import { Signatures, Signing, useUnsigned, VersionChip } from './standing.tsx';
import './agreement.css';

/** The agreement of a work: its versions, who has signed, what it says, and one's signature. */
export default function AgreementRoom() {
  const say = useAgreementWords();
  const { work: id } = useParams({ from: '/works/$work/agreement' });
  const { version } = useSearch({ from: '/works/$work/agreement' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const { data: versions } = useSuspenseQuery(versionsAsked(id));
  const shown = meantVersion(versions, version);
  return (
    <div className="agreement-page">
      <header className="group">
        <BackToWork work={work} />
        <h1 className="title">{say.rich('of', { work: <bdi key="work">{work.title}</bdi> })}</h1>
      </header>
      {shown === undefined ? (
        <Empty title={say('none')} acts={<Amend work={work} />} />
      ) : (
        <>
          <Versions work={work} versions={versions} shown={shown} />
          <Version key={shown.id} id={shown.id} />
        </>
      )}
    </div>
  );
}

function Amend({ work }: { readonly work: WorkAnswer }) {
  const say = useAgreementWords();
  const allowed = useMay({ work: work.id });
  if (!allowed('agreement.drafted')) return null;
  return (
    <Link
      to="/works/$work/agreement/amend"
      params={{ work: work.id }}
      className={buttonClass('outlined')}
    >
      {say('amend')}
    </Link>
  );
}

interface VersionsProps {
  readonly work: WorkAnswer;
  readonly versions: readonly AgreementLine[];
  readonly shown: AgreementLine;
}

/** All versions, the newest first; which one is shown, and the way to lay two side by side. */
function Versions({ work, versions, shown }: VersionsProps) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const before = versions.findLast(({ version }) => version < shown.version);
  return (
    <nav className="versions no-print" aria-label={say('versions')}>
      <ol>
        {versions.toReversed().map((one) => (
          <li key={one.id}>
            <Link
              to="/works/$work/agreement"
              params={{ work: work.id }}
              search={{ version: one.version }}
              className="versions-one"
              aria-current={one.id === shown.id ? 'page' : undefined}
            >
              <span className="name">{sayWork('agreement.version', { version: one.version })}</span>
              <VersionChip version={one} />
            </Link>
          </li>
        ))}
      </ol>
      <div className="row">
        <Amend work={work} />
        {before === undefined ? null : (
          <Link
            to="/works/$work/agreement/compare"
            params={{ work: work.id }}
            search={{ from: before.version, to: shown.version }}
            className={buttonClass()}
          >
            {say('compare')}
          </Link>
        )}
      </div>
    </nav>
  );
}

function Version({ id }: { readonly id: string }) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const { data: agreement } = useSuspenseQuery(agreementAsked(id));
  const isUnsigned = useUnsigned(agreement);
  useClauseInSight();
  return (
    <div className="agreement-whole">
      <section className="agreement">
        <div className="row apart">
          <h2 className="panel-title">
            {sayWork('agreement.version', { version: agreement.version })}
          </h2>
          <VersionChip version={agreement} />
        </div>
        <Signatures agreement={agreement} />
      </section>
      <Changed agreement={agreement} />
      <Reading agreement={agreement} />
      {isUnsigned ? (
        <section className="agreement-sign no-print">
          <h2 className="section-title">{say('sign.title')}</h2>
          <Signing agreement={agreement} />
        </section>
      ) : null}
    </div>
  );
}

/** A link may lead to a clause, which is not there before the text is. */
function useClauseInSight(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}

function Changed({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const { changes, changesFrom } = agreement;
  if (changesFrom === null || changes.length === 0) return null;
  return (
    <section className="agreement">
      <h2 className="section-title">{say('changes', { version: changesFrom })}</h2>
      <Changes changes={changes} terms={termsIn(agreement)} wide />
    </section>
  );
}
