import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { remember } from '../keep/remembered.ts';
import { languages, locales } from './languages.ts';
import type { Language } from './languages.ts';

export { languages };
export type { Language };

/** The language of the page, and what follows from it. */
export interface Locale {
  readonly language: Language;
  /** For `Intl`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Between two things that are said one after the other. */
  readonly comma: string;
  readonly choose: (language: Language) => void;
}

const Context = createContext<Locale | undefined>(undefined);

/** Which way a language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr';

function chosen(): Language {
  const { lang } = document.documentElement;
  return lang in languages ? (lang as Language) : 'en';
}

/** Gives everything below it the language that was chosen, and the way to choose another. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(chosen);
  const choose = useCallback((next: Language) => {
    remember('language', next);
    document.documentElement.lang = next;
    document.documentElement.dir = directionOf(next);
    setLanguage(next);
  }, []);
  const value = useMemo(
    () => ({
      language,
      locale: locales[language],
      direction: directionOf(language),
      comma: language === 'ar' ? '، ' : ', ',
      choose,
    }),
    [language, choose],
  );
  return <Context value={value}>{children}</Context>;
}

/** The language of the page. */
export function useLocale(): Locale {
  const found = use(Context);
  if (found === undefined) throw new Error('There is no LocaleProvider above.');
  return found;
}
