import { useQuery } from '@tanstack/react-query';
import { download } from '../../app/download.ts';
import { nodeAsked } from '../../app/questions.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, instantText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import type { Report } from './audit.ts';
import { glanceAsked } from './auditing.ts';
import { NodeCheck } from './node-check.tsx';

/** The newest checkpoint: who signed it, how long the record is, its root; to be kept elsewhere. */
export function Checkpoint({ newest, isOwner }: Omit<Props, 'report'>) {
  const report = useQuery(glanceAsked).data;
  return report === undefined ? null : <Shown report={report} {...{ newest, isOwner }} />;
}

interface Props {
  readonly report: Report;
  /** When the newest entry was taken in, where one may see it. */
  readonly newest: string | undefined;
  /** Only the owner has all acts, and has the node check them. */
  readonly isOwner: boolean;
}

function Shown({ report, newest, isOwner }: Props) {
  const say = useRecordWords();
  const toast = useToast();
  const { note, size } = report;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(note);
    toast({ text: say('copied') });
  };
  return (
    <section className="part" aria-labelledby="record-checkpoint">
      <h2 id="record-checkpoint" className="record-quiet">
        {say('keep')}
      </h2>
      <p className="second">{say('checkpoint.how')}</p>
      <Facts {...{ report, newest }} />
      <details className="record-more">
        <summary>{say('checkpoint.note')}</summary>
        <pre className="record-note mono" dir="ltr" tabIndex={0}>
          {note}
        </pre>
      </details>
      <div className="row">
        <Button look="plain" icon="copy" onClick={() => void copy()}>
          {say('copy')}
        </Button>
        <Button
          look="plain"
          icon="download"
          onClick={() => download(`checkpoint-${size}.txt`, note)}
        >
          {say('checkpoint.save')}
        </Button>
        {isOwner ? (
          <a className="button plain" href="/node/export?keys=false" download="webizen.tar">
            <Icon name="download" />
            <span>{say('whole')}</span>
          </a>
        ) : null}
      </div>
      {isOwner ? <NodeCheck /> : null}
    </section>
  );
}

/** What a checkpoint says, line by line. */
function Facts({ report: { size, root, key }, newest }: Pick<Props, 'report' | 'newest'>) {
  const say = useRecordWords();
  const { locale } = useLocale();
  const node = useQuery(nodeAsked).data;
  return (
    <dl className="record-facts">
      <div>
        <dt>{say('checkpoint.who')}</dt>
        <dd>
          <bdi>{node?.name}</bdi>
        </dd>
      </div>
      <div>
        <dt>{say('checkpoint.size')}</dt>
        <dd>{decimalText(String(size), locale)}</dd>
      </div>
      {newest === undefined ? null : (
        <div>
          <dt>{say('checkpoint.when')}</dt>
          <dd>{instantText(newest, locale)}</dd>
        </div>
      )}
      <div>
        <dt>{say('checkpoint.root')}</dt>
        <dd>
          <Hash text={root} />
        </dd>
      </div>
      <div>
        <dt>{say('checkpoint.key')}</dt>
        <dd>
          <Hash text={key} />
        </dd>
      </div>
    </dl>
  );
}

/** A hash or a key, whole. */
export const Hash = ({ text }: { readonly text: string }) => (
  <bdi className="mono record-hash" dir="ltr">
    {text}
  </bdi>
);
