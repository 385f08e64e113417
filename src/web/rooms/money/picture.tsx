import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Money } from '../../../domain/money/amount.ts';
import { useLocale } from '../../words/locale.tsx';
import { moneyText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import { flowOf, outlineOf } from './flow.ts';
import type { Flow, FlowNode } from './flow.ts';
import { useWayNames } from './names.ts';
import { gathered } from './ways.ts';
import type { Way } from './ways.ts';

interface Props {
  readonly payer: string;
  readonly paid: Money;
  readonly ways: readonly Way[];
}

/** How many people are drawn on their own. */
const ALONE = { across: 8, down: 4 };
const HEIGHT = { across: 400, down: 450 };
/** Room for the names of people, at the end of the way. */
const NAMES = { across: 210, down: 136 };

const query = '(max-width: 719px)';
const subscribe = (changed: () => void): (() => void) => {
  const list = window.matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
};
const isNarrow = (): boolean => window.matchMedia(query).matches;

/** The way of the money: payer, ways, people. Beside it stands its table, which says the same. */
export function Picture({ payer, paid, ways }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const down = useSyncExternalStore(subscribe, isNarrow);
  const [width, measure] = useWidth();
  const said = say('picture', { amount: moneyText(paid, locale), name: payer });
  return (
    <figure className={down ? 'flow is-down' : 'flow'} ref={measure}>
      {width === 0 ? null : (
        <Drawing payer={payer} paid={paid} ways={ways} down={down} width={width} said={said} />
      )}
    </figure>
  );
}

function useWidth(): [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(0);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    // Measured before anything is shown: its room is not empty for a moment first.
    setWidth(Math.round(element.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, measure];
}

/** Downward the pool is at the beginning of a line, and what is no money of the work at its end. */
const ASIDE: readonly Way['kind'][] = ['upstream', 'reserve', 'host', 'kept', 'tax', 'back'];
const downward = (ways: readonly Way[]): readonly Way[] => [
  ...ways.filter(({ kind }) => !ASIDE.includes(kind)),
  ...ASIDE.flatMap((kind) => ways.filter((way) => way.kind === kind)),
];

interface DrawingProps extends Props {
  readonly down: boolean;
  readonly width: number;
  readonly said: string;
}

function Drawing({ payer, paid, ways, down, width, said }: DrawingProps) {
  const { direction } = useLocale();
  const nameOf = useWayNames();
  const drawn = down ? downward(gathered(ways, ALONE.down)) : gathered(ways, ALONE.across);
  const height = down ? HEIGHT.down : HEIGHT.across;
  const [along, across] = down
    ? [height - NAMES.down - 28, width]
    : [width - NAMES.across, height - 8];
  const room = { along, across, box: down ? 8 : 9, between: down ? 14 : 27 };
  const flow = flowOf(paid, drawn, room, !down);
  const mirrored = direction === 'rtl';
  const side = (x: number): number => (mirrored ? width - x : x);
  const place = (a: number, c: number): Place =>
    down ? { x: side(c), y: a + 28 } : { x: side(a), y: c + 4 };
  const byKey = new Map(drawn.map((way) => [way.key, way]));
  const label = (key: string): string => {
    const way = byKey.get(key);
    return key === 'payer' || way === undefined ? payer : nameOf(way);
  };
  return (
    <svg width={width} height={height} role="img" aria-label={said}>
      <Ribbons flow={flow} place={place} />
      {flow.nodes.map((node) => (
        <Box key={node.key} node={node} thick={room.box} place={place} down={down} />
      ))}
      {down ? (
        <NamesDown flow={flow} place={place} label={label} width={width} />
      ) : (
        <NamesAcross flow={flow} place={place} label={label} />
      )}
    </svg>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}
type Placing = (along: number, across: number) => Place;

function Ribbons({ flow, place }: { readonly flow: Flow; readonly place: Placing }) {
  const point = (along: number, across: number): string => {
    const { x, y } = place(along, across);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return flow.ribbons.map((ribbon) => (
    <path
      key={ribbon.key}
      className={`flow-ribbon ${ribbon.tone}${ribbon.width < 2 ? ' thin' : ''}`}
      d={outlineOf(ribbon, point)}
    />
  ));
}

interface BoxProps {
  readonly node: FlowNode;
  readonly thick: number;
  readonly place: Placing;
  readonly down: boolean;
}

/** A box; where nothing came, a hollow one at the end of a dotted line. */
function Box({ node, thick, place, down }: BoxProps) {
  const isEmpty = node.to - node.from <= 0;
  const middle = (node.from + node.to) / 2;
  const [first, last] = isEmpty
    ? [middle - 4, middle + 4]
    : [node.from, Math.max(node.to, node.from + 1)];
  const [one, other] = [place(node.along, first), place(node.along + thick, last)];
  const [before, here] = [place(node.along - 120, middle), place(node.along - 5, middle)];
  return (
    <>
      {isEmpty && !down ? (
        <path className="flow-none" d={`M${before.x},${before.y}L${here.x},${here.y}`} />
      ) : null}
      <rect
        className={`flow-box ${isEmpty ? 'empty' : node.tone}`}
        x={Math.min(one.x, other.x)}
        y={Math.min(one.y, other.y)}
        width={Math.abs(other.x - one.x)}
        height={Math.abs(other.y - one.y)}
      />
    </>
  );
}

/** From one line of names to the next. */
const LINE = 20;
/** Room of a name with its amount below, so that one sees which are together. */
const STACK = 2 * LINE + 8;
const LONGEST = { across: 20, down: 15, stacked: 24 };

function Label(props: {
  readonly at: Place;
  readonly name: string;
  readonly amount: Money;
  readonly anchor?: 'start' | 'end';
  readonly longest: number;
  /** The amount below the name, where there is little room beside it. */
  readonly stacked?: boolean;
}) {
  const { at, name, amount, anchor = 'start', longest, stacked = false } = props;
  const { locale } = useLocale();
  const letters = Array.from(name);
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}\u2026` : name;
  return (
    <text x={at.x} y={at.y} textAnchor={anchor} className="flow-label">
      <tspan>{`\u2068${short}\u2069`}</tspan>
      {stacked ? null : '\u00a0\u00a0'}
      <tspan
        className="flow-amount"
        {...(stacked ? { x: at.x, dy: LINE } : {})}
      >{`\u2068${moneyText(amount, locale, true)}\u2069`}</tspan>
    </text>
  );
}

interface NamesProps {
  readonly flow: Flow;
  readonly place: Placing;
  readonly label: (key: string) => string;
}

/** Names stand after their boxes. */
function NamesAcross({ flow, place, label }: NamesProps) {
  return flow.nodes.map((node) => {
    const { x, y } = place(node.along + 19, (node.from + node.to) / 2);
    const at = { x, y: y + 5 };
    const { key, amount } = node;
    return <Label key={key} at={at} name={label(key)} amount={amount} longest={LONGEST.across} />;
  });
}

/** Names stand below their boxes, each on a line of its own, with a line that leads there. */
function NamesDown({ flow, place, label, width }: NamesProps & { readonly width: number }) {
  const rows = { 1: 0, 2: 0 };
  return flow.nodes.map(({ key, column, along, from, to, amount }) => {
    const isPool = key === 'pool';
    const row = column === 0 || isPool ? 0 : rows[column]++;
    const middle = (from + to) / 2;
    // Who paid and the pool are named where the line begins; the rest where it has room.
    const isLate = column > 0 && !isPool && middle > width / 2;
    const across = isLate ? Math.min(to, width) : from;
    const { x } = place(0, across);
    // Beside the pool there is little room: the ribbons to people pass below.
    const stacked = column === 1 && !isPool;
    const y =
      place(along, 0).y + (column === 0 || isPool ? -8 : 26 + row * (stacked ? STACK : LINE));
    const start = place(along + 8, middle);
    return (
      <g key={key}>
        {column === 2 && row > 0 ? (
          <path className="flow-lead" d={`M${start.x},${start.y + 3}V${y - 14}`} />
        ) : null}
        <Label
          at={{ x, y }}
          name={label(key)}
          amount={amount}
          anchor={isLate ? 'end' : 'start'}
          longest={stacked ? LONGEST.stacked : LONGEST.down}
          stacked={stacked}
        />
      </g>
    );
  });
}
