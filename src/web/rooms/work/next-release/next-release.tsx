import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { WorkAnswer } from '../../../../actions/works/answers.ts';
import { worksAsked } from '../../../app/questions.ts';
import { useDraft } from '../../../keep/draft.ts';
import type { Draft } from '../../../keep/draft.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { useToast } from '../../../parts/panels/toast.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { percentText } from '../../../words/numbers.ts';
import { useReleaseWords } from '../../../words/release/words.ts';
import { useActing } from '../../contribution/acting.ts';
import { KeyNote } from '../../contribution/line-form.tsx';
import { BelowRow } from './below-row.tsx';
import { stood } from './typed.ts';
import type { Below, Stood } from './typed.ts';
import '../../contribution/contribution.css';
import './next-release.css';

interface Props {
  readonly work: WorkAnswer;
  readonly onClose: () => void;
}

/** What a release can build on, by its id. */
interface Known {
  readonly value: string;
  readonly label: string;
}

/** Earlier releases of the work, and of every other work the release that is meant. */
function useKnown(work: WorkAnswer): readonly Known[] {
  const say = useReleaseWords();
  const works = useInfiniteQuery(worksAsked);
  if (works.hasNextPage && !works.isFetchingNextPage) void works.fetchNextPage();
  const others = (works.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id }) => id !== work.id,
  );
  return [
    ...others.map(({ release, title, number }) => ({ id: release, title, number })),
    ...work.releases.map(({ id, number }) => ({ id, title: work.title, number })),
  ].map(({ id, title, number }) => ({ value: id, label: say('of', { work: title, number }) }));
}

interface Typed {
  readonly rows: readonly Below[];
}

function useAdding(work: WorkAnswer, number: number, draft: Draft<Typed>) {
  const { locale } = useLocale();
  const say = useReleaseWords();
  const toast = useToast();
  const navigate = useNavigate({ from: '/works/$work' });
  const release = useRef('');
  return useActing(
    async (client, how) => {
      const { buildsOn } = stood(draft.value.rows, locale);
      const body = { work: work.id, ...(buildsOn.length > 0 && { buildsOn: [...buildsOn] }) };
      release.current = (await client.releases.add(body, how)).id;
    },
    async () => {
      await draft.discard();
      toast({ text: say('added', { number }) });
      await navigate({ search: { release: release.current }, replace: true });
    },
    'rel_',
  );
}

/** Adds the next release of a work, with what it builds on and the part that flows there. */
export default function NextRelease({ work, onClose }: Props) {
  const say = useReleaseWords();
  const number = Math.max(...work.releases.map((one) => one.number)) + 1;
  const draft = useDraft<Typed>(`release:${work.id}`, { rows: [] });
  const [asked, setAsked] = useState(false);
  const adding = useAdding(work, number, draft);
  const { locale } = useLocale();
  const read = stood(draft.value.rows, locale);
  const isRight = !read.isTooMuch && read.wrong.every((one) => one === undefined);
  return (
    <Sheet title={say('title', { number })} onClose={onClose}>
      <form
        className="next-release"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isRight && draft.ready && !adding.busy) adding.send();
        }}
      >
        <div className="group">
          <p className="lead">{say('lead')}</p>
          <p className="second">{say('before')}</p>
        </div>
        {draft.restored ? <p className="caption">{say('restored')}</p> : null}
        <Foundation work={work} draft={draft} read={read} asked={asked} />
        <p className="second">{say('final')}</p>
        <KeyNote />
        {adding.error === null ? null : <ErrorNote error={adding.error} kept={say('kept')} />}
        <div className="row">
          <Button type="submit" look="ink" busy={adding.busy}>
            {say('add')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface FoundationProps {
  readonly work: WorkAnswer;
  readonly draft: Draft<Typed>;
  readonly read: Stood;
  readonly asked: boolean;
}

function Foundation({ work, draft, read, asked }: FoundationProps) {
  const say = useReleaseWords();
  const { locale } = useLocale();
  const known = useKnown(work);
  const { rows } = draft.value;
  const put = (next: readonly Below[]): void => draft.change({ rows: next });
  const free = known.find(({ value }) => rows.every(({ release }) => release !== value));
  const share = percentText(read.flows, locale);
  return (
    <fieldset>
      <legend className="section-title">{say('builds')}</legend>
      <p className="second">{say('builds.hint')}</p>
      {rows.map((row, at) => (
        <BelowRow
          key={at}
          row={row}
          known={known}
          wrong={asked ? read.wrong[at] : undefined}
          onChange={(next) => put(rows.with(at, { ...row, ...next }))}
          onRemove={() => put(rows.toSpliced(at, 1))}
        />
      ))}
      {free === undefined ? null : (
        <div>
          <Button
            look="plain"
            icon="plus"
            onClick={() => put([...rows, { release: free.value, percent: '' }])}
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
