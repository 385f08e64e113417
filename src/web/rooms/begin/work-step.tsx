import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { workKinds } from '../../../domain/works/work.ts';
import { Problem } from '../../../sdk/client.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { isLocal } from '../../app/reach.ts';
import { useMay } from '../../app/may.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, Segments, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { questionOf } from './beginning.ts';
import type { From, StepProps } from './beginning.ts';
import { FromSource } from './done.tsx';
import { askedOf } from './people-step.tsx';
import { ChooseFile } from './source/choose-file.tsx';
import { Reading } from './source/reading.tsx';
import type { Source } from './source/use-source.ts';
import './source/source.css';

interface Props extends StepProps {
  readonly source: Source;
  readonly restored: boolean;
}

/** What it is that is made: by its name, or from what was made so far. */
export function WorkStep({ typed, change, source, restored }: Props) {
  const say = useBeginRoomWords();
  const isSeen = typed.taken && source.seen !== undefined;
  // Whoever goes through the ways by the arrow keys is not to be taken away from them.
  const [isFresh, setFresh] = useState(true);
  return (
    <div className="path-form">
      <div className="group">
        <p className="second">{say('question', questionOf(typed, 'work'))}</p>
        <h1 className="title">{say('what')}</h1>
        {restored && (typed.title !== '' || typed.path !== '') ? (
          <p className="second">{say('draft.kept')}</p>
        ) : null}
      </div>
      {isSeen ? (
        <FromSource typed={typed} change={change} source={source} />
      ) : (
        <WhereFrom
          typed={typed}
          change={(next) => {
            setFresh(false);
            change(next);
          }}
        />
      )}
      {isSeen || typed.from === 'name' ? (
        <NameForm typed={typed} change={change} autoFocus={isFresh} />
      ) : (
        <SourceForm typed={typed} change={change} source={source} />
      )}
    </div>
  );
}

const from: readonly From[] = ['name', 'path', 'file'];

function WhereFrom({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const may = useMay();
  const ways = from.filter(
    (way) =>
      way === 'name' || (way === 'path' ? isLocal() && may('import.read') : may('import.preview')),
  );
  if (ways.length === 1) return null;
  return (
    <Segments
      label={say('from')}
      value={typed.from}
      choices={ways.map((value) => ({ value, label: say(`from.${value}`) }))}
      onChoose={(from) => change({ from, taken: false })}
    />
  );
}

function SourceForm({ typed, change, source }: StepProps & { readonly source: Source }) {
  const say = useBeginRoomWords();
  const [asked, setAsked] = useState(false);
  const { locale } = useLocale();
  const { from, path } = typed;
  const look = async (more: { file?: File; shallow?: boolean } = {}): Promise<void> => {
    const { file = source.file, shallow = false } = more;
    change({ shallow, me: '' });
    const seen = await source.look(askedOf({ ...typed, shallow }, file, locale));
    if (seen !== undefined) change({ step: 'people' });
  };
  if (source.progress !== undefined) {
    return <Reading progress={source.progress} onStop={source.stop} />;
  }
  const isMissing = from === 'path' ? path.trim() === '' : source.file === undefined;
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        setAsked(true);
        if (!isMissing) void look();
      }}
    >
      {from === 'path' ? (
        <TextField
          label={say('path')}
          hint={say('path.hint')}
          {...(asked && isMissing && { error: say('path.missing') })}
          value={path}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => change({ path: event.target.value })}
        />
      ) : (
        <ChooseFile
          label={say('file')}
          hint={say('file.hint')}
          accept=".gz,.log,.txt,.history,application/gzip,text/plain"
          file={source.file}
          onFile={(file) => void look({ file })}
        />
      )}
      <Failed source={source} onShallow={() => void look({ shallow: true })} />
      <div className="path-acts is-held">
        {from === 'file' && isMissing ? null : (
          <Button type="submit" look="ink" wide>
            {say('look')}
          </Button>
        )}
        {source.seen === undefined || asked ? null : (
          <Button onClick={() => change({ step: 'people' })}>{say('look.again')}</Button>
        )}
      </div>
      <p className="second">{say('look.says')}</p>
    </Form>
  );
}

interface FailedProps {
  readonly source: Source;
  readonly onShallow: () => void;
}

/** Why a look was refused; a history that was cut off can be read as far as it goes. */
function Failed({ source: { failed }, onShallow }: FailedProps) {
  const say = useBeginRoomWords();
  if (failed === undefined) return null;
  const isShallow = failed instanceof Problem && failed.code === 'repository-shallow';
  return (
    <ErrorNote
      error={failed}
      kept={say('draft.kept')}
      acts={isShallow ? <Button onClick={onShallow}>{say('look.shallow')}</Button> : null}
    />
  );
}

function NameForm({ typed, change, autoFocus }: StepProps & { readonly autoFocus: boolean }) {
  const say = useBeginRoomWords();
  const [asked, setAsked] = useState(false);
  const missing = asked && typed.title.trim() === '';
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        setAsked(true);
        if (typed.title.trim() !== '') change({ step: 'terms' });
      }}
    >
      <TextField
        label={say('name')}
        hint={say('name.hint')}
        {...(missing && { error: say('name.missing') })}
        value={typed.title}
        maxLength={500}
        autoFocus={autoFocus}
        autoComplete="off"
        onChange={(event) => change({ title: event.target.value })}
      />
      <KindAndCurrency typed={typed} change={change} />
      <div className="path-acts is-held">
        <Button type="submit" look="ink" wide>
          {say('next')}
        </Button>
      </div>
    </Form>
  );
}

/** "AUD · Australian Dollar": what a currency is called in one's language, or on the node. */
function useCurrencyNames(): (code: string, name: string | null) => string {
  const { locale } = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' });
    const known = (code: string) => (/^[A-Z]{3}$/.test(code) ? names.of(code) : undefined);
    return (code, name) => {
      const called = name ?? known(code);
      return called === undefined ? code : `${code} · ${called}`;
    };
  }, [locale]);
}

function KindAndCurrency({ typed, change }: StepProps) {
  const say = useBeginRoomWords();
  const sayWorks = useWorksRoomWords();
  const { data } = useQuery(currenciesAsked);
  const called = useCurrencyNames();
  const found = data?.items ?? [{ code: typed.currency, name: null }];
  return (
    <div className="path-pair is-tight">
      <Choose
        label={say('kind')}
        value={typed.kind}
        choices={workKinds.map((kind) => ({ value: kind, label: sayWorks(`kind.${kind}`) }))}
        onChoose={(kind) => change({ kind })}
      />
      <Choose
        label={say('currency')}
        value={typed.currency}
        choices={found.map(({ code, name }) => ({ value: code, label: called(code, name) }))}
        onChoose={(currency) => change({ currency })}
      />
    </div>
  );
}
