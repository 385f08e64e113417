import { Suspense, lazy } from 'react';
import { Mark } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';

const Ways = lazy(() => import('../../rooms/enter/ways.tsx'));

/** For whoever is not signed in: how one comes in. */
export function Welcome() {
  const say = useAppWords();
  return (
    <main className="shell-bare">
      <div className="shell-welcome">
        <Mark size={40} />
        <h1 className="title">{say('enter.title')}</h1>
        <p className="lead">{say('enter.how')}</p>
        <Suspense fallback={null}>
          <Ways />
        </Suspense>
      </div>
    </main>
  );
}
