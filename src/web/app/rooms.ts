// The rooms of the app: where each stands, how it is found, and the code that it is fetched from. A
// room is a folder of `src/web/rooms` with one default export, its page.

import { lazyRouteComponent } from '@tanstack/react-router';
import type { IconName } from '../parts/icons.tsx';

type Word = 'works' | 'people' | 'statement' | 'ledger' | 'record' | 'settings' | 'add';

/** A room that stands in the navigation. `word` is a name in `words/app`. */
export interface Door {
  readonly to: '/' | '/people' | '/statement' | '/ledger' | '/record' | '/settings' | '/add';
  readonly icon: IconName;
  readonly word: `nav.${Word}`;
  /** The books are the owner's. */
  readonly forOwner?: true;
  /** On a phone there is no room for it in the bar: it stands behind "More". */
  readonly wide?: true;
  /** Only in the bar of a phone: elsewhere each work has a button for it. */
  readonly narrow?: true;
}

export const doors: readonly Door[] = [
  { to: '/', icon: 'works', word: 'nav.works' },
  { to: '/add', icon: 'plus', word: 'nav.add', narrow: true },
  { to: '/people', icon: 'people', word: 'nav.people', wide: true },
  { to: '/statement', icon: 'statement', word: 'nav.statement' },
  { to: '/ledger', icon: 'ledger', word: 'nav.ledger', forOwner: true },
  { to: '/record', icon: 'record', word: 'nav.record', wide: true },
  { to: '/settings', icon: 'settings', word: 'nav.settings', wide: true },
];

export const pages = {
  statement: lazyRouteComponent(() => import('../rooms/statement/statement-room.tsx')),
  ledger: lazyRouteComponent(() => import('../rooms/ledger/ledger-room.tsx')),
  record: lazyRouteComponent(() => import('../rooms/record/record-room.tsx')),
  quotes: lazyRouteComponent(() => import('../rooms/quote/new-quote-room.tsx')),
  quote: lazyRouteComponent(() => import('../rooms/quote/quote-room.tsx')),
  payment: lazyRouteComponent(() => import('../rooms/money/payment-room.tsx')),
  receive: lazyRouteComponent(() => import('../rooms/money/receive-room.tsx')),
  payouts: lazyRouteComponent(() => import('../rooms/payout/payouts-room.tsx')),
  opening: lazyRouteComponent(() => import('../rooms/opening/opening-room.tsx')),
  works: lazyRouteComponent(() => import('../rooms/works/works-room.tsx')),
  work: lazyRouteComponent(() => import('../rooms/work/work-room.tsx')),
  person: lazyRouteComponent(() => import('../rooms/people/person-room.tsx')),
  people: lazyRouteComponent(() => import('../rooms/people/people-room.tsx')),
  settings: lazyRouteComponent(() => import('../rooms/settings/settings-room.tsx')),
  enter: lazyRouteComponent(() => import('../rooms/enter/enter-room.tsx')),
  device: lazyRouteComponent(() => import('../rooms/device/device-room.tsx')),
  addDevice: lazyRouteComponent(() => import('../rooms/device/add-room.tsx')),
  begin: lazyRouteComponent(() => import('../rooms/begin/begin-room.tsx')),
  confirm: lazyRouteComponent(() => import('../rooms/confirm/confirm-room.tsx')),
  join: lazyRouteComponent(() => import('../rooms/confirm/join-room.tsx')),
  agreement: lazyRouteComponent(() => import('../rooms/agreement/agreement-room.tsx')),
  compare: lazyRouteComponent(() => import('../rooms/agreement/compare-room.tsx')),
  amend: lazyRouteComponent(() => import('../rooms/agreement/amend-room.tsx')),
  invite: lazyRouteComponent(() => import('../rooms/invite/invite-room.tsx')),
  bring: lazyRouteComponent(() => import('../rooms/bring/bring-room.tsx')),
  choose: lazyRouteComponent(() => import('../rooms/add/choose-room.tsx')),
  add: lazyRouteComponent(() => import('../rooms/add/add-room.tsx')),
} as const;
