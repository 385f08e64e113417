import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { useRecordWords } from '../../words/record/words.ts';
import type { Checked, Step } from './entry-check.ts';

const ROW = 40;
const ACROSS = 26;
const SIZE = 7;
const PAD = 14;

/** Where the nodes of the way stand, from the leaf at the foot to the root at the head. */
function placesOf(steps: readonly Step[]) {
  let x = 0;
  const way = [{ x, level: 0 }];
  const beside: { x: number; level: number }[] = [];
  for (const [level, { side }] of steps.entries()) {
    const to = side === 'left' ? -1 : 1;
    beside.push({ x: x + 2 * to, level });
    x += to;
    way.push({ x, level: level + 1 });
  }
  return { way, beside };
}

/**
 * The way of an entry's leaf up to the signed root, drawn as a tree, and the same as a table: what
 * is put beside each hash, and what both give.
 */
export function Path({ checked: { steps, shown } }: { readonly checked: Checked }) {
  const say = useRecordWords();
  const { locale } = useLocale();
  return (
    <section className="part">
      <h3 className="section-title">{say('entry.path')}</h3>
      <p className="second">{say('entry.path.how')}</p>
      <Picture steps={steps} />
      <div className="record-scroll" tabIndex={0} role="group" aria-label={say('entry.path')}>
        <table className="record-path">
          <thead>
            <tr>
              <th scope="col">{say('path.step')}</th>
              <th scope="col">{say('path.side')}</th>
              <th scope="col">{say('path.gives')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{say('path.leaf')}</th>
              <td />
              <td>
                <Short text={shown.leafHash} />
              </td>
            </tr>
            {steps.map(({ side, sibling, hash }, index) => (
              <tr key={hash}>
                <th scope="row">
                  {index + 1 === steps.length
                    ? say('path.root')
                    : decimalText(String(index + 1), locale)}
                </th>
                <td>
                  {say(side === 'left' ? 'path.left' : 'path.right')} <Short text={sibling} />
                </td>
                <td>
                  <Short text={hash} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const Short = ({ text }: { readonly text: string }) => (
  <bdi className="mono" dir="ltr" title={text}>
    {`${text.slice(0, 12)}\u2026`}
  </bdi>
);

function Picture({ steps }: { readonly steps: readonly Step[] }) {
  const say = useRecordWords();
  const { way, beside } = placesOf(steps);
  const all = [...way, ...beside].map(({ x }) => x);
  const [left, right] = [Math.min(...all), Math.max(...all)];
  const width = (right - left) * ACROSS + 2 * PAD;
  const height = steps.length * ROW + 2 * PAD;
  const xOf = (x: number): number => (x - left) * ACROSS + PAD;
  const yOf = (level: number): number => height - PAD - level * ROW;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={say('entry.path.said', { n: steps.length })}
      className="record-tree"
    >
      {way.slice(1).map((above, index) => {
        const below = way[index];
        const other = beside[index];
        if (below === undefined || other === undefined) return null;
        const [x, y] = [xOf(above.x), yOf(above.level)];
        return (
          <g key={above.level}>
            <path d={`M${xOf(other.x)} ${yOf(other.level)}L${x} ${y}`} className="record-branch" />
            <path d={`M${xOf(below.x)} ${yOf(below.level)}L${x} ${y}`} className="record-way" />
          </g>
        );
      })}
      {beside.map(({ x, level }) => (
        <rect
          key={level}
          x={xOf(x) - SIZE}
          y={yOf(level) - SIZE}
          width={SIZE * 2}
          height={SIZE * 2}
          rx="1.5"
          className="record-beside"
        />
      ))}
      {way.map(({ x, level }) => (
        <rect
          key={level}
          x={xOf(x) - SIZE}
          y={yOf(level) - SIZE}
          width={SIZE * 2}
          height={SIZE * 2}
          rx="1.5"
          className="record-node"
        />
      ))}
    </svg>
  );
}
