// What a browser keeps at once, before a page can go away: small choices, and the newest of what is
// being typed. A browser that keeps nothing forgets it with the page, and is not asked twice.

const inMemory = new Map<string, string>();

/** What lies under a name, or undefined. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`webizen.${name}`) ?? inMemory.get(name);
  } catch {
    return inMemory.get(name);
  }
}

/** Remembers a text where the browser lets it, else as long as the page is open. */
export function remember(name: string, text: string): void {
  try {
    localStorage.setItem(`webizen.${name}`, text);
    inMemory.delete(name);
  } catch {
    // Storage is closed or full.
    inMemory.set(name, text);
  }
}

/** Forgets what lies under a name. */
export function forget(name: string): void {
  inMemory.delete(name);
  try {
    localStorage.removeItem(`webizen.${name}`);
  } catch {
    // Storage is closed: nothing lies there.
  }
}
