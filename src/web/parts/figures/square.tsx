import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { fractionOf, isZero, moneyText } from '../../words/numbers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { columnsOf } from './columns.ts';
import type { Part } from './columns.ts';
import { Money } from './money.tsx';
import './square.css';

interface Props {
  readonly parts: readonly Part[];
  /** What is owed in all, and what of it has been paid. */
  readonly whole: Value;
  readonly paid: Value;
  readonly open: boolean;
  /** What is still to be paid until it opens, beside the upper edge. */
  readonly labels?: boolean;
}

const SIDE = 300;
const FRAME = 3;
const GAP = 8;
const INSIDE = SIDE - 2 * GAP;

/**
 * The product's one picture: columns as wide as what each person put in, one level across all, as a
 * payment pays every claim by the same part. Its table stands beside it.
 */
export function Square({ parts, whole, paid, open, labels = false }: Props) {
  const say = useAppWords();
  const { locale, direction } = useLocale();
  // An open work stays as far as it is paid: a payment may have been reversed since.
  const part = open && isZero(whole) ? 1 : fractionOf(paid, whole);
  const level = part > 0 ? Math.max(2, part * INSIDE) : 0;
  const said = say(open ? 'square.open' : 'square.said', {
    paid: moneyText(paid, locale),
    whole: moneyText(whole, locale),
    people: parts.length,
  });
  const top = SIDE - GAP - level;
  return (
    <figure className={open ? 'square is-open' : 'square'}>
      {labels && !open ? <Labels whole={whole} paid={paid} level={level} /> : null}
      <svg viewBox={`-6 0 ${SIDE + 6} ${SIDE}`} role="img" aria-label={said}>
        <g transform={direction === 'rtl' ? `translate(${SIDE} 0) scale(-1 1)` : undefined}>
          <rect
            className="square-frame"
            x={FRAME / 2}
            y={FRAME / 2}
            width={SIDE - FRAME}
            height={SIDE - FRAME}
            rx="2"
          />
          {columnsOf(parts, INSIDE).map(({ key, x, width, step }) => (
            <g key={key}>
              <rect className={`part-${step}`} x={GAP + x} y={GAP} width={width} height={INSIDE} />
              <rect className="square-paid" x={GAP + x} y={top} width={width} height={level} />
            </g>
          ))}
          <Rules />
          {open ? null : <Level y={top} paid={level > 0} />}
        </g>
      </svg>
    </figure>
  );
}

/** The faint lines of a ledger, every twentieth. */
function Rules() {
  const step = INSIDE / 20;
  const lines = Array.from({ length: 19 }, (_, index) => GAP + (index + 1) * step);
  return (
    <path
      className="square-rules"
      d={lines.map((y) => `M${GAP} ${y.toFixed(2)}h${INSIDE}`).join('')}
    />
  );
}

function Level({ y, paid }: { readonly y: number; readonly paid: boolean }) {
  return (
    <>
      <path className="square-level" d={`M-6 ${y}h${paid ? 12 : SIDE - GAP + 6}`} />
      {paid ? <path className="square-edge" d={`M${GAP} ${y}h${INSIDE}`} /> : null}
    </>
  );
}

interface LabelsProps {
  readonly whole: Value;
  readonly paid: Value;
  readonly level: number;
}

function Labels({ whole, paid, level }: LabelsProps) {
  const say = useAppWords();
  return (
    <figcaption className="square-labels" aria-hidden="true">
      <p>
        <span className="name">
          <Money value={whole} even />
        </span>
        <br />
        <span className="second">{say('square.opens')}</span>
      </p>
      <p className="square-label-paid" style={{ insetBlockEnd: `${(level / SIDE) * 78}%` }}>
        <span className="name">
          <Money value={paid} even />
        </span>
        <br />
        <span className="second">{say('square.paid')}</span>
      </p>
    </figcaption>
  );
}
