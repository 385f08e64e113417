import { useParams, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMay } from '../../app/may.ts';
import { useNarrow } from '../../parts/narrow.ts';
import { Loading } from '../../parts/states/loading.tsx';
import { AgreementPart } from './agreement-part.tsx';
import { Explanation } from './explain/explanation.tsx';
import { Foundations } from './foundations.tsx';
import { Head } from './head.tsx';
import { JustOpened, useWatched } from './just-opened.tsx';
import { Lines } from './lines.tsx';
import { MoneyPart } from './money-part.tsx';
import { useExplained } from './opened.ts';
import { Picture } from './picture.tsx';
import { Standing } from './standing.tsx';
import { WorkActs } from './work-acts.tsx';
import { Yours } from './yours.tsx';
import './work-room.css';

/** One work: owed, paid, opens when; who put in what; its lines, its agreement and its money. */
export default function WorkRoom() {
  const { work: id } = useParams({ from: '/works/$work' });
  // Each work is watched for itself: what opens under one's eyes stays there.
  return <Shown key={id} id={id} />;
}

function Shown({ id }: { readonly id: string }) {
  const { release } = useSearch({ from: '/works/$work' });
  const { work, hasOpened, newest } = useWatched(id, release);
  const { explained, close } = useExplained();
  const allowed = useMay({ work: id });
  // A phone shows first how the work stands, and then what can be done.
  const isNarrow = useNarrow();
  if (work === undefined) return <Loading />;
  const acts = <WorkActs work={work} newest={newest} />;
  return (
    <div className="work">
      {hasOpened ? <JustOpened work={work} newest={newest} /> : null}
      <Head work={work} acts={isNarrow ? null : acts} />
      <Yours work={newest} />
      <div className="work-moment">
        <Standing work={work} newest={newest} />
        <Picture work={work} />
      </div>
      {isNarrow ? acts : null}
      {allowed('contributions.list') ? <Lines work={work} /> : null}
      <Suspense fallback={<Loading />}>
        {allowed('payments.list') ? <MoneyPart work={work} /> : null}
        <div className="work-pair">
          <AgreementPart work={work} />
          <Foundations work={work} />
        </div>
      </Suspense>
      {explained === undefined ? null : (
        <Explanation work={work} explained={explained} onClose={close} />
      )}
    </div>
  );
}
