import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Icon } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { clockText } from '../../words/numbers.ts';
import { workAsked } from '../questions.ts';
import { useElapsed, useTimers } from '../timers.ts';

/** Timers that run: they lead to where they are stopped. A phone has room for the first alone. */
export function TimerDoors() {
  const timers = Object.entries(useTimers());
  return timers.map(([work, since], index) => (
    <TimerDoor key={work} work={work} since={since} isFirst={index === 0} />
  ));
}

interface Props {
  readonly work: string;
  readonly since: string;
  readonly isFirst: boolean;
}

const EVERY_MS = 10_000;

function TimerDoor({ work, since, isFirst }: Props) {
  const say = useAppWords();
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const { data, isError } = useQuery(workAsked(work));
  const time = clockText(useElapsed(since, EVERY_MS), locale);
  // It was started on another node at this address, or by somebody else.
  if (isError && data === undefined) return null;
  const said = say('nav.timer.said', { time, work: data?.title ?? '' });
  return (
    <Link
      to="/works/$work/add"
      params={{ work }}
      className={isFirst ? 'shell-door is-timer' : 'shell-door is-wide'}
      aria-label={said}
      title={said}
      {...(pathname === `/works/${work}/add` && { 'data-here': '' })}
    >
      <Icon name="clock" />
      <span>
        <span className="shell-long">{say('nav.timer')} </span>
        <bdi>{time}</bdi>
      </span>
    </Link>
  );
}
