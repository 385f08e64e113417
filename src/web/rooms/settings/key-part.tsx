import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { leave, reader, useClient } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { askWhoIsIn } from '../enter/entered.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Facts, Part } from './part.tsx';

/** Whoever one is here, with their key. */
export const selfAsked = (id: string) =>
  queryOptions({ queryKey: ['agent', id], queryFn: () => reader.agents.show(id) });

/** Who one is here, by which key one signs, and where that key is. */
export function KeyPart({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  const agent = useQuery(selfAsked(member.id));
  const place = useKeyPlace(member);
  return (
    <Part id="you" title={say('you')}>
      <Name member={member} />
      <p className="settings-key">
        <Icon name="key" />
        <span>{place === undefined ? '' : say(`key.${place}`)}</span>
      </p>
      <Facts
        facts={[
          [
            say('key.public'),
            <code key="key" className="mono" dir="ltr">
              {agent.data?.publicKey ?? '…'}
            </code>,
          ],
        ]}
      />
      <div className="row">
        <Button onClick={() => void leave()}>{sayApp('sign-out')}</Button>
      </div>
    </Part>
  );
}

type KeyPlace = 'node' | 'here' | 'elsewhere';

/** Where the key of a member is: with the node, in this browser, or on another device. */
function useKeyPlace(member: Member): KeyPlace | undefined {
  const found = useQuery({
    queryKey: ['device-key', member.id],
    queryFn: async (): Promise<KeyPlace> => {
      const { deviceKey } = await import('../../keep/device-key.ts');
      return (await deviceKey(member.id)) === undefined ? 'elsewhere' : 'here';
    },
    enabled: !member.keptByNode,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return member.keptByNode ? 'node' : found;
}

/** One's own name, which one can change. */
function Name({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const client = useClient();
  const questions = useQueryClient();
  const toast = useToast();
  const [typed, setTyped] = useState<string>();
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const keep = async (name: string): Promise<void> => {
    setState({ busy: true });
    try {
      await client.agents.name({ agent: member.id, name });
      await askWhoIsIn(questions);
      setTyped(undefined);
      setState({ busy: false });
      toast({ text: say('name.kept', { name }) });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  if (typed === undefined) {
    return (
      <div className="row apart">
        <p className="name">
          <bdi>{member.name}</bdi>
        </p>
        <Button look="plain" onClick={() => setTyped(member.name)}>
          {say('name.change')}
        </Button>
      </div>
    );
  }
  const name = typed.trim();
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!state.busy && name !== '') void keep(name);
      }}
    >
      <TextField
        label={say('name')}
        {...(name === '' && { error: say('name.missing') })}
        value={typed}
        autoComplete="name"
        onChange={(event) => setTyped(event.target.value)}
      />
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      <div className="row">
        <Button type="submit" busy={state.busy}>
          {say('name.keep')}
        </Button>
        <Button look="plain" onClick={() => setTyped(undefined)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
