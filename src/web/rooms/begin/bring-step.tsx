import { useEffect, useRef, useState } from 'react';
import type { ImportAnswer } from '../../../actions/contributions/answers.ts';
import type { SourceShown } from '../../../http/doors/imports.ts';
import { useClient, useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Progress } from '../../parts/states/progress.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { Outcome } from '../bring/outcome.tsx';
import type { Begun } from './beginning.ts';
import { peopleOf } from './source/people.ts';
import type { Source } from './source/use-source.ts';

interface Props {
  readonly typed: Begun;
  readonly source: Source;
  /** The drafts are in, or are left out. */
  readonly onDone: () => void;
}

/** Brings in what was seen as drafts, once the agreement is signed. A second try is the same. */
export function BringStep({ typed, source, onDone }: Props) {
  const say = useBeginRoomWords();
  const { bring, failed, answer } = useBringing({ typed, source, onDone });
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void bring();
  }, [bring]);
  const lines = source.seen?.lines.length ?? 0;
  if (answer !== undefined && source.seen !== undefined) {
    return <CameIn answer={answer} seen={source.seen} onDone={onDone} />;
  }
  return (
    <section className="path-form">
      <div className="group" role="status">
        <h1 className="title">{say('bring', { n: lines })}</h1>
        <p className="lead">{say('bring.says')}</p>
      </div>
      {failed === undefined ? (
        <Progress label={say('bring', { n: lines })} />
      ) : (
        <>
          <ErrorNote error={failed} kept={say('bring.kept')} onRetry={() => void bring()} />
          <div className="path-acts">
            <Button onClick={onDone}>{say('bring.without')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

interface CameInProps {
  readonly answer: ImportAnswer;
  readonly seen: SourceShown;
  readonly onDone: () => void;
}

/** How many came in, and why others did not. */
function CameIn({ answer, seen, onDone }: CameInProps) {
  const say = useBeginRoomWords();
  return (
    <section className="path-form">
      <h1 className="title">
        {say('brought', { n: answer.taken.length, left: leftOut(answer, seen) })}
      </h1>
      <Outcome answer={answer} seen={seen} />
      <div className="path-acts is-held">
        <Button look="ink" onClick={onDone} wide>
          {say('next')}
        </Button>
      </div>
    </section>
  );
}

const leftOut = (answer: ImportAnswer, seen: SourceShown): number =>
  answer.skipped.length + seen.skipped.length;

/** Composing many drafts takes a moment, in which nothing is drawn: first what is going on. */
const shown = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function useBringing({ typed, source: { seen }, onDone }: Props) {
  const client = useClient();
  const member = useMember();
  const [failed, setFailed] = useState<unknown>();
  const [answer, setAnswer] = useState<ImportAnswer>();
  const bring = async (): Promise<void> => {
    setFailed(undefined);
    if (seen === undefined || member === undefined) return onDone();
    await shown();
    const { work, release, import: id, apart, me } = typed;
    const { people } = peopleOf(seen, { apart });
    const mine = people.find(({ key }) => key === me)?.identities ?? [];
    const body = client.imports.bodyOf(
      seen,
      { work, release, import: id },
      {
        together: people.map(({ identities }) => identities),
        known: Object.fromEntries(mine.map((identity) => [identity, member.id])),
      },
    );
    try {
      const came = await client.contributions.import(body, { id });
      // Whoever finds all of them in the work needs no more words.
      return leftOut(came, seen) === 0 ? onDone() : setAnswer(came);
    } catch (error) {
      return setFailed(error);
    }
  };
  return { bring, failed, answer };
}
