import { useInfiniteQuery } from '@tanstack/react-query';
import { worksAsked } from '../../../app/questions.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { percentText } from '../../../words/numbers.ts';
import { useReleaseWords } from '../../../words/release/words.ts';
import { BelowRow } from './below-row.tsx';
import type { Below, Stood } from './typed.ts';
import './next-release.css';

/** What a release can build on, by its id. */
export interface Known {
  readonly value: string;
  readonly label: string;
}

/** Of every work but one the release that is meant. */
export function useOthers(work: string): readonly Known[] {
  const say = useReleaseWords();
  const works = useInfiniteQuery(worksAsked);
  if (works.hasNextPage && !works.isFetchingNextPage) void works.fetchNextPage();
  const all = works.data?.pages.flatMap(({ items }) => items) ?? [];
  return all
    .filter(({ id }) => id !== work)
    .map(({ release, title, number }) => ({
      value: release,
      label: say('of', { work: title, number }),
    }));
}

interface Props {
  readonly known: readonly Known[];
  readonly rows: readonly Below[];
  readonly read: Stood;
  /** Whether it was sent once: only then is it said what is wrong. */
  readonly asked: boolean;
  readonly onChange: (rows: readonly Below[]) => void;
}

/** What a release builds on, row by row, and what flows there together. */
export function Foundation({ known, rows, read, asked, onChange }: Props) {
  const say = useReleaseWords();
  const { locale } = useLocale();
  const free = known.find(({ value }) => rows.every(({ release }) => release !== value));
  const share = percentText(read.flows, locale);
  return (
    <fieldset className="next-release-rows">
      <legend className="section-title">{say('builds')}</legend>
      <p className="second">{say('builds.hint')}</p>
      {rows.map((row, at) => (
        <BelowRow
          key={at}
          row={row}
          known={known}
          wrong={asked ? read.wrong[at] : undefined}
          onChange={(next) => onChange(rows.with(at, { ...row, ...next }))}
          onRemove={() => onChange(rows.toSpliced(at, 1))}
        />
      ))}
      {free === undefined ? null : (
        <div>
          <Button
            look="plain"
            icon="plus"
            onClick={() => onChange([...rows, { release: free.value, percent: '' }])}
          >
            {say('more')}
          </Button>
        </div>
      )}
      {rows.length === 0 ? null : (
        <p role="status" className={read.isTooMuch ? 'field-error' : 'second'}>
          {read.isTooMuch
            ? say('too-much', { share })
            : say('flows', { share, rest: percentText(read.rest, locale) })}
        </p>
      )}
    </fieldset>
  );
}
