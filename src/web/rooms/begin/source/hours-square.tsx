import { columnsOf } from '../../../parts/figures/columns.ts';
import '../../../parts/figures/square.css';
import { useBeginRoomWords } from '../../../words/begin/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import type { SourcePerson } from './people.ts';

const SIDE = 96;
const GAP = 6;

/** The Square in small, at level zero: columns as wide as the hours that are estimated. */
export function HoursSquare({ people }: { readonly people: readonly SourcePerson[] }) {
  const say = useBeginRoomWords();
  const { direction } = useLocale();
  const parts = people.map(({ key, name, share }) => ({ key, name, share }));
  const inside = SIDE - 2 * GAP;
  return (
    <svg
      className="source-square"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      role="img"
      aria-label={say('people.picture', { n: people.length })}
    >
      <g transform={direction === 'rtl' ? `translate(${SIDE} 0) scale(-1 1)` : undefined}>
        <rect className="square-frame" x="1" y="1" width={SIDE - 2} height={SIDE - 2} rx="2" />
        {columnsOf(parts, inside).map(({ key, x, width, step }) => (
          <rect
            key={key}
            className={`part-${step}`}
            x={GAP + x}
            y={GAP}
            width={width}
            height={inside}
          />
        ))}
      </g>
    </svg>
  );
}
