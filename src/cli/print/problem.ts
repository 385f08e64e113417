import { Refusal } from '../../domain/refusals.ts';
import { Problem, problemFrom } from '../../sdk/problem.ts';
import { EXIT } from '../session/terminal.ts';
import { printable } from './text.ts';

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return problemFrom(
    error instanceof Refusal ? error : new Refusal('broken-assumption'),
    error instanceof Refusal ? undefined : error,
  );
}

/** The exit status of a problem: refused, usage, trouble of node or disk, or not found. */
export function statusOf({ code, status }: Problem): number {
  if (code === 'option-malformed' || code === 'command-malformed') return EXIT.usage;
  if (status >= 500) return EXIT.trouble;
  return status === 404 ? EXIT.unknown : EXIT.refused;
}

const lines = (text: string): string => text.split('\n').map(printable).join('\n');

/** What happened, what was kept, what to do, then the name. */
export function problemText({ document }: Problem): string {
  const { detail, kept, remedy, code } = document;
  const parts = [
    `webizen: ${lines(detail)}`,
    kept === '' ? '' : lines(kept),
    remedy === '' ? '' : `What to do: ${lines(remedy)}`,
    `(${printable(code)})`,
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}
