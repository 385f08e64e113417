// The picture that programs show beside a link to a work: the Square, its title, what the badge
// says and the node's name, as a PNG, since few of them take anything else. Shapes are filled here.

import { crc32, deflateSync } from 'node:zlib';
import type { PublicWork } from '../../actions/consents/answers.ts';
import { badgePieces, paidPart } from './badge.ts';
import { cardNames } from './card-names.ts';
import type { PublicLanguage } from './words/words.ts';

const WIDTH = 1200;
const HEIGHT = 630;

type Colour = readonly [red: number, green: number, blue: number];
const PAPER: Colour = [242, 245, 240];
const INK: Colour = [20, 33, 27];
const SECOND: Colour = [70, 85, 77];
const PART: Colour = [143, 184, 165];
const AMBER: Colour = [244, 170, 28];

/** A picture of one colour for a start, into which shapes are filled. */
class Canvas {
  readonly pixels = new Uint8Array(WIDTH * HEIGHT * 3);

  constructor(ground: Colour) {
    for (let at = 0; at < this.pixels.length; at += 3) this.pixels.set(ground, at);
  }

  rect(x: number, y: number, width: number, height: number, colour: Colour): void {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) this.#mix(column, row, colour, 1);
    }
  }

  /** Fills closed lines, each a list of points; where they overlap they are one shape. */
  shape(lines: readonly (readonly Point[])[], colour: Colour): void {
    const cover = new Float32Array(WIDTH * HEIGHT + 2);
    for (const line of lines) {
      line.forEach((from, at) => accumulate(cover, from, line[(at + 1) % line.length] ?? from));
    }
    const heights = lines.flat().map(([, y]) => y);
    const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
    for (let row = Math.max(0, Math.floor(top)); row < Math.min(HEIGHT, bottom); row++) {
      let sum = 0;
      for (let column = 0; column < WIDTH; column++) {
        sum += cover[row * WIDTH + column] ?? 0;
        const part = Math.min(1, Math.abs(sum));
        if (part > 0.002) this.#mix(column, row, colour, part);
      }
    }
  }

  #mix(x: number, y: number, colour: Colour, part: number): void {
    const at = (y * WIDTH + x) * 3;
    colour.forEach((value, channel) => {
      const under = this.pixels[at + channel] ?? 0;
      this.pixels[at + channel] = Math.round(under + (value - under) * part);
    });
  }
}

type Point = readonly [x: number, y: number];

/**
 * Adds what one straight edge covers of each pixel to its right, as signed areas: the sum along a
 * row is then how much of a pixel is inside (R. Levien's accumulation buffer).
 */
function accumulate(cover: Float32Array, [x0, y0]: Point, [x1, y1]: Point): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
  const slope = (x1 - x0) / (y1 - y0);
  const at = (y: number): number => x0 + (y - y0) * slope;
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(HEIGHT, Math.ceil(bottom)); row++) {
    const [from, to] = [Math.max(top, row), Math.min(bottom, row + 1)];
    const height = (to - from) * sign;
    const ends = [at(from), at(to)].toSorted((left, right) => left - right);
    addSpan(cover, row * WIDTH, height, ends[0] ?? 0, ends[1] ?? 0);
  }
}

/** One edge within one row, from its leftmost to its rightmost point. */
function addSpan(
  cover: Float32Array,
  row: number,
  height: number,
  left: number,
  right: number,
): void {
  const add = (column: number, value: number): void => {
    const place = row + Math.max(0, Math.min(WIDTH, column));
    cover[place] = (cover[place] ?? 0) + value;
  };
  const first = Math.floor(left);
  const last = Math.ceil(right);
  if (last <= first + 1) {
    const middle = (left + right) / 2 - first;
    add(first, height * (1 - middle));
    add(first + 1, height * middle);
    return;
  }
  const step = height / (right - left);
  let before = 0;
  for (let column = first; column <= last; column++) {
    // How much of the edge lies to the left of the middle of what this pixel has of it.
    const area = areaLeftOf(column + 1, left, right) * step;
    add(column, area - before);
    before = area;
  }
}

