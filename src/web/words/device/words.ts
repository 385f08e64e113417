import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of this room. */
export const useDeviceWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
