import { useState } from 'react';
import { leave, useClient, useKeyPlace } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { askWhoIsIn } from '../enter/entered.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Part } from './part.tsx';

/** Who one is here, and where the key is by which one signs. */
export function KeyPart({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  const place = useKeyPlace();
  const leaving = useMutation({ mutationFn: leave });
  return (
    <Part id="you" title={say('you')}>
      <Name member={member} />
      <p className="settings-key">
        <Icon name="key" />
        <span>{place === undefined ? '' : say(`key.${place}`)}</span>
      </p>
      <div className="row">
        <Button busy={leaving.isPending} onClick={() => leaving.mutate()}>
          {sayApp('sign-out')}
        </Button>
      </div>
      {leaving.isError ? <ErrorNote error={leaving.error} /> : null}
    </Part>
  );
}

/** One's own name, which one can change. */
function Name({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const client = useClient();
  const questions = useQueryClient();
  const toast = useToast();
  // Nothing is typed while the name only stands there.
  const draft = useDraft<{ readonly name: string | null }>('own-name', { name: null });
  const typed = draft.value.name;
  const setTyped = (next: string): void => draft.change({ name: next });
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const keep = async (name: string): Promise<void> => {
    setState({ busy: true });
    try {
      await client.agents.name({ agent: member.id, name });
      await askWhoIsIn(questions);
      await draft.discard();
      setState({ busy: false });
      toast({ text: say('name.kept', { name }) });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  if (typed === null) {
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
    <Form
      className="settings-form"
      onSubmit={() => {
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
        <Button look="plain" onClick={() => void draft.discard()}>
          {say('cancel')}
        </Button>
      </div>
    </Form>
  );
}
