import { useQuery } from '@tanstack/react-query';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { download } from '../../app/download.ts';
import { useClient } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { licenceName } from './opened.ts';

interface Props {
  readonly work: WorkAnswer;
  readonly release: string;
  readonly onClose: () => void;
}

/** The licence of a release as it holds now: to read, and to take along into its tree. */
export default function LicenceSheet({ work, release, onClose }: Props) {
  const say = useWorkRoomWords();
  const { language } = useLocale();
  const client = useClient();
  const toast = useToast();
  const number = work.releases.find(({ id }) => id === release)?.number ?? 0;
  const { data, error, refetch } = useQuery({
    queryKey: ['licence', release, work.status],
    queryFn: () => client.releases.licence(release),
  });
  const copy = async (head: readonly string[]): Promise<void> => {
    await navigator.clipboard.writeText(head.join('\n'));
    toast({ text: say('licence.copied') });
  };
  return (
    <Sheet title={say('licence', { number })} onClose={onClose}>
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <div className="stack">
          <div className="group">
            <p className="name">
              <bdi>{licenceName(data.licence)}</bdi>
            </p>
            <p>{say(`licence.${data.status}`)}</p>
            {language === 'en' ? null : <p className="second">{say('licence.binding')}</p>}
          </div>
          <pre className="work-licence mono" dir="ltr" lang="en" tabIndex={0}>
            {data.text}
          </pre>
          <h3 className="section-title">{say('licence.files')}</h3>
          <ul className="work-list">
            {Object.entries(data.files).map(([path, text]) => (
              <li key={path}>
                <Button
                  look="plain"
                  icon="download"
                  onClick={() => download(path.replaceAll('/', '-'), text)}
                >
                  <bdi className="mono">{path}</bdi>
                </Button>
              </li>
            ))}
          </ul>
          <p>
            <Button icon="copy" onClick={() => void copy(data.header)}>
              {say('licence.head')}
            </Button>
          </p>
        </div>
      )}
    </Sheet>
  );
}
