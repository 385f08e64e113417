import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
  useEffect(() => {
    // A code works once, so it is never sent twice, whatever draws this page again.
    const code = location.hash.slice(1);
    if (code === '' || sent.has(code)) return;
    sent.add(code);
    void enterByLink(code)
      .then(() => askWhoIsIn(questions))
      .then(() => navigate({ to: '/', replace: true }))
      .catch(setFailed);
  }, [questions, navigate]);
  if (failed !== undefined) return <ErrorNote error={failed} kept={say('enter.how')} />;
  return (
    <div className="shell-welcome" role="status">
      <Mark size={40} />
      <p className="lead">{say('enter.going')}</p>
    </div>
  );
}
