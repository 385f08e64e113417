import { useEffect, useRef, useState } from 'react';
import { useClient, useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
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
  const { bring, failed } = useBringing({ typed, source, onDone });
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void bring();
  }, [bring]);
  const lines = source.seen?.lines.length ?? 0;
  return (
    <section className="path-form">
      <div className="group" role="status">
        <h1 className="title">{say('bring', { n: lines })}</h1>
        <p className="lead">{say('bring.says')}</p>
      </div>
      {failed === undefined ? (
        <progress className="source-progress" aria-label={say('bring', { n: lines })} />
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

/** Composing many drafts takes a moment, in which nothing is drawn: first what is going on. */
const shown = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function useBringing({ typed, source: { seen }, onDone }: Props) {
  const client = useClient();
  const member = useMember();
  const [failed, setFailed] = useState<unknown>();
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
      await client.contributions.import(body, { id });
      return onDone();
    } catch (error) {
      return setFailed(error);
    }
  };
  return { bring, failed };
}
