import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { workAsked } from '../../app/questions.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';

interface Watched {
  readonly work: WorkAnswer;
  /** It was owing when this page was opened, and is open now. */
  readonly hasOpened: boolean;
  /** What is shown of the work where nobody says of which release. */
  readonly newest: WorkAnswer;
}

/**
 * A work that stays on the release that was shown. As one opens, what was not decided goes on to a
 * next release: whoever looks on is told of the opening, and not moved there.
 */
export function useWatched(id: string, release: string | undefined): Watched {
  const { data: newest } = useSuspenseQuery(workAsked(id, release));
  const [seen, setSeen] = useState(newest);
  const stays = release === undefined && newest.release.id !== seen.release.id;
  const shown = stays ? seen.release.id : release;
  const { data: kept = seen } = useQuery({
    ...workAsked(id, shown),
    placeholderData: keepPreviousData,
  });
  const work = stays ? kept : newest;
  // Another release that somebody chose is watched from then on.
  if (release !== undefined && seen.release.id !== newest.release.id) setSeen(newest);
  const hasOpened = seen.release.id === work.release.id && seen.status === 'owing';
  return { work, hasOpened: hasOpened && work.status === 'open', newest };
}

interface Props {
  readonly work: WorkAnswer;
  readonly newest: WorkAnswer;
}

/** Says that the release on this page has opened, and leads to its opening and what follows. */
export function JustOpened({ work, newest }: Props) {
  const say = useWorkRoomWords();
  const params = { work: work.id };
  const { number } = work.release;
  const next = newest.release;
  return (
    <section className="work-just-opened" role="status">
      <p className="panel-title">
        {say.rich('opened.now', { work: <bdi key="work">{work.title}</bdi>, number })}
      </p>
      <div className="row">
        <Link
          to="/works/$work/opening"
          params={params}
          search={{ release: work.release.id }}
          className={buttonClass('ink')}
        >
          {say('see-opening')}
        </Link>
        {next.id === work.release.id ? null : (
          <Link
            to="/works/$work"
            params={params}
            search={{ release: next.id }}
            className={buttonClass()}
          >
            {say('release', { number: next.number })}
          </Link>
        )}
      </div>
    </section>
  );
}
