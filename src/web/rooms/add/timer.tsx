import { useEffect, useState } from 'react';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { instantText, quantityText } from '../../words/numbers.ts';
import { hoursOf } from './line-typed.ts';

/** When a timer was started; an empty text where none runs. */
export type TimerKept = Draft<{ since: string }>;

interface Props {
  readonly timer: TimerKept;
  /** Takes the hours of a timer that was stopped, and the day on which it was started. */
  readonly onStop: (hours: string, day: string) => void;
}

const never = { since: '' };

/** The timer of a work. It is the instant of its start, so that it survives anything. */
export const useTimer = (work: string): TimerKept => useDraft(`timer:${work}`, never);

/** Starts a timer, shows it while it runs, and stops it. */
export function Timer({ timer, onStop }: Props) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const { since } = timer.value;
  if (since === '') {
    return (
      <Button onClick={() => timer.change({ since: new Date().toISOString() })}>
        {say('timer.start')}
      </Button>
    );
  }
  const stop = (): void => {
    onStop(hoursOf(Date.now() - Date.parse(since)), localDay(new Date(since)));
    void timer.discard();
  };
  return (
    <section className="add-timer" aria-label={say('timer')}>
      <Elapsed since={since} />
      <p className="second">{say('timer.since', { time: instantText(since, locale) })}</p>
      <div className="path-acts">
        <StopButton since={since} onStop={stop} />
        <Button look="plain" onClick={() => void timer.discard()}>
          {say('timer.drop')}
        </Button>
      </div>
    </section>
  );
}

function useElapsed(since: string, everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return Math.max(0, now - Date.parse(since));
}

function Elapsed({ since }: { readonly since: string }) {
  const seconds = Math.floor(useElapsed(since, 1000) / 1000);
  const { locale } = useLocale();
  const two = (n: number): string => n.toLocaleString(locale, { minimumIntegerDigits: 2 });
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return (
    <p className="add-clock" role="timer" dir="ltr">
      {hours.toLocaleString(locale)}:{two(minutes)}:{two(seconds % 60)}
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
