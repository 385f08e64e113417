import { useElapsed, useTimers } from '../../app/timers.ts';
import { startTimer, stopTimer } from '../../keep/timers.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { clockText, instantText, quantityText } from '../../words/numbers.ts';
import { hoursOf } from './line-typed.ts';

interface Props {
  readonly work: string;
  /** Takes the hours of a timer that was stopped, and the day on which it was started. */
  readonly onStop: (hours: string, day: string) => void;
}

/** Starts the timer of a work, shows it while it runs, and stops it. */
export function Timer({ work, onStop }: Props) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const since = useTimers()[work];
  if (since === undefined) {
    return (
      <Button onClick={() => startTimer(work, new Date().toISOString())}>
        {say('timer.start')}
      </Button>
    );
  }
  const stop = (): void => {
    onStop(hoursOf(Date.now() - Date.parse(since)), localDay(new Date(since)));
    stopTimer(work);
  };
  return (
    <section className="add-timer" aria-label={say('timer')}>
      <Elapsed since={since} />
      <p className="second">{say('timer.since', { time: instantText(since, locale) })}</p>
      <div className="path-acts">
        <StopButton since={since} onStop={stop} />
        <Button look="plain" onClick={() => stopTimer(work)}>
          {say('timer.drop')}
        </Button>
      </div>
    </section>
  );
}

function Elapsed({ since }: { readonly since: string }) {
  const elapsed = useElapsed(since, 1000);
  const { locale } = useLocale();
  return (
    <p className="add-clock" role="timer" dir="ltr">
      {clockText(elapsed, locale, true)}
    </p>
  );
}

function StopButton({ since, onStop }: { readonly since: string; readonly onStop: () => void }) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const hours = hoursOf(useElapsed(since, 1000));
  if (hours === '') return null;
  const time = quantityText({ quantity: hours, unit: 'h' }, locale);
  return <Button onClick={onStop}>{say('timer.stop', { time })}</Button>;
}

/** The day on this device's calendar, YYYY-MM-DD. */
export function localDay(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
