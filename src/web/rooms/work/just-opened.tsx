import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { workAsked } from '../../app/questions.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { openedBefore } from './opened-by.ts';

interface Watched {
  /** Undefined while the release that is to be shown is being asked for. */
  readonly work: WorkAnswer | undefined;
  /** It was owing when this page was opened, and is open now. */
  readonly hasOpened: boolean;
  /** The release to which one contributes now; where one was chosen, that one. */
  readonly newest: WorkAnswer;
}

/**
 * A work that stays on the release that was shown. As one opens, what was not decided goes on to a
 * next release: whoever looks on is told of the opening, and not moved there; and whoever comes
 * later sees the one that opened, as long as nothing counts in the next.
 */
export function useWatched(id: string, release: string | undefined): Watched {
  const { data: newest } = useSuspenseQuery(workAsked(id, release));
  const wanted = release ?? openedBefore(newest);
  const first = useQuery(workAsked(id, wanted)).data;
  const [seen, setSeen] = useState<{ readonly asked?: string | undefined; work: WorkAnswer }>();
  // Another release that somebody chooses is watched from then on.
  const watched = seen?.asked === release ? seen?.work : undefined;
  if (watched === undefined && first !== undefined) setSeen({ asked: release, work: first });
  const stays = watched !== undefined && first?.release.id !== watched.release.id;
  const kept = useQuery(workAsked(id, stays ? watched.release.id : wanted)).data;
  const work = stays ? (kept ?? watched) : first;
  const isSame = watched !== undefined && watched.release.id === work?.release.id;
  const hasOpened = isSame && watched.status === 'owing' && work?.status === 'open';
  return { work, hasOpened, newest };
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
