import { useMoneyWords } from '../../words/money/words.ts';
import { useCallback } from 'react';
import type { Way } from './ways.ts';

/** What a way is called: people and works by their names, the rest in the reader's language. */
export function useWayNames(): (way: Way) => string {
  const say = useMoneyWords();
  return useCallback(
    ({ kind, name, amount, people = 0, to = 'payer' }: Way) => {
      if (name !== undefined) return name;
      if (kind === 'person') return say('others', { n: people });
      if (kind === 'dust' && amount.amount.startsWith('-')) return say('dust.out');
      if (kind === 'back') return say(`back.${to}`);
      return say(kind);
    },
    [say],
  );
}
