import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useState } from 'react';
import { enterByLink, sessionAsked } from '../../app/session.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Mark } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useEnterWords } from '../../words/enter/words.ts';
import { DoorNote, NO_CODE } from './door-note.tsx';
import { askWhoIsIn, firstRoom } from './entered.ts';

const Ways = lazy(() => import('./ways.tsx'));

const sent = new Set<string>();

/** Where a one-time link leads: its code, behind the #, opens a session, and is gone. */
export default function EnterRoom() {
  const say = useEnterWords();
  const questions = useQueryClient();
  const navigate = useNavigate();
  const [code] = useState(() => location.hash.slice(1));
  const [failed, setFailed] = useState<unknown>(code === '' ? NO_CODE : undefined);
  useEffect(() => {
    // A code works once, so it is never sent twice, whatever draws this page again.
    if (code === '' || sent.has(code)) return;
    sent.add(code);
    // Nor does it stay in the address, where somebody could read it over a shoulder.
    history.replaceState(history.state, '', location.pathname);
    void enterByLink(code)
      .then(() => askWhoIsIn(questions))
      .then(() => firstRoom(questions))
      .then((to) => navigate({ to, replace: true }))
      .catch(setFailed);
  }, [code, questions, navigate]);
  if (failed !== undefined) return <DoorNote error={failed} acts={<OtherWays />} />;
  return (
    <div className="shell-welcome" role="status">
      <Mark size={40} />
      <p className="lead">{say('going')}</p>
    </div>
  );
}

/** On from a link that does not work: where one is in already, or another way in. */
function OtherWays() {
  const sayApp = useAppWords();
  const navigate = useNavigate();
  const isIn = (useQuery(sessionAsked).data?.agent ?? null) !== null;
  if (isIn) {
    return (
      <Link to="/" className={buttonClass('ink')}>
        {sayApp('missing.do')}
      </Link>
    );
  }
  return (
    <Suspense fallback={null}>
      <Ways onIn={() => void navigate({ to: '/', replace: true })} />
    </Suspense>
  );
}
