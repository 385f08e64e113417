import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { workAsked } from '../../app/questions.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, Segments, TextField } from '../../parts/controls/field.tsx';
import { useDraft } from '../../keep/draft.ts';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { Problem } from '../../../sdk/client.ts';
import { useBringRoomWords } from '../../words/bring/words.ts';
import { ChooseFile } from '../begin/source/choose-file.tsx';
import { Reading } from '../begin/source/reading.tsx';
import { useSource } from '../begin/source/use-source.ts';
import type { Source } from '../begin/source/use-source.ts';
import { useStepFocus } from '../begin/step-focus.ts';
import '../begin/path.css';
import '../begin/source/source.css';
import { SeenPart } from './seen-part.tsx';
import { askedOf, formatOf, formats, nothing } from './typed.ts';
import type { Bringing } from './typed.ts';

/** A time sheet or a history, line by line, before its lines come in as drafts. */
export default function BringRoom() {
  const say = useBringRoomWords();
  const { work: id } = useParams({ from: '/works/$work/bring' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const draft = useDraft<Bringing>(`bring:${id}`, nothing);
  const source = useSource(`bring:${id}`);
  const place = useStepFocus(source.seen === undefined ? 'file' : 'seen');
  if (!draft.ready || !source.ready) return <Loading />;
  const shown = { typed: draft.value, change: (next: Partial<Bringing>) => draft.change(next) };
  return (
    <div className="path" ref={place} tabIndex={-1}>
      <div className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('title')}</h1>
        <p className="second">{say('says')}</p>
      </div>
      {source.seen === undefined ? (
        <SheetForm {...shown} source={source} />
      ) : (
        <SeenPart {...shown} source={source} seen={source.seen} work={work} draft={draft} />
      )}
    </div>
  );
}

interface Props {
  readonly typed: Bringing;
  readonly change: (next: Partial<Bringing>) => void;
  readonly source: Source;
}

function SheetForm({ typed, change, source }: Props) {
  const say = useBringRoomWords();
  const { failed, file, progress } = source;
  const look = (next: File, more: Partial<Bringing> = {}): void => {
    change(more);
    void source.look(askedOf({ ...typed, ...more }, next));
  };
  if (progress !== undefined) return <Reading progress={progress} onStop={source.stop} />;
  return (
    <div className="path-form">
      <Choose
        label={say('format')}
        value={typed.format}
        choices={formats.map((value) => ({ value, label: say(`format.${value}`) }))}
        onChoose={(format) => change({ format })}
      />
      <ChooseFile
        label={say('file')}
        hint={say(typed.format === 'csv' ? 'file.csv' : 'file.hint')}
        accept=".csv,.txt,.timeclock,.timelog,.log,.gz,text/csv,text/plain,application/gzip"
        file={file}
        onFile={(next) => look(next, { format: formatOf(next.name, typed.format) })}
      />
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('kept')} />}
      <Unsaid typed={typed} change={change} failed={failed} />
      {file === undefined ? null : (
        <div className="path-acts is-held">
          <Button look="ink" onClick={() => look(file)} wide>
            {say('look')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What some sheets do not say themselves. It stands open where that was why one was refused. */
function Unsaid({ typed, change, failed }: Omit<Props, 'source'> & { readonly failed: unknown }) {
  const say = useBringRoomWords();
  const code = failed instanceof Problem ? failed.code : '';
  const isAsked = code === 'dates-ambiguous' || code === 'import-author-missing';
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="path-more"
      open={isOpen || isAsked}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{say('unsaid')}</summary>
      <div className="path-form">
        <Segments
          label={say('dates')}
          value={typed.dates}
          choices={[
            { value: '', label: say('dates.plain') },
            { value: 'us', label: say('dates.us') },
            { value: 'eu', label: say('dates.eu') },
          ]}
          onChoose={(dates) => change({ dates })}
        />
        <TextField
          label={say('whose')}
          hint={say('whose.hint')}
          value={typed.whose}
          autoComplete="off"
          onChange={(event) => change({ whose: event.target.value })}
        />
      </div>
    </details>
  );
}
