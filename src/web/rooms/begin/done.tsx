import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { nodeAsked } from '../../app/questions.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import type { StepProps } from './beginning.ts';
import { peopleOf, wholeHours } from './source/people.ts';
import type { Source } from './source/use-source.ts';

interface Props extends StepProps {
  readonly source: Source;
}

/** What has been answered so far, each with the way back to it. */
export function Done({ typed, change, source }: Props) {
  const say = useBeginRoomWords();
  const sayWorks = useWorksRoomWords();
  const { data: node } = useQuery(nodeAsked);
  const kind = `kind.${typed.kind}`;
  const from = useFrom({ typed, source });
  return (
    <ul className="path-done">
      {typed.named ? (
        <DoneLine
          name={node?.name ?? ''}
          onChange={typed.added ? undefined : () => change({ step: 'node' })}
        >
          {say('node.done')}
        </DoneLine>
      ) : null}
      <DoneLine
        name={typed.title}
        onChange={typed.added ? undefined : () => change({ step: 'work' })}
      >
        {sayWorks.has(kind) ? sayWorks(kind) : typed.kind} · <bdi>{typed.currency}</bdi>
        {from === undefined ? null : (
          <>
            <br />
            {from}
          </>
        )}
        {from === undefined && typed.taken && typed.from !== 'name' ? (
          <>
            <br />
            {say('source.lost')}
          </>
        ) : null}
        {typed.added ? (
          <>
            <br />
            {say('added')}
          </>
        ) : null}
      </DoneLine>
    </ul>
  );
}

/** What a work begins from, where its name is being written. */
export function FromSource({ typed, change, source }: Props) {
  const say = useBeginRoomWords();
  const from = useFrom({ typed, source });
  return (
    <ul className="path-done">
      <DoneLine
        name={source.seen?.source ?? ''}
        onChange={() => change({ step: 'people' })}
        word={say('people.see')}
      >
        {from}
      </DoneLine>
    </ul>
  );
}

/** "From a repository: 2 people, about 129 h, as drafts", where it begins from one. */
function useFrom({ typed, source: { seen } }: Pick<Props, 'typed' | 'source'>): string | undefined {
  const say = useBeginRoomWords();
  const { apart, taken, from } = typed;
  const found = useMemo(
    () => (taken && seen !== undefined ? peopleOf(seen, { apart }) : undefined),
    [taken, seen, apart],
  );
  if (found === undefined || from === 'name') return undefined;
  const { people, hours } = found;
  return say(`done.${from}`, { n: people.length, hours: Number(wholeHours(hours)) });
}

interface LineProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly onChange: (() => void) | undefined;
  readonly word?: string;
}

function DoneLine({ name, children, onChange, word }: LineProps) {
  const say = useBeginRoomWords();
  return (
    <li>
      <svg className="path-tick icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="12" />
        <path d="M7.5 12.3l3 3 6-6.4" />
      </svg>
      <div>
        <p className="name clamped">
          <bdi>{name}</bdi>
        </p>
        <p className="caption">{children}</p>
      </div>
      {onChange === undefined ? null : (
        <Button look="plain" onClick={onChange}>
          {word ?? say('change')}
        </Button>
      )}
    </li>
  );
}
