// What a line is called. A line of a history has words of the node, which are English and signed as
// they are: what they say is said in the reader's language from the facts in them.

import { useCallback } from 'react';
import { useLocale } from '../../words/locale.tsx';
import type { Language } from '../../words/locale.tsx';
import { monthText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

interface Named {
  readonly what: string | null;
  readonly kind: string;
  /** False once its author has said what it really was. */
  readonly estimate?: boolean | undefined;
}

/** What an estimate from a history was computed from. */
export interface Estimated {
  readonly commits: number;
  readonly sessions: number;
  /** YYYY-MM. */
  readonly month: string;
}

const ESTIMATED =
  /^(\d+) commits? in (\d+) sessions?, (\d{4}-\d\d); hours estimated from commit times$/;

/** The facts in the words of an estimate, as the importer writes them; undefined for any others. */
export function estimatedIn(what: string): Estimated | undefined {
  const [, commits, sessions, month] = ESTIMATED.exec(what) ?? [];
  if (commits === undefined || sessions === undefined || month === undefined) return undefined;
  return { commits: Number(commits), sessions: Number(sessions), month };
}

/**
 * What an estimate says in the reader's language, where that is not what was written: hours that
 * their author has confirmed are estimated no longer. Undefined for any other line.
 */
export function estimateTold({ what, estimate }: Omit<Named, 'kind'>, language: Language) {
  const facts = what === null ? undefined : estimatedIn(what);
  if (facts === undefined) return undefined;
  if (estimate === false) return { word: 'estimated.confirmed', facts } as const;
  return language === 'en' ? undefined : ({ word: 'estimated', facts } as const);
}

/** What a line is called: what its author wrote, else its kind. */
export function useLineName(): (line: Named) => string {
  const say = useWorkRoomWords();
  const { language, locale } = useLocale();
  return useCallback(
    ({ what, kind, estimate }) => {
      const told = estimateTold({ what, estimate }, language);
      if (told !== undefined) {
        const { commits, sessions, month } = told.facts;
        return say(told.word, { commits, sessions, month: monthText(month, locale) });
      }
      const word = `kind.${kind}`;
      if (what !== null && what !== '') return what;
      return say.has(word) ? say(word) : kind;
    },
    [say, language, locale],
  );
}
