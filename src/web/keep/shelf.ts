// What the browser keeps for this node, in IndexedDB: drafts, acts that wait for a connection, the
// device's key, one that waits to be added, and what it last saw of the record. One database, one
// shelf for each.

export type ShelfName = 'drafts' | 'outbox' | 'keys' | 'offers' | 'seen';

const shelves: readonly ShelfName[] = ['drafts', 'outbox', 'keys', 'offers', 'seen'];

/** One more with each shelf that is added. */
const VERSION = 3;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('webizen', VERSION);
    request.addEventListener('upgradeneeded', () => {
      const database = request.result;
      for (const shelf of shelves) {
        if (!database.objectStoreNames.contains(shelf)) database.createObjectStore(shelf);
      }
    });
    request.addEventListener('success', () => {
      const database = request.result;
      // A newer version of the app in another tab may add a shelf: this one opens again then.
      database.addEventListener('versionchange', () => {
        database.close();
        opened = undefined;
      });
      resolve(database);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('No IndexedDB.')));
  });
}

/** What a browser that keeps nothing is remembered for, as long as the page is open. */
const inMemory = new Map<ShelfName, Map<string, unknown>>();
const listeners = new Set<() => void>();
let lasts = true;

/** Whether what is put here outlives the page: not where storage is closed or full. */
export const isLasting = (): boolean => lasts;

/** Tells of a change of `isLasting`; gives what ends the telling. */
export function onLasting(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The browser keeps nothing for this page. */
export class NothingKept extends Error {
  override readonly name = 'NothingKept';
}

/** The browser kept nothing: from here on the page says so. */
function lose(): undefined {
  if (!lasts) return;
  lasts = false;
  for (const tell of listeners) tell();
}

async function on<T>(
  shelf: ShelfName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await (opened ??= open());
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(shelf));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The browser kept nothing.')),
    );
  });
}

/** What lies under a name, or undefined. */
export async function take<T>(shelf: ShelfName, name: string): Promise<T | undefined> {
  const held = inMemory.get(shelf)?.get(name);
  if (held !== undefined) return held as T;
  try {
    return await on(shelf, 'readonly', (store) => store.get(name) as IDBRequest<T | undefined>);
  } catch {
    lose();
    return undefined;
  }
}

/**
 * Puts a value under a name. Resolves once it is on the disk, or held by the page alone where the
 * browser keeps nothing; ✗ `NothingKept` for a key, which would be lost with the page.
 */
export async function put(shelf: ShelfName, name: string, value: unknown): Promise<void> {
  try {
    await on(shelf, 'readwrite', (store) => store.put(value, name));
    inMemory.get(shelf)?.delete(name);
  } catch (cause) {
    lose();
    if (shelf === 'keys' || shelf === 'offers')
      throw new NothingKept('This browser keeps no keys.', { cause });
    inMemory.set(shelf, (inMemory.get(shelf) ?? new Map<string, unknown>()).set(name, value));
  }
}

/** Takes a name off the shelf. */
export async function drop(shelf: ShelfName, name: string): Promise<void> {
  inMemory.get(shelf)?.delete(name);
  await on(shelf, 'readwrite', (store) => store.delete(name)).catch(lose);
}

/** Everything on a shelf, with its names, in the order of the names. */
export async function everything<T>(shelf: ShelfName): Promise<[name: string, value: T][]> {
  const found = new Map(await onDisk<T>(shelf).catch(lose));
  for (const [name, value] of inMemory.get(shelf) ?? []) found.set(name, value as T);
  return [...found].toSorted(([left], [right]) => (left < right ? -1 : 1));
}

async function onDisk<T>(shelf: ShelfName): Promise<[name: string, value: T][]> {
  const names = await on(shelf, 'readonly', (store) => store.getAllKeys());
  const values = await on(shelf, 'readonly', (store) => store.getAll() as IDBRequest<T[]>);
  return names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined
      ? []
      : [[typeof name === 'string' ? name : '', value] as [string, T]];
  });
}
