import { Link } from '@tanstack/react-router';
import type { Workings } from '../../../../domain/effort/workings.ts';
import type { Source } from '../../../../domain/effort/tables.ts';
import { Reckoning, ReckoningLine } from '../../../parts/figures/reckoning.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { dayText, decimalText } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { useWorkingsWords } from '../../../words/workings/words.ts';
import { wholeSteps } from './neutral.ts';
import type { ShownStep } from './neutral.ts';
import { useTold } from './told.ts';
import './equation.css';

/** The version of an agreement that fixes the figures of a sum. */
export interface AgreementOf {
  readonly work: string;
  readonly version: number;
}

interface Props {
  readonly workings: Workings;
  /** None where nobody has signed one yet, or it is read on the same page. */
  readonly agreement?: AgreementOf | undefined;
  /** Shows the row of a table that a step is from. */
  readonly onSource: (step: ShownStep, source: Source) => void;
}

/** A sum as one writes it by hand: operator, value, then what it is, its source and its date. */
export function Equation({ workings, ...of }: Props) {
  const { currency } = workings;
  return (
    <Reckoning>
      {wholeSteps(workings).map((step, index) => (
        <EquationStep key={index} step={step} first={index === 0} currency={currency} {...of} />
      ))}
    </Reckoning>
  );
}

interface StepProps extends Omit<Props, 'workings'> {
  readonly step: ShownStep;
  readonly currency: string;
  readonly first: boolean;
}

/** A factor that changes nothing is said more quietly. */
const isQuiet = ({ op, value }: ShownStep): boolean =>
  (op === '×' || op === '÷' ? /^1(\.0*)?$/ : op === '=' ? /^$/ : /^0(\.0*)?$/).test(value);

function EquationStep({ step, first, currency, agreement, onSource }: StepProps) {
  const say = useWorkRoomWords();
  const told = useTold();
  const { locale } = useLocale();
  const isSum = step.op === '=';
  const isResult = isSum && step.name === 'obligation';
  const name = `step.${step.name}`;
  const note = isSum ? { text: '' } : told.note(step);
  return (
    <ReckoningLine
      op={first ? '' : step.op}
      figure={decimalText(step.value, locale, 2)}
      unit={told.unit(step, currency)}
      name={say.has(name) ? say(name) : step.name}
      is={[
        ...(isSum ? (['sum'] as const) : []),
        ...(isResult ? (['result'] as const) : []),
        ...(isQuiet(step) ? (['quiet'] as const) : []),
      ]}
    >
      {note.text === '' || note.text === step.name ? null : (
        <span className="second" lang={note.lang} dir={note.lang && 'ltr'}>
          {note.text}
        </span>
      )}
      <SourceOf step={step} onSource={onSource} />
      <ClauseOf step={step} agreement={agreement} />
      <RoundingOf step={step} isResult={isResult} />
    </ReckoningLine>
  );
}

/** The clauses that fix the figures which no table has. */
const clauses: Partial<Record<ShownStep['name'], number>> = { rate: 6, factor: 7, return: 8 };

/** The way to the clause that fixes a figure. */
function ClauseOf({ step, agreement }: Pick<StepProps, 'step' | 'agreement'>) {
  const say = useWorkRoomWords();
  const clause = clauses[step.name];
  if (agreement === undefined || clause === undefined) return null;
  if (step.source !== undefined || isQuiet(step)) return null;
  const { work, version } = agreement;
  return (
    <Link
      to="/works/$work/agreement"
      params={{ work }}
      search={{ version }}
      hash={`clause-${clause}`}
      className="source-link"
    >
      {say('explain.clause', { version, clause })}
    </Link>
  );
}

function SourceOf({ step, onSource }: Pick<StepProps, 'step' | 'onSource'>) {
  const say = useWorkRoomWords();
  const sayRow = useWorkingsWords();
  const told = useTold();
  const { locale } = useLocale();
  const { source } = step;
  if (source === undefined) return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(source.date) ? dayText(source.date, locale) : source.date;
  const title = told.table(source.tableId, source.title);
  return (
    <>
      <button
        type="button"
        className="source-link"
        aria-haspopup="dialog"
        onClick={() => onSource(step, source)}
      >
        {say('explain.row', { title, row: decimalText(String(source.row), locale) })}
        <span className="hidden-text">. {sayRow('row.see')}</span>
      </button>
      <span className="caption">
        {say('explain.of', { date: day })}.{' '}
        {say('explain.hash', { vintage: source.vintage, hash: `${source.sha256.slice(0, 12)}…` })}
      </span>
    </>
  );
}

function RoundingOf({ step, isResult }: { readonly step: ShownStep; readonly isResult: boolean }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { op, rounding } = step;
  // But for the result, a sum is rounded to be shown, and counts on as it is.
  const isShown = op === '=' && !isResult;
  if (rounding === undefined || rounding.before === rounding.after) {
    return isResult ? <span className="second">{say('explain.exact')}</span> : null;
  }
  return (
    <span className="second">
      {say(isShown ? 'explain.shown' : 'explain.rounded', {
        before: decimalText(rounding.before, locale),
      })}
    </span>
  );
}
