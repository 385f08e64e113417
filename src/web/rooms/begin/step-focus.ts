import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * After another step has come, the page begins at its top and the focus is on it, as after the
 * loading of a page, unless a field of it has taken the focus. Goes on an element with `tabIndex`
 * -1.
 */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    const { current } = place;
    if (current?.contains(document.activeElement) === true) return;
    current?.focus({ preventScroll: true });
  }, [step]);
  return place;
}
