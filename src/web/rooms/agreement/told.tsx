import { use, useMemo } from 'react';
import type { Saying } from '../../../domain/agreements/wording/saying.ts';
import { inEnglish } from '../../../domain/agreements/wording/saying.ts';
import type { Stretch, Tongue } from '../../words/agreement-text/tongue.ts';
import { tongueMakerIn } from '../../words/agreement-text/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useTermsWords } from '../../words/terms/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { usual } from './terms/columns.ts';

/** Who says agreements in the reader's language; undefined where that is English. */
export function useTongue(): Tongue | undefined {
  const { language, locale } = useLocale();
  const sayTerms = useTermsWords();
  const sayWork = useWorkRoomWords();
  const make = language === 'en' ? undefined : use(tongueMakerIn(language));
  return useMemo(
    () =>
      make?.(locale, {
        kind: (id) => {
          const name = `kind.${id}`;
          return sayWork.has(name) ? sayWork(name) : undefined;
        },
        userClass: (id, name) => {
          const free = `free.${id}`;
          const isUsual = Object.entries(usual).some(([one, own]) => one === id && own === name);
          return isUsual && sayTerms.has(free) ? sayTerms(free) : undefined;
        },
      }),
    [make, locale, sayTerms, sayWork],
  );
}

interface Props {
  readonly said: Saying;
  readonly tongue: Tongue;
}

/** A sentence of an agreement in the reader's language; in English where that has none for it. */
export function Told({ said, tongue }: Props) {
  const stretches = tongue.stretches(said);
  if (stretches === undefined) {
    return (
      <bdi lang="en" dir="ltr">
        {inEnglish(said)}
      </bdi>
    );
  }
  return stretches.map((one, at) => <Piece key={`${at} ${one.text}`} stretch={one} />);
}

function Piece({ stretch: { text, apart = false, english = false } }: { stretch: Stretch }) {
  if (english) return <bdi lang="en">{text}</bdi>;
  return apart ? <bdi>{text}</bdi> : text;
}
