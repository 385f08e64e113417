// Timers that run in this browser, one a work: each is the instant of its start, so that it
// survives a closed window. All windows show the same.

import { remember, remembered } from './remembered.ts';

/** The start of each timer that runs, an ISO instant, by its work. */
export type Timers = Readonly<Record<string, string>>;

const NAME = 'timers';
const NONE = '{}';
const listeners = new Set<() => void>();

/** All of them as one text, which is another one whenever one starts or stops. */
export const timersText = (): string => remembered(NAME) ?? NONE;

/** The timers that such a text tells of. */
export const timersIn = (text: string): Timers => JSON.parse(text) as Timers;

/** Tells of starts and stops, in other windows too; gives what ends the telling. */
export function onTimers(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

function write(timers: Timers): void {
  remember(NAME, JSON.stringify(timers));
  for (const tell of listeners) tell();
}

/** Starts the timer of a work. */
export const startTimer = (work: string, since: string): void =>
  write({ ...timersIn(timersText()), [work]: since });

/** Stops the timer of a work. */
export function stopTimer(work: string): void {
  const { [work]: _, ...others } = timersIn(timersText());
  write(others);
}
