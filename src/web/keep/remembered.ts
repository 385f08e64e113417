// Small choices of whoever uses this browser: theme and language. A browser that keeps nothing
// forgets them with the page, and is not asked twice.

/** Remembers a choice where the browser lets it. */
export function remember(name: 'theme' | 'language', value: string): void {
  try {
    localStorage.setItem(`webizen.${name}`, value);
  } catch {
    // Storage is closed or full: the choice holds as long as the page does.
  }
}
