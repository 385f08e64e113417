import type { Terminal } from './terminal.ts';

/** Says how far something long has come: in place for a person who watches, else now and then. */
export interface ProgressLine {
  readonly at: (count: number) => void;
  readonly end: () => void;
}

const STEP = 1000;

/** Progress on the error stream, where somebody watches or asked for it. */
export function progressOf({ stderr }: Terminal, asked: boolean, what: string): ProgressLine {
  const inPlace = stderr.isTTY === true;
  if (!inPlace && !asked) return { at: () => undefined, end: () => undefined };
  let [shown, next] = [false, STEP];
  return {
    at: (count) => {
      if (count < next) return;
      next = count + STEP;
      shown = true;
      stderr.write(inPlace ? `\r${count} ${what}\u001b[K` : `${count} ${what}\n`);
    },
    end: () => {
      if (shown && inPlace) stderr.write('\r\u001b[K');
    },
  };
}
