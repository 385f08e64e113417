import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter } from '@tanstack/react-router';
import { Loading } from '../parts/states/loading.tsx';
import { Crash, Missing } from './mishaps.tsx';
import { nodeAsked, workAsked, worksAsked } from './questions.ts';
import { pages } from './rooms.ts';
import { parseSearch, stringifySearch } from './search.ts';
import { Shell } from './frame/shell.tsx';

interface Context {
  readonly questions: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: Missing,
  errorComponent: Crash,
});

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What of a work is shown: the release, which lines, and which sheet is open over it. */
export interface WorkSearch {
  readonly release?: string | undefined;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  /** Which figure's workings are open, such as `owed` or `line:con_…`. */
  readonly explain?: string | undefined;
}

const works = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: pages.works,
  loader: ({ context }) => {
    void context.questions.prefetchQuery(nodeAsked);
    void context.questions.prefetchInfiniteQuery(worksAsked);
  },
});

const work = createRoute({
  getParentRoute: () => root,
  path: '/works/$work',
  component: pages.work,
  validateSearch: (search: Record<string, unknown>): WorkSearch => ({
    release: text(search.release),
    status: text(search.status),
    kind: text(search.kind),
    explain: text(search.explain),
  }),
  loaderDeps: ({ search }) => ({ release: search.release }),
  loader: ({ context, params, deps }) => {
    void context.questions.prefetchQuery(workAsked(params.work, deps.release));
  },
});

/** Which release of a work a page is about. */
const releaseSearch = (search: Record<string, unknown>): { release?: string | undefined } => ({
  release: text(search.release),
});

const quotes = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/quote',
  component: pages.quotes,
});

const opening = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/opening',
  component: pages.opening,
  validateSearch: releaseSearch,
});

const quote = createRoute({
  getParentRoute: () => root,
  path: '/quotes/$quote',
  component: pages.quote,
});

const payment = createRoute({
  getParentRoute: () => root,
  path: '/payments/$payment',
  component: pages.payment,
});

/** A payment that came in: for which release, and for which quote. */
const receive = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/payment',
  component: pages.receive,
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly quote?: string | undefined; readonly release?: string | undefined } => ({
    quote: text(search.quote),
    release: text(search.release),
  }),
});

/** What is to be paid out: to all, or to one. */
const payouts = createRoute({
  getParentRoute: () => root,
  path: '/payouts',
  component: pages.payouts,
  validateSearch: (search: Record<string, unknown>): { readonly agent?: string | undefined } => ({
    agent: text(search.agent),
  }),
});

const statement = createRoute({
  getParentRoute: () => root,
  path: '/statement',
  component: pages.statement,
  validateSearch: (
    search: Record<string, unknown>,
  ): { agent?: string | undefined; year?: string | undefined } => ({
    agent: text(search.agent),
    year: /^\d{4}$/.exec(String(search.year))?.[0],
  }),
});

/** Which entries of the books are shown, and which balance's workings are open. */
export interface LedgerSearch {
  readonly account?: string | undefined;
  readonly currency?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly explain?: string | undefined;
}

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  component: pages.ledger,
  validateSearch: (search: Record<string, unknown>): LedgerSearch => ({
    account: text(search.account),
    currency: text(search.currency),
    from: day(search.from),
    to: day(search.to),
    explain: text(search.explain),
  }),
});

const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  component: pages.record,
  // Which entry is looked at: its type and the id of what it made.
  validateSearch: (search: Record<string, unknown>): { entry?: string | undefined } => ({
    entry: text(search.entry),
  }),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: pages.people,
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$agent',
  component: pages.person,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: pages.settings,
});

const enter = createRoute({ getParentRoute: () => root, path: '/enter', component: pages.enter });

const device = createRoute({
  getParentRoute: () => root,
  path: '/device',
  component: pages.device,
});

const addDevice = createRoute({
  getParentRoute: () => root,
  path: '/device/add',
  component: pages.addDevice,
});

const begin = createRoute({ getParentRoute: () => root, path: '/begin', component: pages.begin });

const bring = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/bring',
  component: pages.bring,
});

const money = [
  quotes,
  opening,
  quote,
  payment,
  receive,
  payouts,
  statement,
  ledger,
  record,
] as const;

const add = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/add',
  component: pages.add,
  // A contribution that waits in this browser, and is to be changed.
  validateSearch: (search: Record<string, unknown>): { readonly waiting?: string | undefined } => ({
    waiting: text(search.waiting),
  }),
});

const choose = createRoute({ getParentRoute: () => root, path: '/add', component: pages.choose });

const invite = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/invite',
  component: pages.invite,
});

/** The number of a version in an address. */
const count = (value: unknown): number | undefined =>
  /^\d{1,9}$/.test(String(value)) ? Number(value) : undefined;

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/agreement',
  component: pages.agreement,
  validateSearch: (search: Record<string, unknown>): { readonly version?: number | undefined } => ({
    version: count(search.version),
  }),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/agreement/compare',
  component: pages.compare,
  validateSearch: (
    search: Record<string, unknown>,
  ): { readonly from?: number | undefined; readonly to?: number | undefined } => ({
    from: count(search.from),
    to: count(search.to),
  }),
});

const amend = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/agreement/amend',
  component: pages.amend,
});

const agreements = [agreement, compare, amend] as const;

const join = createRoute({ getParentRoute: () => root, path: '/join', component: pages.join });

const confirm = createRoute({
  getParentRoute: () => root,
  path: '/works/$work/confirm',
  component: pages.confirm,
});

const tree = root.addChildren([
  ...money,
  ...agreements,
  works,
  work,
  people,
  person,
  settings,
  enter,
  device,
  addDevice,
  begin,
  bring,
  add,
  choose,
  invite,
  join,
  confirm,
]);

/** The addresses of the app. A room's code is fetched when somebody goes there, or is about to. */
export function createAppRouter(questions: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: '/app',
    parseSearch,
    stringifySearch,
    context: { questions },
    // A room that fails leaves the frame, and the other rooms, as they are.
    defaultErrorComponent: Crash,
    // Without one, a page that waits for the node would be empty, and say nothing.
    defaultPendingComponent: Loading,
    // The page of another work is another page: nothing that is typed goes along.
    defaultRemountDeps: ({ params }) => params,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
