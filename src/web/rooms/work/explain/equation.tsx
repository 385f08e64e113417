import type { Step } from '../../../../domain/effort/workings.ts';
import type { Source } from '../../../../domain/effort/tables.ts';
import { Reckoning, ReckoningLine } from '../../../parts/figures/reckoning.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { dayText, decimalText } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { useWorkingsWords } from '../../../words/workings/words.ts';
import { useTold } from './told.ts';
import './equation.css';

interface Props {
  readonly steps: readonly Step[];
  readonly currency: string;
  /** Shows the row of a table that a step is from. */
  readonly onSource: (step: Step, source: Source) => void;
}

/** A sum as one writes it by hand: operator, value, then what it is, its source and its date. */
export function Equation({ steps, currency, onSource }: Props) {
  return (
    <Reckoning>
      {steps.map((step, index) => (
        <EquationStep
          key={index}
          step={step}
          first={index === 0}
          currency={currency}
          onSource={onSource}
        />
      ))}
    </Reckoning>
  );
}

interface StepProps extends Omit<Props, 'steps'> {
  readonly step: Step;
  readonly first: boolean;
}

/** A factor that changes nothing is said more quietly. */
const isQuiet = ({ op, value }: Step): boolean =>
  (op === '×' || op === '÷' ? /^1(\.0*)?$/ : op === '=' ? /^$/ : /^0(\.0*)?$/).test(value);

function EquationStep({ step, first, currency, onSource }: StepProps) {
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
      <RoundingOf step={step} isResult={isResult} />
    </ReckoningLine>
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

function RoundingOf({ step, isResult }: { readonly step: Step; readonly isResult: boolean }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { rounding } = step;
  if (rounding === undefined || rounding.before === rounding.after) {
    return isResult ? <span className="second">{say('explain.exact')}</span> : null;
  }
  return (
    <span className="second">
      {say('explain.rounded', { before: decimalText(rounding.before, locale) })}
    </span>
  );
}
