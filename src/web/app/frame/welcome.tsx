import { Suspense, lazy } from 'react';
import { Mark } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { isLocal } from '../reach.ts';

const Ways = lazy(() => import('../../rooms/enter/ways.tsx'));

/** For whoever is not signed in: how one comes in. */
export function Welcome() {
  const say = useAppWords();
  return (
    <main className="shell-bare">
      <div className="shell-welcome">
        <Mark size={40} />
        <h1 className="title">{say('enter.title')}</h1>
        {isLocal() ? <p className="lead">{say('enter.how')}</p> : <FromAway />}
        <Suspense fallback={null}>
          <Ways />
        </Suspense>
      </div>
    </main>
  );
}

/** The link of `npm start` leads to the machine of the node alone; one for this address is made. */
function FromAway() {
  const say = useAppWords();
  return (
    <div className="group">
      <p className="lead">{say('enter.how.away')}</p>
      <p className="mono shell-command" dir="ltr">
        {`bin/webizen session link --at ${location.origin}`}
      </p>
    </div>
  );
}
