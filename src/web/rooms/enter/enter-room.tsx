import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { enterByLink } from '../../app/session.ts';
import { Mark } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { askWhoIsIn } from './entered.ts';

const sent = new Set<string>();

/** Where a one-time link leads: its code, behind the #, opens a session, and is gone. */
export default function EnterRoom() {
  const say = useAppWords();
  const questions = useQueryClient();
  const navigate = useNavigate();
  const [failed, setFailed] = useState<unknown>();
  const [code] = useState(() => location.hash.slice(1));
  useEffect(() => {
    // A code works once, so it is never sent twice, whatever draws this page again.
    if (code === '' || sent.has(code)) return;
    sent.add(code);
    void enterByLink(code)
      .then(() => askWhoIsIn(questions))
      .then(() => navigate({ to: '/', replace: true }))
      .catch(setFailed);
  }, [code, questions, navigate]);
  // A link that lost its end: the first page says how one comes in.
  if (code === '') return <Navigate to="/" replace />;
  if (failed !== undefined) return <ErrorNote page error={failed} kept={say('enter.how')} />;
  return (
    <div className="shell-welcome" role="status">
      <Mark size={40} />
      <h1 className="lead">{say('enter.going')}</h1>
    </div>
  );
}
