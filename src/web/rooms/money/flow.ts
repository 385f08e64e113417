// Where the boxes and ribbons of a payment's picture stand. `along` is the way of the money, from
// payer to people; `across` is how wide it is. The drawing turns this into left to right, right to
// left, or downward. Numbers here are for the picture alone.

import { sankey } from 'd3-sankey';
import type { Money } from '../../../domain/money/amount.ts';
import { fractionOf, isZero } from '../../words/numbers.ts';
import type { Way } from './ways.ts';

/** How a box or ribbon is coloured: money for people, tax, or whoever paid. */
export type Tone = 'payer' | 'tax' | 'paid';

/** A box. */
export interface FlowNode {
  readonly key: string;
  readonly tone: Tone;
  /** Its column: the payer, the ways, the people. */
  readonly column: 0 | 1 | 2;
  readonly amount: Money;
  readonly along: number;
  readonly from: number;
  readonly to: number;
}

/** A ribbon between two boxes; each end by the middle of its width. */
export interface FlowRibbon {
  readonly key: string;
  readonly tone: Tone;
  readonly start: { readonly along: number; readonly across: number };
  readonly end: { readonly along: number; readonly across: number };
  readonly width: number;
}

/** A whole picture. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly FlowRibbon[];
}

/** The room for it. `box`: how thick a box is along the way. */
export interface FlowRoom {
  readonly along: number;
  readonly across: number;
  readonly box: number;
  readonly between: number;
}

interface Node {
  readonly key: string;
  readonly tone: Tone;
  readonly column: 0 | 1 | 2;
  readonly amount: Money;
}

interface Link {
  readonly tone: Tone;
}

/** What is no money of the work: tax, and what goes back. */
const isAside = ({ kind }: Way): boolean => kind === 'tax' || kind === 'back';

const isPerson = ({ kind }: Way): boolean =>
  kind === 'person' || kind === 'dust' || kind === 'deficit';

/** Dust from before that goes out is no ribbon; what takes nothing is a box without a ribbon. */
const isDrawn = (way: Way, zeros: boolean): boolean =>
  !way.amount.amount.startsWith('-') && ((zeros && !isPerson(way)) || !isZero(way.amount));

/** Lays out the way of what was paid; with `zeros`, the ways that took nothing stand there too. */
export function flowOf(
  paid: Money,
  ways: readonly Way[],
  { along, across, box, between }: FlowRoom,
  zeros: boolean,
): Flow {
  const drawn = ways.filter((way) => isDrawn(way, zeros));
  const nodes: Node[] = [
    { key: 'payer', tone: 'payer', column: 0, amount: paid },
    ...drawn.map((way): Node => ({
      key: way.key,
      tone: isAside(way) ? 'tax' : 'paid',
      column: isPerson(way) ? 2 : 1,
      amount: way.amount,
    })),
  ];
  const links = drawn.map((way) => ({
    tone: isAside(way) ? ('tax' as const) : ('paid' as const),
    source: isPerson(way) ? 'pool' : 'payer',
    target: way.key,
    value: fractionOf(way.amount, paid),
  }));
  const laid = sankey<Node, Link>()
    .nodeId(({ key }) => key)
    .nodeWidth(box)
    .nodePadding(between)
    .nodeAlign(({ column }) => column)
    .nodeSort(null)
    .linkSort(null)
    .extent([
      [0, 0],
      [along, across],
    ])({ nodes, links });
  return {
    nodes: laid.nodes.map(({ key, tone, column, amount, x0 = 0, y0 = 0, y1 = 0 }) => ({
      key,
      tone,
      column,
      amount,
      along: x0,
      from: y0,
      to: y1,
    })),
    ribbons: laid.links.flatMap(({ tone, source, target, y0 = 0, y1 = 0, width = 0 }) => {
      if (typeof source !== 'object' || typeof target !== 'object' || width <= 0) return [];
      return {
        key: target.key,
        tone,
        start: { along: source.x1 ?? 0, across: y0 },
        end: { along: target.x0 ?? 0, across: y1 },
        width: Math.max(1, width),
      };
    }),
  };
}

/** The outline of a ribbon; `point` turns along and across into a place on the drawing. */
export function outlineOf(
  { start, end, width }: FlowRibbon,
  point: (along: number, across: number) => string,
): string {
  const half = width / 2;
  const middle = (start.along + end.along) / 2;
  const edge = (side: number): readonly [string, string, string, string] => [
    point(start.along, start.across + side),
    point(middle, start.across + side),
    point(middle, end.across + side),
    point(end.along, end.across + side),
  ];
  const [a, b, c, d] = edge(-half);
  const [h, g, f, e] = edge(half);
  return `M${a}C${b} ${c} ${d}L${e}C${f} ${g} ${h}Z`;
}
