import { Link } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { buttonClass } from '../parts/controls/button.tsx';
import { Empty } from '../parts/states/empty.tsx';
import { ErrorNote } from '../parts/states/error-note.tsx';
import { useAppWords } from '../words/app/words.ts';

/** There is no page at this address. */
export function Missing() {
  const say = useAppWords();
  const acts = (
    <Link to="/" className={buttonClass('ink')}>
      {say('missing.do')}
    </Link>
  );
  return <Empty title={say('missing.title')} acts={acts} />;
}

/** A page that could not be drawn says so, and keeps the rest of the app. */
export function Crash({ error, reset }: ErrorComponentProps) {
  return <ErrorNote error={error} onRetry={reset} />;
}
