import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of the frame and of the parts, which every page has. */
export const useAppWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
