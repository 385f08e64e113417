import { Refusal } from '../domain/refusals.ts';
import type { ProblemDocument } from '../http/problem.ts';

/**
 * Thrown for every "no" of a node, with the refusal's name and remedy, and for a node that does
 * not answer (`node-unreachable`). `document` is the problem as it was sent (RFC 9457).
 */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument, options?: ErrorOptions) {
    super(document.detail, options);
    this.name = 'Problem';
    this.document = document;
  }

  /** The refusal's name, which never changes. */
  get code(): string {
    return this.document.code;
  }

  /** HTTP status. */
  get status(): number {
    return this.document.status;
  }

  /** What to do next. */
  get remedy(): string {
    return this.document.remedy;
  }

  /** What the refusal's sentence names. */
  get values(): Readonly<Record<string, string | number>> {
    return this.document.values;
  }
}

/**
 * A problem that the client itself meets: nobody knows then whether the act arrived.
 * ✗ `node-unreachable`, `answer-unreadable`
 */
export function clientProblem(
  code: 'node-unreachable' | 'answer-unreadable',
  values: Readonly<Record<string, string | number>>,
  cause?: unknown,
): Problem {
  const { document } = problemFrom(new Refusal(code, values));
  const kept =
    'It is not known whether the request arrived; trying again with the same id is safe.';
  return new Problem({ ...document, kept }, { cause });
}

/** The problem in a response, or undefined where the response is none. */
export function problemIn(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const one = value as Partial<ProblemDocument>;
  const isProblem =
    typeof one.code === 'string' &&
    typeof one.detail === 'string' &&
    typeof one.status === 'number';
  if (!isProblem) return undefined;
  return new Problem({
    type: one.type ?? 'about:blank',
    title: one.title ?? '',
    status: one.status ?? 500,
    detail: one.detail ?? '',
    code: one.code ?? '',
    values: one.values ?? {},
    remedy: one.remedy ?? '',
    kept: one.kept ?? '',
  });
}

/** A refusal that was met on this side, in the same form as those of a node. */
export function problemFrom(refusal: Refusal, cause?: unknown): Problem {
  const { code, message, remedy, status } = refusal;
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal.values)) {
    values[name] = typeof value === 'bigint' ? String(value) : value;
  }
  return new Problem(
    {
      type: `/reference/refusals#${code}`,
      title: code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' '),
      status,
      detail: message,
      code,
      values,
      remedy,
      kept: 'Nothing was changed.',
    },
    { cause },
  );
}
