import { useEffect, useRef } from 'react';
import { forgetSeen } from '../../keep/seen.ts';
import { download } from '../../app/download.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import type { Report } from './audit.ts';
import { reportText } from './files.ts';
import { useNames } from './names.ts';

interface Props {
  readonly report: Report;
  readonly onAgain: () => void;
  /** Looks at every entry, where one may see them: to find which was changed. */
  readonly onAudit?: () => void;
}

/** Something does not hold: what it is, what was kept, what to do, and the evidence. */
export function Alarm({ report, onAgain, onAudit }: Props) {
  const say = useRecordWords();
  const sayApp = useAppWords();
  const head = useRef<HTMLHeadingElement>(null);
  const { title, says } = useWrong(report);
  useEffect(() => head.current?.focus(), [title]);
  const isOfBefore = report.before !== undefined;
  const keep = (): void =>
    download('record-evidence.json', reportText(report, new Date().toISOString()));
  const forget = async (): Promise<void> => {
    await forgetSeen(report.node);
    onAgain();
  };
  return (
    <section className="record-alarm" role="alert">
      <h2 ref={head} tabIndex={-1} className="record-alarm-head">
        <Icon name="warning" size={24} />
        <span>{title}</span>
      </h2>
      <dl>
        <div>
          <dt>{sayApp('error.happened')}</dt>
          <dd>{says}</dd>
        </div>
        <div>
          <dt>{sayApp('error.kept')}</dt>
          <dd>{say(isOfBefore ? 'wrong.kept' : 'wrong.kept.none')}</dd>
        </div>
        <div>
          <dt>{sayApp('error.todo')}</dt>
          <dd>{say('wrong.todo')}</dd>
        </div>
      </dl>
      <div className="row">
        <Button look="ink" icon="download" onClick={keep}>
          {say('evidence')}
        </Button>
        {onAudit === undefined || report.entries > 0 ? null : (
          <Button icon="shield" onClick={onAudit}>
            {say('verify')}
          </Button>
        )}
        <Button onClick={onAgain}>{say('again')}</Button>
      </div>
      {isOfBefore ? (
        <details className="record-more">
          <summary>{say('forget')}</summary>
          <div className="part">
            <p className="second">{say('forget.says')}</p>
            <div>
              <Button onClick={() => void forget()}>{say('forget')}</Button>
            </div>
          </div>
        </details>
      ) : null}
    </section>
  );
}

/** What is wrong with one entry, rather than with all of them. */
const OF_ENTRY: ReadonlySet<string> = new Set([
  'entry',
  'missing',
  'changed',
  'act',
  'signer',
  'own',
]);

function useWrong({ wrong, before }: Report): { readonly title: string; readonly says: string } {
  const say = useRecordWords();
  const names = useNames();
  const { locale } = useLocale();
  const what = wrong?.what ?? 'root';
  const entry = wrong?.entry;
  const named = { n: entry?.seq ?? 0, what: entry === undefined ? '' : names.act(entry.type) };
  const day = before === undefined ? '' : dayText(before.at.slice(0, 10), locale);
  const isOfEntry = OF_ENTRY.has(what);
  const filling = isOfEntry ? { ...named, day } : { n: before?.size ?? 0, day };
  const first = entry === undefined || isOfEntry ? '' : ` ${say('wrong.first', named)}`;
  return {
    title: say(`wrong.${what}`, filling),
    says: `${say(`wrong.${what}.says`, filling)}${first}`,
  };
}
