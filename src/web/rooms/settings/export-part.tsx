import { useEffect, useRef, useState } from 'react';
import { Button } from '../../parts/controls/button.tsx';
import { Segments } from '../../parts/controls/field.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { bytesText } from './bytes.ts';
import { downloaded } from './downloaded.ts';
import type { Downloading } from './downloaded.ts';
import { Part } from './part.tsx';

const FILE = 'webizen-node.tar';
const COMMANDS = `mkdir archive
tar -xf ${FILE} -C archive
bin/webizen node import archive --data new-node
npm start -- --data new-node`;

/** All that the node is as one file; and how a node is made of it again. */
export function ExportPart() {
  const say = useSettingsRoomWords();
  return (
    <>
      <Part id="export" title={say('export')} lead={say('export.says')}>
        <Exporting />
      </Part>
      <Part id="import" title={say('import')} lead={say('import.says')}>
        <pre className="settings-command" dir="ltr" tabIndex={0}>
          {COMMANDS}
        </pre>
        <p className="second">{say('import.whole')}</p>
      </Part>
    </>
  );
}

function Exporting() {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const [keys, setKeys] = useState<'without' | 'with'>('without');
  const [running, setRunning] = useState<Downloading>();
  const [done, setDone] = useState<number>();
  const [failed, setFailed] = useState<unknown>();
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const take = async (): Promise<void> => {
    const own = new AbortController();
    control.current = own;
    setDone(undefined);
    setFailed(undefined);
    setRunning({ bytes: 0, total: 0 });
    try {
      const address = `/node/export?keys=${keys === 'with'}`;
      setDone(await downloaded(address, FILE, { progress: setRunning, signal: own.signal }));
    } catch (error) {
      if (!own.signal.aborted) setFailed(error);
    }
    setRunning(undefined);
  };
  return (
    <>
      <Segments
        label={say('export.keys')}
        hint={say(`export.keys.${keys}.means`)}
        value={keys}
        choices={(['without', 'with'] as const).map((value) => ({
          value,
          label: say(`export.keys.${value}`),
        }))}
        onChoose={setKeys}
      />
      <div className="row">
        <Button icon="download" busy={running !== undefined} onClick={() => void take()}>
          {say('export.take')}
        </Button>
        {running === undefined ? null : (
          <Button look="plain" onClick={() => control.current?.abort()}>
            {say('check.stop')}
          </Button>
        )}
      </div>
      {running === undefined ? null : (
        <div className="settings-progress">
          <progress
            aria-label={say('export.going')}
            {...(running.total > 0 && { max: running.total, value: running.bytes })}
          />
          <p className="caption">
            {running.total === 0
              ? say('export.gathering')
              : say('export.at', {
                  done: bytesText(running.bytes, locale),
                  of: bytesText(running.total, locale),
                })}
          </p>
        </div>
      )}
      <p role="status">
        {done === undefined ? null : say('export.done', { size: bytesText(done, locale) })}
      </p>
      {failed === undefined ? null : <ErrorNote error={failed} />}
    </>
  );
}
