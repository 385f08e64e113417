// The names on a card: set by Typst in the letters of the app, and given as outlines to be filled.
// They come in as data, so that no name can be mark-up.

import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { shippedDirectory } from '../../tables/manifest.ts';

/** One letter as an outline of absolute commands, and where its points stand on the card. */
export interface Letter {
  readonly path: string;
  readonly place: (x: number, y: number) => readonly [x: number, y: number];
  /** Whether it is of the title; else it is of the node's name. */
  readonly isTitle: boolean;
}

interface Names {
  readonly title: string;
  readonly node: string;
  readonly language: string;
}

const [TITLE, NODE] = ['#000000', '#111111'];

/** As large as fits one line, else two lines of the smallest size. */
const TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: none)
#set text(lang: data.language, dir: if data.language == "ar" { rtl } else { ltr })
#let titled(size) = text(
  font: ("Newsreader", "Vazirmatn"), size: size, fill: rgb("${TITLE}"), data.title,
)
#let room(height, body) = box(width: 1080pt, height: height, align(center + horizon, body))
#place(top + center, dy: 318pt, room(124pt, context {
  let fitting = (60pt, 48pt).find(size => measure(titled(size)).width <= 1080pt)
  titled(if fitting == none { 38pt } else { fitting })
}))
#place(top + center, dy: 548pt, room(50pt, text(
  font: ("Hanken Grotesk", "Vazirmatn"), size: 26pt, fill: rgb("${NODE}"), data.node,
)))
`;

/** Letters of a name on a card, at most; and of a word, before a line may end in it. */
const MOST = { title: 90, node: 40, word: 28 };

function shortened(name: string, most: number): string {
  const signs = Array.from(name.replaceAll(/\s+/g, ' ').trim());
  const short = signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
  return short.replaceAll(new RegExp(`\\S{${MOST.word}}`, 'gu'), '$&\u200b');
}

/** Made once, when the first card is asked for: it reads the fonts. */
let setter: Promise<NodeCompiler> | undefined;

async function newSetter(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  return typst.NodeCompiler.create({
    fontArgs: [{ fontPaths: [join(shippedDirectory(), 'fonts')] }],
  });
}

/** The letters of a work's title and of its node's name, in pixels of a card. */
export async function cardNames({ title, node, language }: Names): Promise<readonly Letter[]> {
  setter ??= newSetter();
  const typst = await setter;
  const names = {
    title: shortened(title, MOST.title),
    node: shortened(node, MOST.node),
    language,
  };
  const inputs = { data: JSON.stringify(names) };
  const picture = typst.plainSvg({ mainFileContent: TEMPLATE, inputs });
  // Nothing is kept of cards that were set before: there are as many as there are works.
  typst.evictCache(1);
  return lettersIn(picture);
}

/** A step from one system of points to another: `x' = a x + c y + e`, `y' = b x + d y + f`. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const numbersIn = (text: string): readonly number[] =>
  (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

function stepOf(attributes: string): Matrix {
  const [, kind = '', given = ''] = /transform="(\w+)\(([^)]*)\)"/.exec(attributes) ?? [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersIn(given);
  if (kind === 'matrix') return [a, b, c, d, e, f];
  return kind === 'translate' ? [1, 0, 0, 1, a, b] : [1, 0, 0, 1, 0, 0];
}

const through = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const attributeOf = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

/** The letters that Typst has set: each is drawn once, and used where it stands. */
function lettersIn(picture: string): readonly Letter[] {
  const outlines = new Map(
    [...picture.matchAll(/<symbol id="([^"]*)"[^>]*>\s*<path d="([^"]*)"/g)].map(
      ([, id = '', path = '']) => [`#${id}`, absolute(path)],
    ),
  );
  const letters: Letter[] = [];
  const steps: Matrix[] = [[1, 0, 0, 1, 0, 0]];
  for (const [, tag, attributes = '', end] of picture.matchAll(/<(g|use|\/g)\b([^>]*?)(\/?)>/g)) {
    const here = steps.at(-1) ?? [1, 0, 0, 1, 0, 0];
    if (tag === '/g') steps.pop();
    if (tag === 'g' && end === '') steps.push(through(here, stepOf(attributes)));
    if (tag !== 'use') continue;
    const path = outlines.get(attributeOf(attributes, 'xlink:href'));
    const [dx, dy] = [Number(attributeOf(attributes, 'x')), Number(attributeOf(attributes, 'y'))];
    const [a, b, c, d, e, f] = through(here, [1, 0, 0, 1, dx, dy]);
    const isTitle = attributeOf(attributes, 'fill') === TITLE;
    const place = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
    if (path !== undefined) letters.push({ path, place, isTitle });
  }
  return letters;
}

/** A path of relative commands as one of the absolute commands M, L, Q, C and Z. */
function absolute(path: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let drawn = '';
  for (const [, command = '', given = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = numbersIn(given);
    const kind = command.toUpperCase();
    if (kind === 'Z') {
      [x, y] = [startX, startY];
      drawn += 'Z';
      continue;
    }
    const [fromX, fromY] = command === kind ? [0, 0] : [x, y];
    const [first = 0] = numbers;
    const points =
      kind === 'H'
        ? [fromX + first, y]
        : kind === 'V'
          ? [x, fromY + first]
          : numbers.map((one, at) => one + (at % 2 === 0 ? fromX : fromY));
    [x = x, y = y] = points.slice(-2);
    if (kind === 'M') [startX, startY] = [x, y];
    drawn += kind === 'H' || kind === 'V' ? 'L' : kind;
    drawn += points.map((one) => one.toFixed(2)).join(' ');
  }
  return drawn;
}
