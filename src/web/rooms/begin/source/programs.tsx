import type { SourceShown } from '../../../../http/doors/imports.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useBeginRoomWords } from '../../../words/begin/words.ts';

/** The programs of a history, apart from its people: they are owed nothing. */
export function Programs({ programs }: Pick<SourceShown, 'programs'>) {
  const say = useBeginRoomWords();
  if (programs.length === 0) return null;
  return (
    <details className="path-more source-programs">
      <summary>{say('programs', { n: programs.length })}</summary>
      <ul>
        {programs.map(({ name, commits }) => (
          <li key={name}>
            <Icon name="machine" />
            <bdi className="name">{name}</bdi>
            <span className="caption">{say('programs.commits', { n: commits })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
