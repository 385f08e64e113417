import type { KeyAnswer } from '../../../../actions/agents/answers.ts';
import { useDeviceWords } from '../../../words/device/words.ts';

/** What a key is called: as its holder says, or as what it is. */
export function useKeyName(): (key: KeyAnswer) => string {
  const say = useDeviceWords();
  return ({ name, keptByNode }) => name ?? say(keptByNode ? 'key.kept' : 'key.first');
}
