import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { WorkAnswer } from '../../../../actions/works/answers.ts';
import { useDraft } from '../../../keep/draft.ts';
import type { Draft } from '../../../keep/draft.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Form } from '../../../parts/controls/form.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { useToast } from '../../../parts/panels/toast.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { KeyNote } from '../../../parts/states/key-note.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { useReleaseWords } from '../../../words/release/words.ts';
import { useActing } from '../../contribution/acting.ts';
import { Foundation, useOthers } from './foundation.tsx';
import type { Known } from './foundation.tsx';
import { stood } from './typed.ts';
import type { Below } from './typed.ts';
import '../../contribution/contribution.css';
import './next-release.css';

interface Props {
  readonly work: WorkAnswer;
  readonly onClose: () => void;
}

/** Earlier releases of the work, and of every other work the release that is meant. */
function useKnown(work: WorkAnswer): readonly Known[] {
  const say = useReleaseWords();
  const others = useOthers(work.id);
  const own = work.releases.map(({ id, number }) => ({
    value: id,
    label: say('of', { work: work.title, number }),
  }));
  return [...others, ...own];
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
  const known = useKnown(work);
  const adding = useAdding(work, number, draft);
  const { locale } = useLocale();
  const read = stood(draft.value.rows, locale);
  const isRight = !read.isTooMuch && read.wrong.every((one) => one === undefined);
  return (
    <Sheet title={say('title', { number })} onClose={onClose}>
      <Form
        className="next-release"
        onSubmit={() => {
          setAsked(true);
          if (isRight && draft.ready && !adding.busy) adding.send();
        }}
      >
        <div className="group">
          <p className="lead">{say('lead')}</p>
          <p className="second">{say('before')}</p>
        </div>
        {draft.restored ? <p className="caption">{say('restored')}</p> : null}
        <Foundation
          known={known}
          rows={draft.value.rows}
          read={read}
          asked={asked}
          onChange={(rows) => draft.change({ rows })}
        />
        <p className="second">{say('final')}</p>
        <KeyNote />
        {adding.error === null ? null : <ErrorNote error={adding.error} kept={say('kept')} />}
        <div className="row">
          <Button type="submit" look="ink" busy={adding.busy}>
            {say('add')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
