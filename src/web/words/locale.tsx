import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { remember } from '../keep/remembered.ts';

/** The languages of the app, by their codes, each with its own name. */
export const languages = { en: 'English', ar: 'العربية', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** What `Intl` is asked for: digits and separators of one system a page. */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-EG-u-nu-arab',
  de: 'de-DE',
};

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
