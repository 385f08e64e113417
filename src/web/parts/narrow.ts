import { useSyncExternalStore } from 'react';

/** Where the rooms stand below the page instead of at its side. */
const PHONE = '(max-width: 959px)';

const subscribe = (changed: () => void): (() => void) => {
  const list = window.matchMedia(PHONE);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
};

/** Whether the page is as narrow as on a phone: what stands in another order is drawn in it. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(PHONE).matches);
