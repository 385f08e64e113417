import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of the doors: how one comes in, and what is said to whom it does not open. */
export const useEnterWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
