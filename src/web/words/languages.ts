/** The languages of the app, by their codes, each with its own name. */
export const languages = { en: 'English', ar: 'العربية', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** What `Intl` is asked for: digits and separators of one system a page. */
export const locales: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  ar: 'ar-EG-u-nu-arab',
  de: 'de-DE',
};

/** What `Intl` is asked for, for a language of the page; English for any other. */
export const localeOf = (language: string): string =>
  language in locales ? locales[language as Language] : locales.en;
