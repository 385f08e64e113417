import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, Suspense, lazy, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { doors } from '../rooms.ts';
import type { Door } from '../rooms.ts';
import { useTimers } from '../timers.ts';
import { TimerDoors } from './timer-doors.tsx';

const MoreSheet = lazy(() => import('../../rooms/more/more-sheet.tsx'));

const ADDING = /^\/(add|works\/[^/]+\/add)$/;

/** A work is in the room of the works; where something is added to one, that has its own tab. */
function isHere(to: Door['to'], pathname: string): boolean {
  if (to === '/') return pathname === '/' || pathname.startsWith('/works');
  return to === '/add' ? ADDING.test(pathname) : pathname.startsWith(to);
}

/** The rooms that somebody may enter. */
const doorsOf = (isOwner: boolean): readonly Door[] =>
  doors.filter(({ forOwner }) => isOwner || !forOwner);

/** A room's name, in one word where there is little room for it. */
function Called({ word }: Pick<Door, 'word'>) {
  const say = useAppWords();
  const short = `${word}.short`;
  if (!say.has(short)) return <span>{say(word)}</span>;
  return (
    <>
      <span className="shell-short">{say(short)}</span>
      <span className="shell-long">{say(word)}</span>
    </>
  );
}

const classOf = ({ wide, narrow }: Door): string =>
  `shell-door${wide ? ' is-wide' : ''}${narrow ? ' is-narrow' : ''}`;

/** The room one is in; on a phone, whoever adds something is in the tab for that. */
const hereOf = (isWideAlone: boolean) =>
  isWideAlone ? { 'data-here': 'wide' } : { 'data-here': '', 'aria-current': 'page' as const };

/** The rooms: all at the side of a desktop; five tabs on a phone, the last opens the rest. */
export function Rooms({ isOwner }: { readonly isOwner: boolean }) {
  const say = useAppWords();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const all = doorsOf(isOwner);
  const behind = all.filter(({ wide }) => wide);
  const isAdding = ADDING.test(pathname);
  const isBehind = behind.some(({ to }) => isHere(to, pathname));
  // Where the timer of a work runs, it stands for the tab in which something is added to it.
  const isTimed = Object.keys(useTimers()).some((work) => pathname === `/works/${work}/add`);
  const isAt = ({ to }: Door): boolean => isHere(to, pathname) && !(isTimed && to === '/add');
  return (
    <nav aria-label={say('nav.label')} className="shell-nav">
      {all.map((door) => (
        <Fragment key={door.to}>
          <Link
            to={door.to}
            className={classOf(door)}
            activeOptions={{ exact: true }}
            {...(isAt(door) && hereOf(isAdding && door.to === '/'))}
          >
            <Icon name={door.icon} />
            <Called word={door.word} />
          </Link>
          {door.to === '/add' ? <TimerDoors /> : null}
        </Fragment>
      ))}
      <button
        type="button"
        className="shell-door is-narrow"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        {...(isBehind && { 'data-here': '' })}
      >
        <Icon name="more" />
        <span>{say('more')}</span>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <MoreSheet doors={behind} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </nav>
  );
}
