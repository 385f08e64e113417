import { useState } from 'react';
import { Button } from '../../parts/controls/button.tsx';
import { Segments } from '../../parts/controls/field.tsx';
import { useRunning } from '../../parts/running.ts';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Progress } from '../../parts/states/progress.tsx';
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
  const { running, result, failed, start, stop } = useRunning(
    { bytes: 0, total: 0 },
    (progress: (step: Downloading) => void, signal) =>
      downloaded(`/node/export?keys=${keys === 'with'}`, FILE, { progress, signal }),
  );
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
        <Button icon="download" busy={running !== undefined} onClick={() => void start()}>
          {say('export.take')}
        </Button>
        {running === undefined ? null : (
          <Button look="plain" onClick={stop}>
            {say('check.stop')}
          </Button>
        )}
      </div>
      {running === undefined ? null : (
        <div className="group">
          <Progress label={say('export.going')} done={running.bytes} total={running.total} />
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
        {result === undefined ? null : say('export.done', { size: bytesText(result, locale) })}
      </p>
      {failed === undefined ? null : <ErrorNote error={failed} />}
    </>
  );
}
