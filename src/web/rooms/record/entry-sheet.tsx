import { queryOptions, useQuery } from '@tanstack/react-query';
import { Refusal } from '../../../domain/refusals.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { decimalText, instantText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import { Hash } from './checkpoint.tsx';
import { witness } from './client.ts';
import { checkEntry, looked } from './entry-check.ts';
import type { Checked } from './entry-check.ts';
import { useNames } from './names.ts';
import { Path } from './path.tsx';

const checkedAsked = (type: string, id: string) =>
  queryOptions({
    queryKey: ['entry', type, id],
    queryFn: async () => {
      try {
        return await checkEntry(witness, type, id);
      } catch (error) {
        throw error instanceof Refusal ? problemFrom(error) : error;
      }
    },
  });

interface Props {
  readonly type: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** One entry: the act as it was signed, and what this browser checks of it. */
export default function EntrySheet({ type, id, onClose }: Props) {
  const names = useNames();
  const { data, error, refetch } = useQuery(checkedAsked(type, id));
  return (
    <Sheet title={names.act(type)} onClose={onClose}>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="record-sheet">
          <Facts checked={data} />
          <Checks checked={data} />
          <Path checked={data} />
          <Text checked={data} />
        </div>
      )}
    </Sheet>
  );
}

interface PartProps {
  readonly checked: Checked;
}

function Facts({ checked: { shown, act, key, keyFrom } }: PartProps) {
  const say = useRecordWords();
  const names = useNames();
  const { locale } = useLocale();
  return (
    <dl className="record-facts">
      <div>
        <dt>{say('number')}</dt>
        <dd>{decimalText(String(shown.seq), locale)}</dd>
      </div>
      <div>
        <dt>{say('entry.by')}</dt>
        <dd>
          <bdi>{names.agent(act.by)}</bdi>
        </dd>
      </div>
      <div>
        <dt>{say('entry.key')}</dt>
        <dd>
          <Hash text={key} />{' '}
          <span className="caption">
            {keyFrom === undefined ? say('entry.key.node') : say('entry.key.from', { n: keyFrom })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{say('entry.composed')}</dt>
        <dd>{instantText(act.composedAt, locale)}</dd>
      </div>
      <div>
        <dt>{say('entry.recorded')}</dt>
        <dd>{instantText(shown.recordedAt, locale)}</dd>
      </div>
      <div>
        <dt>{say('entry.id')}</dt>
        <dd>
          <Hash text={act.id} />
        </dd>
      </div>
    </dl>
  );
}

function Checks({ checked: { act, holds, shown } }: PartProps) {
  const say = useRecordWords();
  const names = useNames();
  const filling = { name: names.agent(act.by), n: shown.size };
  return (
    <section className="part">
      <h3 className="section-title">{say('entry.checks')}</h3>
      <ul className="record-steps">
        {looked.map((what) => (
          <li key={what}>
            <StatusChip
              status={holds[what] ? 'accepted' : 'rejected'}
              word={say(holds[what] ? 'step.yes' : 'step.no')}
            />
            <span>{say(`entry.${what}`, filling)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Text({ checked: { shown } }: PartProps) {
  const say = useRecordWords();
  return (
    <details className="record-more">
      <summary>{say('entry.text')}</summary>
      <pre className="record-note mono" dir="ltr" tabIndex={0}>
        {JSON.stringify(shown.act, null, 2)}
      </pre>
    </details>
  );
}
