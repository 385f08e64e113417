import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of workings: what each step says by its code, units, tables, and sums of any room. */
export const useWorkingsWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
