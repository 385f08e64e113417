import { refuse } from '../refusals.ts';

/** What another person can check: an address on the web, or a reference in words. */
export interface Evidence {
  readonly type: 'address' | 'reference';
  readonly text: string;
}

const MOST_LETTERS = 2000;

/**
 * Reads one piece of evidence: an http or https address, or a reference in words (a commit, a
 * receipt number). Addresses that run or reveal something where they are opened are refused.
 * ✗ `evidence-malformed`
 */
export function parseEvidence(text: string): Evidence {
  const trimmed = text.trim();
  if (trimmed === '') malformed(text, 'it is empty');
  if (trimmed.length > MOST_LETTERS) malformed(text, `it is over ${MOST_LETTERS} letters long`);
  if (/\p{Cc}/u.test(trimmed)) malformed(text, 'it holds control characters');
  if (/^https?:/i.test(trimmed)) return { type: 'address', text: parseAddress(trimmed) };
  if (/^(javascript|data|file|vbscript|blob):/i.test(trimmed)) {
    malformed(text, 'only http and https addresses are opened');
  }
  return { type: 'reference', text: trimmed };
}

/** Reads the evidence of a line; the same piece twice counts once. ✗ `evidence-malformed` */
export function parseEvidenceList(texts: readonly string[]): Evidence[] {
  const read = texts.map(parseEvidence);
  return [...new Map(read.map((evidence) => [evidence.text, evidence])).values()];
}

function parseAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return malformed(text, 'it is no address');
  if (url.password !== '') malformed(text, 'it holds a password');
  return text;
}

const malformed = (text: string, what: string): never =>
  refuse('evidence-malformed', { text: text.slice(0, 80).replaceAll(/\p{Cc}/gu, ' '), what });
