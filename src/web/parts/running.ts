import { useEffect, useRef, useState } from 'react';

/** Does something long: tells how far it is, and ends when it is told to. */
type Long<Step, Result> = (tell: (step: Step) => void, signal: AbortSignal) => Promise<Result>;

interface State<Step, Result> {
  /** How far it is, while it runs. */
  readonly running?: Step;
  readonly result?: Result;
  readonly failed?: unknown;
}

/** Something long that is begun and stopped by hand, and stops with the page. */
export function useRunning<Step, Result>(first: Step, long: Long<Step, Result>) {
  const [state, setState] = useState<State<Step, Result>>({});
  const control = useRef<AbortController>(undefined);
  const stop = (): void => control.current?.abort();
  useEffect(() => () => control.current?.abort(), []);
  const start = async (): Promise<void> => {
    const { signal } = (control.current = new AbortController());
    setState({ running: first });
    try {
      setState({ result: await long((running) => setState({ running }), signal) });
    } catch (failed) {
      setState(signal.aborted ? {} : { failed });
    }
  };
  return { ...state, start, stop };
}
