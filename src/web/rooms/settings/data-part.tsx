import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CheckAnswer } from '../../../http/doors/nodes.ts';
import { reader } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useRunning } from '../../parts/running.ts';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Progress } from '../../parts/states/progress.tsx';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { bytesText } from './bytes.ts';
import { installationAsked } from '../../app/questions.ts';
import { Facts, Part } from './part.tsx';

/** Where the data are, how much, when they were checked last; and a check of everything. */
export function DataPart() {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const { data, error } = useQuery(installationAsked);
  if (error !== null) return <ErrorNote error={error} />;
  const last = data?.lastCheck ?? null;
  return (
    <Part id="data" title={say('data')} lead={say('data.backup')}>
      {data === undefined ? null : (
        <Facts
          facts={[
            [
              say('data.where'),
              <code key="where" className="mono" dir="ltr">
                {data.data.directory}
              </code>,
            ],
            [say('data.size'), bytesText(data.data.bytes, locale)],
            [say('data.entries'), say('entries', { n: data.data.entries })],
            [
              say('data.checked'),
              last === null
                ? say('data.never')
                : say(`data.${last.status}`, {
                    at: instantText(last.at, locale),
                    n: last.entries,
                  }),
            ],
          ]}
        />
      )}
      <Checking />
    </Part>
  );
}

interface Running {
  readonly entries: number;
  readonly total: number;
}

/** Runs the check of everything, and shows how far it is and what it found. */
function Checking() {
  const say = useSettingsRoomWords();
  const questions = useQueryClient();
  const { running, result, failed, start, stop } = useRunning(
    { entries: 0, total: 0 },
    async (tell: (step: Running) => void, signal) => {
      const report = await reader.node.checkTelling(tell, signal);
      await questions.invalidateQueries({ queryKey: installationAsked.queryKey });
      return report;
    },
  );
  return (
    <>
      <div className="row">
        <Button icon="shield" busy={running !== undefined} onClick={() => void start()}>
          {say('check')}
        </Button>
        {running === undefined ? null : (
          <Button look="plain" onClick={stop}>
            {say('check.stop')}
          </Button>
        )}
      </div>
      {running === undefined ? null : (
        <div className="group">
          <Progress label={say('check.going')} done={running.entries} total={running.total} />
          <p className="caption">{say('check.at', { n: running.entries, of: running.total })}</p>
        </div>
      )}
      <div role="status">{result === undefined ? null : <Report report={result} />}</div>
      {failed === undefined ? null : <ErrorNote error={failed} />}
    </>
  );
}

function Report({ report }: { readonly report: CheckAnswer }) {
  const say = useSettingsRoomWords();
  const wrong = report.checks.filter(({ holds }) => !holds);
  if (report.status === 'sound') {
    return (
      <p className="settings-key">
        <Icon name="shield" />
        <span>{say('check.sound', { n: report.entries })}</span>
      </p>
    );
  }
  return (
    <div className="group">
      <p className="settings-key settings-wrong">
        <Icon name="warning" />
        <span>{say('check.damaged', { n: wrong.length })}</span>
      </p>
      <ul className="settings-list" dir="ltr" lang="en">
        {wrong.map(({ truth, found }) => (
          <li key={truth}>
            <div>
              <p className="name">{truth}</p>
              <p className="caption">{found}</p>
            </div>
          </li>
        ))}
      </ul>
      <p>{say('check.do')}</p>
    </div>
  );
}
