import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { Problem } from '../../sdk/client.ts';
import { Button, buttonClass } from '../parts/controls/button.tsx';
import { Empty } from '../parts/states/empty.tsx';
import { ErrorNote, isOfParts, useTold } from '../parts/states/error-note.tsx';
import { Loading } from '../parts/states/loading.tsx';
import { useAppWords } from '../words/app/words.ts';
import { sessionAsked } from './session.ts';

/** There is no page at this address. */
export function Missing() {
  const say = useAppWords();
  return <Empty page title={say('missing.title')} acts={<Back look="ink" />} />;
}

function Back({ look }: { readonly look: 'ink' | 'outlined' }) {
  const say = useAppWords();
  return (
    <Link to="/" className={buttonClass(look)}>
      {say('missing.do')}
    </Link>
  );
}

/** A page that could not be drawn says so, and keeps the rest of the app. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const say = useAppWords();
  useSignedOut(error);
  const questions = useQueryClient();
  // Whatever was answered is asked anew: the answer itself may be what could not be drawn.
  const again = (): void => {
    questions.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    reset();
  };
  if (error instanceof Problem && (error.status === 404 || error.status === 403)) {
    return (
      // The words of refusals may have to be fetched: the page comes with them, as a whole.
      <Suspense fallback={<Loading />}>
        <NotSeen error={error} />
      </Suspense>
    );
  }
  if (isOfParts(error)) {
    const again = <Button onClick={() => location.reload()}>{say('error.reload')}</Button>;
    return <ErrorNote page error={error} acts={again} />;
  }
  return <ErrorNote page error={error} onRetry={again} acts={<Back look="outlined" />} />;
}

/** What is asked for is not there, or not for whoever asks. */
function NotSeen({ error }: { readonly error: Problem }) {
  const say = useAppWords();
  const { happened } = useTold(error);
  const isMissing = error.status === 404;
  const title = say(isMissing ? 'missing.thing' : 'closed.title');
  return (
    <Empty page title={title} acts={<Back look="ink" />}>
      <p>{happened}</p>
      {isMissing ? <p>{say('missing.why')}</p> : null}
    </Empty>
  );
}

/** Whose session has ended is asked for anew, and shown how one comes in. */
function useSignedOut(error: unknown): void {
  const questions = useQueryClient();
  const isOut = error instanceof Problem && error.status === 401;
  useEffect(() => {
    if (isOut) void questions.invalidateQueries({ queryKey: sessionAsked.queryKey });
  }, [isOut, questions]);
}