/** The area, in one column, under a ramp that rises from 0 at `left` by 1 a pixel up to `right`. */
function areaLeftOf(end: number, left: number, right: number): number {
  const ramp = (x: number): number => {
    const inside = Math.min(Math.max(x, left), right) - left;
    return (inside * inside) / 2 + Math.max(0, x - right) * (right - left);
  };
  return ramp(end) - ramp(end - 1);
}

const STEPS = 8;

/** The lines of an outline, its curves as short straight pieces. */
function linesOf(path: string, place: (x: number, y: number) => Point): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  let last: readonly [number, number] = [0, 0];
  for (const [, command = '', given = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (given.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    const points = numbers.flatMap((x, at) =>
      at % 2 === 0 ? [[x, numbers[at + 1] ?? 0] as const] : [],
    );
    if (command === 'M') line = [];
    if (command === 'Z') lines.push(line);
    const from = last;
    const steps = command === 'Q' || command === 'C' ? STEPS : 1;
    for (let step = 1; step <= steps && points.length > 0; step++) {
      last = command === 'M' ? (points[0] ?? last) : pointOn([from, ...points], step / steps);
      line.push(place(...last));
    }
  }
  return lines;
}

/** A point of a Bézier curve of any degree (de Casteljau). */
function pointOn(points: readonly Point[], at: number): Point {
  const [first = [0, 0] as const, ...rest] = points;
  if (rest.length === 0) return first;
  const nearer = rest.map((point, index): Point => {
    const [x = 0, y = 0] = points[index] ?? [];
    return [x + (point[0] - x) * at, y + (point[1] - y) * at];
  });
  return pointOn(nearer, at);
}

const SIDE = 260;
const SQUARE_Y = 46;
const TEXT_Y = 505;
const TEXT_SCALE = 0.036;
const SPACE = 330;

/** The card of a work: what it is called, what its badge says, and on whose node it is. */
export async function cardOf(
  work: PublicWork,
  language: PublicLanguage,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new Canvas(PAPER);
  const [x, y] = [(WIDTH - SIDE) / 2, SQUARE_Y];
  const inside = SIDE - 36;
  const isOpen = work.status === 'open';
  if (!isOpen) {
    canvas.rect(x, y, SIDE, SIDE, INK);
    canvas.rect(x + 8, y + 8, SIDE - 16, SIDE - 16, PAPER);
  }
  const level = isOpen ? inside : Math.max(6, Math.round(paidPart(work) * inside));
  canvas.rect(x + 18, y + 18, inside, inside, PART);
  canvas.rect(x + 18, y + 18 + inside - level, inside, level, AMBER);
  const pieces = badgePieces(work, language);
  const width = pieces.reduce((sum, [advance]) => sum + advance + SPACE, -SPACE);
  const scale = Math.min(TEXT_SCALE, (WIDTH - 120) / width);
  let left = (WIDTH - width * scale) / 2;
  const lines: Point[][] = [];
  for (const [advance, path] of pieces) {
    const from = left;
    lines.push(...linesOf(path, (px, py) => [from + px * scale, TEXT_Y + py * scale]));
    left += (advance + SPACE) * scale;
  }
  const names = await cardNames({ title: work.title, node: work.node.name, language });
  const outlines = (ofTitle: boolean): Point[][] =>
    names
      .filter(({ isTitle }) => isTitle === ofTitle)
      .flatMap(({ path, place }) => linesOf(path, place));
  canvas.shape([...lines, ...outlines(true)], INK);
  canvas.shape(outlines(false), SECOND);
  return pngOf(canvas.pixels);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Pixels of three bytes as a PNG (ISO/IEC 15948), each row without a filter. */
function pngOf(pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(HEIGHT * (WIDTH * 3 + 1));
  for (let row = 0; row < HEIGHT; row++) {
    rows.set(pixels.subarray(row * WIDTH * 3, (row + 1) * WIDTH * 3), row * (WIDTH * 3 + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}
