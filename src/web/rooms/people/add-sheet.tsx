import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { agentKinds } from '../../../domain/agents/agent.ts';
import { allAgentsAsked } from '../../app/questions.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, Segments, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { usePeopleRoomWords } from '../../words/people/words.ts';
import { useActing } from '../contribution/acting.ts';
import type { Acting } from '../contribution/acting.ts';
import '../contribution/contribution.css';

type Kind = (typeof agentKinds)[number];

interface Typed {
  readonly kind: Kind;
  readonly name: string;
  readonly responsible: string;
  readonly jurisdiction: string;
}

const nothing: Typed = { kind: 'person', name: '', responsible: '', jurisdiction: '' };

/** Adds a person, an organisation or a machine, with a key that the node keeps for them. */
export default function AddSheet({ onClose }: { readonly onClose: () => void }) {
  const say = usePeopleRoomWords();
  const draft = useDraft<Typed>('agent', nothing);
  const [asked, setAsked] = useState(false);
  const { kind, name, responsible, jurisdiction } = draft.value;
  const needsOne = kind === 'machine';
  const acting = useAdding(draft, onClose);
  const send = (): void => {
    setAsked(true);
    if (name.trim() !== '' && (!needsOne || responsible !== '')) acting.send();
  };
  return (
    <Sheet title={say('add')} onClose={onClose}>
      <Form className="line-form" onSubmit={send}>
        <Segments
          label={say('kind')}
          value={kind}
          choices={agentKinds.map((each) => ({ value: each, label: say(`kind.${each}`) }))}
          onChoose={(next) => draft.change({ kind: next })}
        />
        <TextField
          label={say('name')}
          {...(asked && name.trim() === '' && { error: say('name.missing') })}
          value={name}
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => draft.change({ name: target.value })}
        />
        {needsOne ? (
          <Responsible
            value={responsible}
            isMissing={asked && responsible === ''}
            onChoose={(next) => draft.change({ responsible: next })}
          />
        ) : null}
        <TextField
          label={say('law.where')}
          hint={say('law.hint')}
          value={jurisdiction}
          maxLength={40}
          autoComplete="off"
          onChange={({ target }) => draft.change({ jurisdiction: target.value })}
        />
        <p className="second">{say(needsOne ? 'add.machine' : 'add.key')}</p>
        {acting.error === null ? null : <ErrorNote error={acting.error} kept={say('kept')} />}
        <div className="row">
          <Button type="submit" look="ink" busy={acting.busy}>
            {say('add.do')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

/** Makes the key that the node keeps, and adds its agent under one id: a second try is the same. */
function useAdding(draft: ReturnType<typeof useDraft<Typed>>, onClose: () => void): Acting {
  const say = usePeopleRoomWords();
  const toast = useToast();
  const { kind, name, responsible, jurisdiction } = draft.value;
  return useActing(
    async (client, { id = client.newId('agent_') }) => {
      const { publicKey } = await client.keys.make(id);
      const said = { name: name.trim(), kind, publicKey, keptByNode: true };
      const law = jurisdiction.trim().toUpperCase();
      const more = {
        ...(kind === 'machine' && { responsible }),
        ...(law !== '' && { jurisdiction: law }),
      };
      return client.agents.add({ ...said, ...more }, { id });
    },
    async () => {
      await draft.discard();
      toast({ text: say('added', { name: name.trim() }) });
      onClose();
    },
    'agent_',
  );
}

interface ResponsibleProps {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChoose: (agent: string) => void;
}

/** Who answers for a machine: a person or an organisation, never another machine. */
function Responsible({ value, isMissing, onChoose }: ResponsibleProps) {
  const say = usePeopleRoomWords();
  const { data: agents = [] } = useQuery(allAgentsAsked);
  const able = agents.filter(
    (one) => one.kind !== 'machine' && !one.unclaimed && one.claimedBy === null,
  );
  return (
    <Choose
      label={say('answers')}
      {...(isMissing && { error: say('answers.missing') })}
      value={value}
      choices={[
        { value: '', label: say('claim.choose') },
        ...able.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={onChoose}
    />
  );
}
