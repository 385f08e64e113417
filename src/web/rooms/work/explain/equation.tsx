import type { Step } from '../../../../domain/effort/workings.ts';
import { useLocale } from '../../../words/locale.tsx';
import { currencySign, dayText, decimalText } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import './equation.css';

interface Props {
  readonly steps: readonly Step[];
  readonly currency: string;
}

/** A sum as one writes it by hand: operator, value, then what it is, its source and its date. */
export function Equation({ steps, currency }: Props) {
  return (
    <ol className="equation">
      {steps.map((step, index) => (
        <EquationStep key={index} step={step} first={index === 0} currency={currency} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: Step;
  readonly first: boolean;
  readonly currency: string;
}

/** A factor that changes nothing is said more quietly. */
const isQuiet = ({ op, value }: Step): boolean =>
  (op === '×' || op === '÷' ? /^1(\.0*)?$/ : op === '=' ? /^$/ : /^0(\.0*)?$/).test(value);

function EquationStep({ step, first, currency }: StepProps) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const isSum = step.op === '=';
  const isResult = isSum && step.name === 'obligation';
  const name = `step.${step.name}`;
  const looks = [
    isSum ? 'is-sum' : '',
    isResult ? 'is-result' : '',
    isQuiet(step) ? 'is-quiet' : '',
  ];
  return (
    <li className={`equation-step ${looks.join(' ')}`}>
      <span className="equation-op">{first ? '' : step.op}</span>
      <span className="equation-value">
        <bdi className="equation-figure">{decimalText(step.value, locale, 2)}</bdi>
        <span className="caption">{unitText(step.unit, currency, locale)}</span>
      </span>
      <span className="equation-said">
        <span className="name">{say.has(name) ? say(name) : step.name}</span>
        {isSum || step.note === '' || step.note === step.name ? null : (
          <span className="second" lang="en" dir="auto">
            {step.note}
          </span>
        )}
        <SourceOf step={step} />
        <RoundingOf step={step} isResult={isResult} />
      </span>
    </li>
  );
}

const unitText = (unit: string, currency: string, locale: string): string =>
  unit.replaceAll(currency, currencySign(currency, locale));

function SourceOf({ step: { source } }: { readonly step: Step }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  if (source === undefined) return null;
  const words = say('explain.row', { title: source.title, row: String(source.row) });
  const day = /^\d{4}-\d\d-\d\d$/.test(source.date) ? dayText(source.date, locale) : source.date;
  return (
    <>
      {source.url === undefined ? (
        <span className="second">{words}</span>
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer">
          {words}
        </a>
      )}
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
