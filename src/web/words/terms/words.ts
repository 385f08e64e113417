import { wordsOf } from '../words.ts';
import en from './en.json' with { type: 'json' };

/** Words of the terms of an agreement: what each is called, what it may be, and the clauses. */
export const useTermsWords = wordsOf({
  en,
  ar: () => import('./ar.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
});
