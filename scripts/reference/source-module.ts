import { existsSync } from 'node:fs';

/** A module of the project by its path, or undefined where there is none yet. */
export async function sourceModule<T>(path: string): Promise<T | undefined> {
  const url = new URL(`../../${path}`, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as T) : undefined;
}
