import type { AgentAnswer } from '../../../actions/agents/answers.ts';
import { useLocale } from '../../words/locale.tsx';
import { usePeopleRoomWords } from '../../words/people/words.ts';

export const icons = {
  person: 'people',
  organisation: 'organisation',
  machine: 'machine',
} as const;

/** The law of a jurisdiction, such as AU or AU-VIC, by the name of its country. */
export function useLawName(): (code: string) => string {
  const { locale } = useLocale();
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return (code) => {
    const country = code.slice(0, 2);
    const name = /^[A-Z]{2}$/.test(country) ? regions.of(country) : undefined;
    return name === undefined ? code : code === country ? name : `${name} (${code})`;
  };
}

/** Where the key of an agent is; of an unclaimed name, that it has none, or whose it is. */
export function useKeyLabel(nameOf: (id: string) => string): (agent: AgentAnswer) => string {
  const say = usePeopleRoomWords();
  return (agent) => {
    if (agent.claimedBy !== null) return say('key.claimed', { name: nameOf(agent.claimedBy) });
    if (agent.unclaimed) return say('key.none');
    return say(agent.keptByNode ? 'key.node' : 'key.own');
  };
}
