import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of the form that adds a release. */
export const useReleaseWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
