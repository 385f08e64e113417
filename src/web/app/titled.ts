import { useEffect } from 'react';

/** Signs that turn text around; a tab's name has no edges that would hold them in. */
const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Calls the page in its tab what its heading says, so that it is found among others and heard first
 * by whoever comes to it, whichever room is shown.
 */
export function useTitle(): void {
  useEffect(() => {
    const name = (): void => {
      const heading = document.querySelector('h1')?.textContent.trim().replaceAll(MARKS, '') ?? '';
      const title = heading === '' ? 'Webizen' : `${heading} · Webizen`;
      if (document.title !== title) document.title = title;
    };
    name();
    const seen = new MutationObserver(name);
    seen.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => seen.disconnect();
  }, []);
}
