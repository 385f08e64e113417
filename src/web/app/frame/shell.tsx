import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { isLasting, onLasting } from '../../keep/shelf.ts';
import { Icon, Mark } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { Away } from './away.tsx';
import { isComing } from '../coming.ts';
import { useLive } from '../live.ts';
import { useOrigins } from '../reach.ts';
import { nodeAsked, worksAsked } from '../questions.ts';
import { Rooms } from './rooms-nav.tsx';
import { sessionAsked, useMember } from '../session.ts';
import { useTitle } from '../titled.ts';
import { Welcome } from './welcome.tsx';
import './shell.css';

/** What waits for the node is seldom there, and not needed for a first page. */
const Waiting = lazy(() => import('../../rooms/add/waiting.tsx'));

/** Paths that need nobody to be signed in, and have no rooms beside them. */
const OUTSIDE = /^\/(enter|join|start)\b|^\/device\/?$/;

/** Paths that need nobody to be signed in, and have the rooms beside them for a member. */
const FOR_ALL = /^\/quotes\//;

/** Paths that have the whole page for themselves. */
const WHOLE = /^\/works\/[^/]+\/opening$/;

/** The frame of every page: the rooms at its side, or below on a phone, and the page itself. */
export function Shell() {
  const { pathname } = useLocation();
  const session = useQuery(sessionAsked);
  const main = useRef<HTMLElement>(null);
  useTitle();
  useFocusOnRoom(main);
  if (OUTSIDE.test(pathname)) return <Bare />;
  if (session.isPending) return <Loading />;
  if (session.isError)
    return <Outside error={session.error} retry={() => void session.refetch()} />;
  if (session.data.agent === null) return FOR_ALL.test(pathname) ? <Bare /> : <Welcome />;
  return WHOLE.test(pathname) ? <Whole main={main} /> : <Inside main={main} />;
}

function Bare() {
  return (
    <main className="shell-bare">
      <NotKept />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

interface MainProps {
  readonly main: RefObject<HTMLElement | null>;
}

function Whole({ main }: MainProps) {
  useLive();
  return (
    <main id="content" ref={main} tabIndex={-1} className="shell-whole">
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function Outside({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <main className="shell-bare">
      <ErrorNote error={error} onRetry={retry} />
    </main>
  );
}

function Inside({ main }: MainProps) {
  const say = useAppWords();
  const isFirst = useIsFirst();
  const isLive = useLive() === 'open';
  const isOff = useIsCutOff(isLive);
  // Its frame is not drawn before it is known which it is, so that nothing moves.
  if (isFirst === undefined) return <Loading />;
  return (
    <div className={isFirst ? 'shell-first' : 'shell'}>
      <a className="shell-skip" href="#content">
        {say('skip')}
      </a>
      {isFirst ? <Top /> : <Side isLive={isLive} isOff={isOff} />}
      <main id="content" ref={main} tabIndex={-1} className="shell-main">
        <NotKept />
        {isOff ? <Away /> : null}
        <Suspense fallback={null}>
          <Waiting />
        </Suspense>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}

/**
 * Whether the first work of a node is being named: until then there is nothing in the rooms.
 * Undefined while nobody knows.
 */
function useIsFirst(): boolean | undefined {
  const { pathname } = useLocation();
  const isBeginning = pathname === '/begin';
  const works = useInfiniteQuery({ ...worksAsked, enabled: isBeginning });
  const { data } = works;
  const isEmpty = isBeginning && (data?.pages.every(({ items }) => items.length === 0) ?? true);
  // The work is in the books before it is signed: the page stays as it is until that is done.
  const [began, setBegan] = useState(false);
  useEffect(() => {
    if (!isBeginning) setBegan(false);
    else if (data !== undefined && isEmpty) setBegan(true);
  }, [isBeginning, data, isEmpty]);
  if (isBeginning && isComing(works)) return undefined;
  return isBeginning && (began || isEmpty);
}

/** The head of a page without rooms: whose node it is, and who can see it. */
function Top() {
  const say = useAppWords();
  const node = useQuery(nodeAsked).data;
  const isHereAlone = useOrigins()?.length === 0;
  return (
    <header className="shell-top">
      <Link to="/" className="shell-mark">
        <Mark />
        <bdi className="clamped to-two">{node?.name ?? 'Webizen'}</bdi>
      </Link>
      {isHereAlone ? <p>{say('local')}</p> : null}
    </header>
  );
}

/** Says so where the browser keeps nothing of what is typed: its storage is closed, or full. */
function NotKept() {
  const say = useAppWords();
  const lasts = useSyncExternalStore(onLasting, isLasting);
  return lasts ? null : (
    <p className="shell-note no-print" role="status">
      <Icon name="warning" />
      <span>{say('kept.not')}</span>
    </p>
  );
}

/** After going to another room the focus is on it, as after the loading of a page. */
function useFocusOnRoom(main: MainProps['main']): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** How long a line to the node may be on its way before that is worth a word. */
const PATIENCE_MS = 2000;

/** Whether the line has been down for longer than a glance: a page that opens has none yet. */
function useIsCutOff(isLive: boolean): boolean {
  const [isOff, setOff] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOff(!isLive), isLive ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return isOff && !isLive;
}

interface LineProps {
  readonly isLive: boolean;
  readonly isOff: boolean;
}

/** Whether what is on the page is how it stands. */
function Live({ isLive, isOff }: LineProps) {
  const say = useAppWords();
  return (
    <p className={isOff ? 'shell-live is-off' : 'shell-live'}>
      <Icon name={isOff ? 'offline' : 'shield'} size={18} />
      <span>{isLive || isOff ? say(isOff ? 'live.off' : 'live.on') : null}</span>
    </p>
  );
}

function Side({ isLive, isOff }: LineProps) {
  const say = useAppWords();
  const node = useQuery(nodeAsked).data;
  const member = useMember();
  return (
    <header className="shell-side">
      <Link to="/" className="shell-mark">
        <Mark />
        <bdi className="clamped to-two">{node?.name ?? 'Webizen'}</bdi>
      </Link>
      <Rooms isOwner={member?.owner === true} />
      <div className="shell-foot">
        <Live isLive={isLive} isOff={isOff} />
        {member === undefined ? null : (
          <p>{say(member.owner ? 'signed-in.owner' : 'signed-in', { name: member.name })}</p>
        )}
      </div>
    </header>
  );
}
