// The badge of a work: a picture that stands in pages of others, with nothing to load and no font,
// so that it looks the same everywhere.

import type { PublicWork } from '../../actions/consents/answers.ts';
import type { Money } from '../../domain/money/amount.ts';
import { amountText } from './amounts.ts';
import { glyphs, phrases } from './badge-outlines.data.ts';
import type { Outline } from './badge-outlines.data.ts';
import { escaped } from './html.ts';
import { publicWords } from './words/words.ts';
import type { PublicLanguage } from './words/words.ts';

/** What part is paid, 0 to 1, for pictures; 1 only where all of it is. */
export function paidPart({ figures, status }: PublicWork): number {
  if (status === 'open') return 1;
  if (figures === null) return 0;
  const digits = (text: string): bigint => BigInt(text.replaceAll(/\D/g, ''));
  const [whole, paid] = [digits(figures.obligation.amount), digits(figures.paid.amount)];
  if (whole === 0n || figures.paid.amount.startsWith('-')) return 0;
  return paid >= whole ? 1 : Math.min(0.999, Number((paid * 10_000n) / whole) / 10_000);
}

/** What is still to be paid until it opens; undefined where it is open, or nothing can be said. */
function stillToPay({ figures, status }: PublicWork): Money | undefined {
  if (status === 'open' || figures === null) return undefined;
  const { remaining } = figures.opensWhen;
  // Where nothing is owed yet, nothing is to be paid, and it does not open either.
  return /[1-9]/.test(figures.obligation.amount) ? remaining : undefined;
}

/** What the badge says, for those who hear it. */
export function badgeText(work: PublicWork, language: PublicLanguage): string {
  const { badge, locale } = publicWords[language];
  if (work.status === 'open') return badge.open;
  const remaining = stillToPay(work);
  return remaining === undefined ? badge.closed : badge.until(amountText(remaining, { locale }));
}

const HEIGHT = 24;
const SQUARE = 14;
const PADDING = 7;
/** Between the pieces of what it says, hundredths of a pixel. */
const SPACE = 330;
const BASELINE = 16;

/** Marks of direction have no shape. */
const INVISIBLE = /[\u200e\u200f\u061c\u2066-\u2069]/g;

/** The characters of an amount side by side; undefined where one of them has no outline here. */
function outlined(text: string): Outline | undefined {
  let width = 0;
  let path = '';
  for (const one of text.replaceAll(INVISIBLE, '').replaceAll(/\s/g, ' ')) {
    const found = glyphs[one];
    if (found === undefined) return undefined;
    const [advance, outline] = found;
    path += moved(outline, width);
    width += advance;
  }
  return [width, path];
}

/** An outline that begins so far to the right. All its commands are absolute, in pairs. */
function moved(path: string, by: number): string {
  return path.replaceAll(/([MLQC])([^MLQCZ]*)/g, (_, command: string, given: string) => {
    const numbers = given.match(/-?\d+/g) ?? [];
    return command + numbers.map((one, at) => (at % 2 === 0 ? Number(one) + by : one)).join(' ');
  });
}

/** An amount as an outline: with the sign of its currency, or with its code, as far as is known. */
function amountOutline(value: Money, language: PublicLanguage): Outline | undefined {
  const { locale } = publicWords[language];
  for (const by of ['sign', 'code'] as const) {
    const found = outlined(inOrder(amountText(value, { locale, by })));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** As they are seen from left to right: figures run that way in Arabic too, with the sign after. */
function inOrder(text: string): string {
  const match = /^(.*[\d\u0660-\u0669])\s+\u2066?([^\s\u2069]+)\u2069?$/.exec(text);
  return text.includes('\u2066') && match !== null ? `${match[2]} ${match[1]}` : text;
}

/** What it shows, from left to right, as outlines. */
export function badgePieces(work: PublicWork, language: PublicLanguage): readonly Outline[] {
  const said = phrases[language];
  const remaining = stillToPay(work);
  const amount = remaining === undefined ? undefined : amountOutline(remaining, language);
  const pieces =
    work.status === 'open'
      ? said.open
      : amount === undefined
        ? said.closed
        : [amount, ...said.until];
  return publicWords[language].direction === 'rtl' ? [...pieces].toReversed() : pieces;
}

/** The badge of a work: the Square filled as far as it is paid, and the same in words. */
export function badgeOf(work: PublicWork, language: PublicLanguage): string {
  const isMirrored = publicWords[language].direction === 'rtl';
  const pieces = badgePieces(work, language);
  const length = pieces.reduce((sum, [width]) => sum + width + SPACE, -SPACE);
  const width = Math.ceil(length / 100) + SQUARE + 3 * PADDING;
  const title = escaped(`${work.title}: ${badgeText(work, language)}`);
  const level = work.status === 'open' ? 8 : Math.max(1, paidPart(work) * 8);
  const [square, text] = isMirrored
    ? [width - PADDING - SQUARE, PADDING]
    : [PADDING, 2 * PADDING + SQUARE];
  let at = text * 100;
  const words = pieces.map(([advance, path]) => {
    const drawn = `<path transform="translate(${at / 100} ${BASELINE}) scale(.01)" d="${path}"/>`;
    at += advance + SPACE;
    return drawn;
  });
  const size = `width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}"`;
  const frame = `x="${square + 0.75}" y="5.75" width="12.5" height="12.5" rx="1.5"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="t">
<title id="t">${title}</title>
<style>.p{fill:#fdfefc;stroke:#7c8a82}.i{fill:#14211b}.s{fill:none;stroke:#14211b}.a{fill:#f4aa1c}
@media(prefers-color-scheme:dark){.p{fill:#141c18;stroke:#6b7b72}.i{fill:#e8eeea}
.s{stroke:#e8eeea}.a{fill:#f7b733}}</style>
<rect class="p" x=".5" y=".5" width="${width - 1}" height="${HEIGHT - 1}" rx="4"/>
<rect class="s" ${frame} stroke-width="1.5"/>
<rect class="a" x="${square + 3}" y="${16 - level}" width="8" height="${level}"/>
<g class="i">${words.join('')}</g>
</svg>
`;
}
