// Texts of several lines, as people write them: notes, reasons, what was done.

import { refuse } from '../refusals.ts';

// As in names, the marks that right-to-left text may need (LRM, RLM, ALM, joiners) are left alone.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;
const HALF = /\p{Cs}/u;
const GARBLING = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu;

/** How many characters of a text are shown on each side of what cannot stay. */
const NEAR = 12;

/**
 * That a text of several lines reads as it is written: it holds no sign that turns text around, no
 * control sign but tabs and line ends, no half character. Refuses `text-malformed`, which says
 * where.
 */
export function assertText(text: string): void {
  const at = text.search(GARBLING);
  if (at < 0) return;
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  const line = before.split('\n');
  const near = `${lastOf(line.at(-1) ?? '')}${firstOf(plain(after).split('\n')[0] ?? '')}`;
  refuse('text-malformed', { what: garbling(found), line: line.length, near: near.trim() });
}

/** A text without what `assertText` refuses: for what other programs wrote. */
export const plain = (text: string): string => text.toWellFormed().replaceAll(GARBLING, '');

function garbling(sign: string): string {
  if (HALF.test(sign)) return 'half a character';
  return TURNING.test(sign) ? 'a sign that turns text around' : 'a control sign';
}

const firstOf = (text: string): string => Array.from(text).slice(0, NEAR).join('');
const lastOf = (text: string): string => Array.from(text).slice(-NEAR).join('');
