import { refuse, Refusal, refusals } from '../domain/refusals.ts';
import type { RefusalCode, RefusalEntry } from '../domain/refusals.ts';

/** A problem as RFC 9457 has it, with the refusal's own name, values and remedy as extensions. */
export interface ProblemDocument {
  /** Where the refusal is explained: `/reference/refusals#code`. */
  readonly type: string;
  /** The refusal in two or three words; always the same for one code. */
  readonly title: string;
  readonly status: number;
  /** What was refused, by which rule and with which values. */
  readonly detail: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** What to do next. */
  readonly remedy: string;
  /** What is still there: a refusal changes nothing. */
  readonly kept: string;
}

const KEPT = 'Nothing was changed.';

/** The refusal's name as words: `id-reused` is "Id reused". */
export function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The problem document of a refusal. Values beyond 2^53 become text, so that no digit is lost. */
export function problemOf(refusal: Refusal): ProblemDocument {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal.values)) {
    values[name] = typeof value === 'bigint' ? String(value) : value;
  }
  return {
    type: `/reference/refusals#${refusal.code}`,
    title: titleOf(refusal.code),
    status: refusal.status,
    detail: refusal.message,
    code: refusal.code,
    values,
    remedy: refusal.remedy,
    kept: KEPT,
  };
}

/**
 * The problem document of whatever was thrown. What is no refusal is a broken assumption: its own
 * words stay in the node's log, as they may hold paths or personal text.
 */
export function problemOfError(error: unknown): ProblemDocument {
  return problemOf(error instanceof Refusal ? error : new Refusal('broken-assumption'));
}

/** The problem as a response of the type that RFC 9457 names. */
export function problemResponse(problem: ProblemDocument): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    // What is missing now may be there in a moment, and a refusal may name what is private.
    'cache-control': 'no-store',
  });
  if (problem.status === 401) headers.set('www-authenticate', 'Bearer realm="webizen"');
  if (problem.code === 'method-unfit') headers.set('allow', String(problem.values['allowed']));
  // RFC 6585, 4; RFC 9110, 10.2.3: in seconds.
  if (problem.code === 'too-many-attempts') {
    headers.set('retry-after', String(problem.values['seconds']));
  }
  return new Response(`${JSON.stringify(problem)}\n`, { status: problem.status, headers });
}

/** The entry of the catalogue under a name that came from outside, or undefined. */
export function refusalEntry(code: string): RefusalEntry | undefined {
  return Object.hasOwn(refusals, code) ? refusals[code as RefusalCode] : undefined;
}

/** Refuses `query-malformed`, naming the first thing of the address that does not fit. */
export function refuseQuery(where: string, what: string): never {
  refuse('query-malformed', { where, what });
}
