import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Back } from '../../parts/controls/back.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';

/** What the work is called, which release is shown, and what can be done here. */
export function Head({ work, acts }: { readonly work: WorkAnswer; readonly acts: ReactNode }) {
  const sayApp = useAppWords();
  const sayWorks = useWorksRoomWords();
  const kind = `kind.${work.kind}`;
  return (
    <header className="page-head">
      <div className="group">
        <Back to="/" className="work-back">
          {sayApp('nav.works')}
        </Back>
        <h1 className="title">
          <bdi>{work.title}</bdi>
        </h1>
        <div className="row second work-facts">
          <ReleaseShown work={work} />
          <span>{sayWorks.has(kind) ? sayWorks(kind) : work.kind}</span>
          <Signed work={work} />
          <OpenedBefore work={work} />
        </div>
      </div>
      {acts}
    </header>
  );
}

function ReleaseShown({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const navigate = useNavigate({ from: '/works/$work' });
  const nameOf = (number: number): string => say('release', { number });
  if (work.releases.length < 2) return <span>{nameOf(work.release.number)}</span>;
  return (
    <Choose
      compact
      label={say('release.choose')}
      value={work.release.id}
      choices={work.releases.map(({ id, number }) => ({ value: id, label: nameOf(number) }))}
      onChoose={(release) => void navigate({ search: { release }, resetScroll: false })}
    />
  );
}

/** The newest release that is open, where it is another one that is shown. */
function OpenedBefore({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const opened = work.releases.findLast(({ status }) => status === 'open');
  if (opened === undefined || work.status === 'open') return null;
  const { id: release, number } = opened;
  return (
    <Link to="/works/$work" params={{ work: work.id }} search={{ release }} className="work-opened">
      <StatusChip status="open" word={say('release.is-open', { number })} />
    </Link>
  );
}

function Signed({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const agreement = work.governing ?? work.agreement;
  if (agreement === null) return <span>{say('agreement.none')}</span>;
  const signed = agreement.signed.length;
  const all = signed + agreement.unsigned.length;
  const words = say('agreement.signed', { signed, all });
  return <StatusChip status={signed === all ? 'accepted' : 'submitted'} word={words} />;
}
