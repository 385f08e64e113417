import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allAgentsAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { useRecordWords } from '../../words/record/words.ts';

/** Everybody whose acts may stand in the list: all for the owner of the node. */
export function useAgents(): readonly { readonly id: string; readonly name: string }[] {
  const member = useMember();
  const isOwner = member?.owner === true;
  const found = useQuery({ ...allAgentsAsked, enabled: isOwner }).data;
  const alone = useMemo(() => (member === undefined ? [] : [member]), [member]);
  return found ?? alone;
}

/** What agents and acts are called in the reader's language. */
export function useNames() {
  const say = useRecordWords();
  const agents = useAgents();
  return useMemo(() => {
    const names = new Map(agents.map(({ id, name }) => [id, name]));
    return {
      agent: (id: string): string => names.get(id) ?? id,
      act: (type: string): string => {
        const word = `act.${type}`;
        return say.has(word) ? say(word) : type;
      },
    };
  }, [say, agents]);
}
