import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FIRST_NAMES, nameOf } from '../../../domain/agents/name.ts';
import { Refusal } from '../../../domain/refusals.ts';
import { nodeAsked } from '../../app/questions.ts';
import { useClient } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';

interface Props {
  readonly onDone?: () => void;
  /** Of the button, in place of "Go on". */
  readonly word?: string;
  readonly autoFocus?: boolean;
}

interface Typed {
  /** Undefined while the name that is there stands. */
  readonly node?: string;
  readonly owner?: string;
}

const untouched: Typed = {};

/** What is typed in place of a name that nobody has given yet. */
const given = (name: string, first: string): string => (name === first ? '' : name);

/** What the owner calls the node, and themselves. What is refused stays in its field. */
export function NodeNameForm({ onDone, word, autoFocus = false }: Props) {
  const say = useBeginRoomWords();
  const { data: node } = useSuspenseQuery(nodeAsked);
  const draft = useDraft<Typed>('node-name', untouched);
  const [asked, setAsked] = useState(false);
  const names = {
    node: draft.value.node ?? given(node.name, FIRST_NAMES.node),
    owner: draft.value.owner ?? given(node.owner.name, FIRST_NAMES.owner),
  };
  const { keep, busy, failed } = useNaming(names, async () => {
    await draft.discard();
    onDone?.();
  });
  const wrong = { node: wrongIn(names.node), owner: wrongIn(names.owner) };
  const told = (of: keyof typeof wrong): object =>
    asked && wrong[of] !== undefined ? { error: say(wrong[of]) } : {};
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        setAsked(true);
        if (wrong.node === undefined && wrong.owner === undefined) void keep();
      }}
    >
      <TextField
        label={say('node.name')}
        hint={say('node.name.hint')}
        {...told('node')}
        value={names.node}
        autoFocus={autoFocus}
        autoComplete="off"
        onChange={(event) => draft.change({ node: event.target.value })}
      />
      <TextField
        label={say('owner.name')}
        hint={say('owner.name.hint')}
        {...told('owner')}
        value={names.owner}
        autoComplete="name"
        onChange={(event) => draft.change({ owner: event.target.value })}
      />
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('draft.kept')} />}
      <div className="path-acts">
        <Button type="submit" look="ink" busy={busy} wide>
          {word ?? say('next')}
        </Button>
      </div>
    </Form>
  );
}

export default NodeNameForm;

type Wrong = 'name-missing' | 'name-too-long' | 'name-malformed';
const wrongs: readonly string[] = ['name-missing', 'name-too-long', 'name-malformed'];

/** Why a name cannot be one, by the rule that the node has. */
function wrongIn(text: string): Wrong | undefined {
  try {
    nameOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || !wrongs.includes(error.code)) throw error;
    return error.code as Wrong;
  }
}

/** Says the names that differ from those that stand. */
function useNaming(
  names: { readonly node: string; readonly owner: string },
  onDone: () => Promise<void>,
) {
  const client = useClient();
  const questions = useQueryClient();
  const { data: node } = useSuspenseQuery(nodeAsked);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const keep = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailed(undefined);
    try {
      const { id: agent, name } = node.owner;
      if (names.node !== node.name) await client.node.name({ name: names.node });
      if (names.owner !== name) await client.agents.name({ agent, name: names.owner });
      await questions.invalidateQueries();
      await onDone();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, failed };
}
