/** The nouns of the domain, in the order in which the house names them. */
export const nouns = [
  'money',
  'record',
  'agents',
  'agreements',
  'works',
  'contributions',
  'effort',
  'licences',
  'payments',
  'ledger',
  'credentials',
  'alliance',
  'governance',
  'learning',
] as const;

/**
 * The rooms under `src/`, and what each may import besides itself. `node.ts` and `archive.ts` wire
 * all of them and are not listed. `cli` imports `http` to serve, and to be its own node. What is
 * written `http:type` allows only types from there.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  store: ['domain'],
  tables: ['domain'],
  keyring: ['domain'],
  imports: ['domain'],
  actions: ['domain', 'store', 'tables'],
  checks: ['domain', 'store', 'tables', 'actions'],
  jobs: ['domain', 'store', 'actions'],
  rails: ['domain', 'store', 'actions'],
  federation: ['domain', 'store', 'actions'],
  ai: ['domain', 'store', 'actions'],
  http: ['domain', 'actions', 'checks', 'jobs', 'tables'],
  sdk: ['domain', 'http:type', 'actions:type'],
  web: ['domain', 'sdk', 'http:type', 'actions:type'],
  cli: ['domain', 'sdk', 'http', 'imports', 'keyring', 'tables', 'node.ts', 'archive.ts'],
};

/** Files that wire rooms together: each may import all of them. */
export const wiring: readonly string[] = ['src/node.ts', 'src/archive.ts'];

/** Rooms that the house did not have at first: each has a page that says why. */
export const addedRooms = ['imports', 'keyring', 'tables'] as const;

/** Packages that a room of the pure domain may use, each behind a file in `domain/record`. */
export const auditedPrimitives = ['node:crypto', 'canonicalize'] as const;

/** What may stand at the top of the project. */
export const topFolders = [
  '.ci',
  'apps',
  'bench',
  'bin',
  'data',
  'docs',
  'examples',
  'scripts',
  'src',
  'test',
] as const;

/** Names that say nothing: a function that needs one of them has no home yet. */
export const emptyNames =
  /^(utils?|common|helpers?|shared|lib|libs|services?|managers?|core|misc|base|types|constants)$/;
