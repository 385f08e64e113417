// What the browser keeps for this node, in IndexedDB: drafts, acts that wait for a connection, and
// the device's key. One database, one shelf for each.

export type ShelfName = 'drafts' | 'outbox' | 'keys';

const shelves: readonly ShelfName[] = ['drafts', 'outbox', 'keys'];
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('webizen', 1);
    request.addEventListener('upgradeneeded', () => {
      for (const shelf of shelves) request.result.createObjectStore(shelf);
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No IndexedDB.')));
  });
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
export const take = <T>(shelf: ShelfName, name: string): Promise<T | undefined> =>
  on(shelf, 'readonly', (store) => store.get(name) as IDBRequest<T | undefined>);

/** Puts a value under a name. Resolves once it is on the disk. */
export const put = async (shelf: ShelfName, name: string, value: unknown): Promise<void> => {
  await on(shelf, 'readwrite', (store) => store.put(value, name));
};

/** Takes a name off the shelf. */
export const drop = async (shelf: ShelfName, name: string): Promise<void> => {
  await on(shelf, 'readwrite', (store) => store.delete(name));
};

/** Everything on a shelf, with its names, in the order of the names. */
export const everything = async <T>(shelf: ShelfName): Promise<[name: string, value: T][]> => {
  const names = await on(shelf, 'readonly', (store) => store.getAllKeys());
  const values = await on(shelf, 'readonly', (store) => store.getAll() as IDBRequest<T[]>);
  return names.flatMap((name, index) => {
    const value = values[index];
    return value === undefined
      ? []
      : [[typeof name === 'string' ? name : '', value] as [string, T]];
  });
};
