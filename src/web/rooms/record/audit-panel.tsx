import { useQuery, useQueryClient } from '@tanstack/react-query';
import { download } from '../../app/download.ts';
import { nodeAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Progress } from '../../parts/states/progress.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import { Alarm } from './alarm.tsx';
import type { Report } from './audit.ts';
import { glanceAsked, useAudit } from './auditing.ts';
import { reportText } from './files.ts';

/** What this browser finds of the record by itself: at a glance, and entry by entry. */
export function AuditPanel() {
  const say = useRecordWords();
  const isOwner = useMember()?.owner === true;
  const glance = useQuery(glanceAsked);
  const audit = useAudit();
  const questions = useQueryClient();
  const whole = newer(audit.report, glance.data);
  const report = whole ?? glance.data;
  const again = (): void => {
    audit.stop();
    void questions.invalidateQueries({ queryKey: glanceAsked.queryKey });
  };
  if (report?.wrong !== undefined) {
    return <Alarm report={report} onAgain={again} {...(isOwner && { onAudit: audit.start })} />;
  }
  return (
    <section className="record-audit" aria-labelledby="record-audit">
      <h2 id="record-audit" className="section-title">
        {say('audit')}
      </h2>
      <div role="status">
        {report === undefined ? (
          glance.isError ? null : (
            <p className="second">{say('glancing')}</p>
          )
        ) : (
          <Sound report={report} isWhole={whole !== undefined} />
        )}
      </div>
      {glance.isError ? <ErrorNote error={glance.error} onRetry={again} /> : null}
      {audit.error === undefined ? null : <ErrorNote error={audit.error} onRetry={audit.start} />}
      {glance.isPending ? null : isOwner ? (
        <Whole audit={audit} whole={whole} />
      ) : (
        <p className="second">{say('verify.own')}</p>
      )}
    </section>
  );
}

/** An audit of everything counts until the record has grown, or shows that it was changed. */
function newer(whole: Report | undefined, glance: Report | undefined): Report | undefined {
  if (whole === undefined || whole.wrong !== undefined || glance === undefined) return whole;
  return glance.wrong === undefined && glance.size === whole.size ? whole : undefined;
}

/** What holds, step by step. */
function Sound({ report, isWhole }: { readonly report: Report; readonly isWhole: boolean }) {
  const say = useRecordWords();
  const { locale } = useLocale();
  const node = useQuery(nodeAsked).data;
  const { before, size, entries } = report;
  const steps = isWhole
    ? (['step.signed', 'step.before', 'step.entries', 'step.root', 'step.signers'] as const)
    : (['step.signed', 'step.before'] as const);
  return (
    <div className="part">
      <p className="record-verdict">
        <Icon name="shield" size={24} />
        <span>
          {isWhole
            ? say('holds', { n: entries })
            : say('signed', { name: node?.name ?? '', n: size })}
        </span>
      </p>
      <p className="second">
        {before === undefined
          ? say('first')
          : say('since', { n: before.size, day: dayText(before.at.slice(0, 10), locale) })}
      </p>
      <ul className="record-steps">
        {steps
          .filter((step) => step !== 'step.before' || before !== undefined)
          .map((step) => (
            <li key={step}>
              <StatusChip status="accepted" word={say(step)} />
            </li>
          ))}
      </ul>
    </div>
  );
}

interface WholeProps {
  readonly audit: ReturnType<typeof useAudit>;
  readonly whole: Report | undefined;
}

/** The audit of every entry. */
function Whole({ audit, whole }: WholeProps) {
  const say = useRecordWords();
  const { progress, start, stop } = audit;
  return (
    <div className="part">
      <p className="second">{say('verify.says')}</p>
      {progress === undefined ? (
        <div className="row">
          <Button look="ink" icon="shield" onClick={start}>
            {say('verify')}
          </Button>
          {whole === undefined ? null : (
            <Button
              icon="download"
              onClick={() =>
                download(
                  `record-${whole.size}.json`,
                  reportText(whole, whole.seen?.at ?? ''),
                  'application/json',
                )
              }
            >
              {say('proof')}
            </Button>
          )}
        </div>
      ) : (
        <Auditing {...progress} onStop={stop} />
      )}
    </div>
  );
}

interface AuditingProps {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}

function Auditing({ done, total, onStop }: AuditingProps) {
  const say = useRecordWords();
  const said = total === 0 ? say('verifying.start') : say('verifying', { done, total });
  return (
    <div className="record-progress">
      <Progress label={say('verify')} done={done} total={total} />
      <p className="second">{said}</p>
      <Button onClick={onStop}>{say('stop')}</Button>
    </div>
  );
}
