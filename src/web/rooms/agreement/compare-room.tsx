import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { AgreementLine } from '../../../actions/agreements/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { diffTerms } from '../../../domain/agreements/diff.ts';
import { fields } from '../../../domain/agreements/fields.ts';
import { agreementAsked, workAsked } from '../../app/questions.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { meantVersion, termsIn, versionsAsked } from './asked.ts';
import { Changes } from './changes.tsx';
import { VersionChip } from './standing.tsx';
import './agreement.css';

const FROM = '/works/$work/agreement/compare';

/** Any two versions of an agreement side by side, by clause; on a phone one under the other. */
export default function CompareRoom() {
  const say = useAgreementWords();
  const { work: id } = useParams({ from: FROM });
  const { from, to } = useSearch({ from: FROM });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const { data: versions } = useSuspenseQuery(versionsAsked(id));
  const right = meantVersion(versions, to);
  const before = versions.findLast(({ version }) => version < (right?.version ?? 0));
  const left = versions.find(({ version }) => version === from) ?? before ?? right;
  return (
    <div className="agreement-page">
      <header className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('compare.title')}</h1>
      </header>
      {left === undefined || right === undefined ? (
        <p className="second">{say('none')}</p>
      ) : (
        <>
          <Chosen work={work} versions={versions} left={left} right={right} />
          <Compared key={`${left.id} ${right.id}`} left={left} right={right} />
        </>
      )}
    </div>
  );
}

interface Two {
  readonly left: AgreementLine;
  readonly right: AgreementLine;
}

interface ChosenProps extends Two {
  readonly work: WorkAnswer;
  readonly versions: readonly AgreementLine[];
}

/** Which two: the address says it, so that it can be sent to somebody. */
function Chosen({ work, versions, left, right }: ChosenProps) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const navigate = useNavigate({ from: FROM });
  const choices = versions.map(({ version }) => ({
    value: String(version),
    label: sayWork('agreement.version', { version }),
  }));
  const go = (next: { from?: number; to?: number }): void => {
    const search = { from: left.version, to: right.version, ...next };
    void navigate({ search, resetScroll: false });
  };
  return (
    <div className="compare-chosen">
      <div className="group">
        <Choose
          label={say('compare.from')}
          value={String(left.version)}
          choices={choices}
          onChoose={(version) => go({ from: Number(version) })}
        />
        <VersionChip version={left} />
      </div>
      <div className="group">
        <Choose
          label={say('compare.to')}
          value={String(right.version)}
          choices={choices}
          onChoose={(version) => go({ to: Number(version) })}
        />
        <VersionChip version={right} />
      </div>
      <div className="row no-print">
        <Link
          to="/works/$work/agreement"
          params={{ work: work.id }}
          search={{ version: right.version }}
          className={buttonClass()}
        >
          {say('compare.read', { version: right.version })}
        </Link>
      </div>
    </div>
  );
}

function Compared({ left, right }: Two) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const { data: before } = useSuspenseQuery(agreementAsked(left.id));
  const { data: after } = useSuspenseQuery(agreementAsked(right.id));
  const found = diffTerms(termsIn(before), termsIn(after));
  const changes = found.flatMap(({ clause, changes: among }) =>
    among.map((change) => ({ clause, ...change })),
  );
  const all = new Set(fields.map(({ clause }) => clause)).size;
  const nameOf = ({ version }: AgreementLine): string => sayWork('agreement.version', { version });
  return (
    <section className="agreement">
      <p className="lead" role="status">
        {changes.length === 0
          ? say('compare.same')
          : say('compare.differ', { n: found.length, same: all - found.length })}
      </p>
      <Changes
        changes={changes}
        terms={termsIn(after)}
        heads={[nameOf(left), nameOf(right)]}
        wide
      />
    </section>
  );
}
