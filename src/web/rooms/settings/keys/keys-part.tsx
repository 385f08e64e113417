import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { KeyAnswer } from '../../../../actions/agents/answers.ts';
import { reader, useClient, useKeyPlace } from '../../../app/session.ts';
import type { Member } from '../../../app/session.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { StatusChip } from '../../../parts/states/status-chip.tsx';
import { useDeviceWords } from '../../../words/device/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import { dayText } from '../../../words/numbers.ts';
import { askWhoIsIn } from '../../enter/entered.ts';
import AddSheet from './add-device-sheet.tsx';
import EndSheet from './end-key-sheet.tsx';
import { useKeyName } from './key-name.ts';
import { Part } from '../part.tsx';

/** The key of this browser, as others name it; null where it has none of theirs. */
async function keyHere(agent: string): Promise<string | null> {
  const { deviceKey, multikeyOfDevice } = await import('../../../keep/device-key.ts');
  const key = await deviceKey(agent);
  return key === undefined ? null : multikeyOfDevice(key);
}

/** All keys of a member. */
export const keysAsked = (id: string) =>
  queryOptions({ queryKey: ['keys', id], queryFn: () => reader.keys.list(id) });

/** Which of them this browser has. */
export const keyHereAsked = (id: string) =>
  queryOptions({ queryKey: ['device-key', id, 'public'], queryFn: () => keyHere(id) });

/** The keys of a member, one for each device: which live, which is here, and how one ends. */
export function KeysPart({ member }: { readonly member: Member }) {
  const say = useDeviceWords();
  const place = useKeyPlace();
  const { data, error, refetch } = useQuery(keysAsked(member.id));
  const here = useQuery(keyHereAsked(member.id)).data;
  const [ending, setEnding] = useState<KeyAnswer>();
  const [isAdding, setAdding] = useState(false);
  const all = data?.items ?? [];
  const living = all.filter(({ ended }) => ended === null);
  const isEnded = all.some((key) => key.publicKey === here && key.ended !== null);
  const canSign = place === 'node' || (place === 'here' && !isEnded);
  const isHere = place === 'here' && !isEnded;
  return (
    <Part id="keys" title={say('keys')} lead={say('keys.are')}>
      {error === null ? null : <ErrorNote error={error} />}
      <ul className="settings-list">
        {all.map((key) => (
          <Key
            key={key.publicKey}
            shown={key}
            isHere={key.publicKey === here}
            {...(canSign && living.length > 1 && { onEnd: () => setEnding(key) })}
          />
        ))}
      </ul>
      {isEnded ? <p role="status">{say('ended')}</p> : null}
      {place === undefined || here === undefined ? null : (
        <div className="row">
          {canSign ? (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {say('add')}
            </Button>
          ) : null}
          {isHere ? null : <MakeHere member={member} onMade={() => void refetch()} />}
        </div>
      )}
      {isAdding ? <AddSheet agent={member.id} onClose={() => setAdding(false)} /> : null}
      {ending === undefined ? null : (
        <EndSheet
          shown={ending}
          isHere={ending.publicKey === here}
          left={living.length - 1}
          onDone={() => {
            setEnding(undefined);
            void refetch();
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Part>
  );
}

interface KeyProps {
  readonly shown: KeyAnswer;
  readonly isHere: boolean;
  readonly onEnd?: () => void;
}

function Key({ shown, isHere, onEnd }: KeyProps) {
  const say = useDeviceWords();
  const { locale } = useLocale();
  const name = useKeyName()(shown);
  const { since, ended, publicKey, keptByNode } = shown;
  const dayOf = (at: string): string => dayText(at.slice(0, 10), locale);
  return (
    <li>
      <div>
        <p className="name">
          <bdi>{name}</bdi>
          {isHere ? <span className="second"> · {say('key.here')}</span> : null}
        </p>
        <p className="caption">
          {ended === null
            ? say('key.since', { day: dayOf(since.at) })
            : say('key.ended', { from: dayOf(since.at), to: dayOf(ended.at) })}
        </p>
        <code className="mono caption settings-multikey" dir="ltr">
          {publicKey}
        </code>
      </div>
      {ended !== null ? (
        <StatusChip status="withdrawn" word={say('key.over')} />
      ) : onEnd === undefined ? null : (
        <Button look="plain" onClick={onEnd} aria-label={say('end.of', { name })}>
          {say(keptByNode ? 'take' : 'end')}
        </Button>
      )}
    </li>
  );
}

interface MakeProps {
  readonly member: Member;
  readonly onMade: () => void;
}

/**
 * A key for this device: where the node signs for them still, it adds it at once; otherwise another
 * device of theirs does.
 */
function MakeHere({ member, onMade }: MakeProps) {
  const say = useDeviceWords();
  const client = useClient();
  const questions = useQueryClient();
  const place = useKeyPlace();
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const make = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const { offered } = await import('../../device/offering.ts');
      await offered(member.id, say('name.here'), (offer) => client.keys.add(offer));
      await askWhoIsIn(questions);
      onMade();
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  if (!('subtle' in crypto)) return <p className="second">{say('no-webcrypto')}</p>;
  if (place !== 'node') {
    return (
      <Link to="/device" hash={member.id} className="button outlined">
        {say('make.offer')}
      </Link>
    );
  }
  return (
    <>
      <Button icon="key" busy={state.busy} onClick={() => void make()}>
        {say('make.here')}
      </Button>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
    </>
  );
}
