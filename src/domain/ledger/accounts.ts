/** What an account is in the books. */
export type AccountClass = 'asset' | 'liability' | 'equity';

/**
 * Every kind of account that the books have, with its class and how many ids follow it in a name.
 * Debits are positive, credits negative: what the node holds is above zero, what it owes below.
 */
const kinds = {
  /** Money held, whatever the rail. */
  cash: { class: 'asset', ids: 0 },
  /** Tax collected and not yet handed on. */
  tax: { class: 'liability', ids: 0 },
  /** The host's share of a work's payments: `host:<work>`. */
  host: { class: 'liability', ids: 1 },
  /** A work's reserve: `reserve:<work>`. */
  reserve: { class: 'equity', ids: 1 },
  /** Held by one release for one that it builds on: `held:<downstream>:<upstream>`. */
  held: { class: 'liability', ids: 2 },
  /** What came in for a release and belongs to its claim holders: `pool:<release>`. */
  pool: { class: 'liability', ids: 1 },
  /** What a payer gave beyond what was owed: `refund:<agent>`. */
  refund: { class: 'liability', ids: 1 },
  /** What claims are owed, payable from the release's income alone: `claims:<tranche>`. */
  claims: { class: 'liability', ids: 1 },
  /** What a release has yet to earn for its claims: `obligation:<release>`. */
  obligation: { class: 'asset', ids: 1 },
  /** Gifts that a work received when it owed nothing: `gift:<work>`. */
  gift: { class: 'equity', ids: 1 },
} as const satisfies Record<string, { readonly class: AccountClass; readonly ids: number }>;

/** The kinds of accounts; the list is closed. */
export type AccountKind = keyof typeof kinds;

/** An account, read from its name. */
export interface Account {
  readonly kind: AccountKind;
  readonly ids: readonly string[];
  readonly class: AccountClass;
}

/** All kinds, for exports that declare them. */
export const accountKinds: readonly AccountKind[] = Object.keys(kinds).filter(isKind);

export const cashAccount = (): string => 'cash';
export const taxAccount = (): string => 'tax';
export const hostAccount = (work: string): string => named('host', work);
export const reserveAccount = (work: string): string => named('reserve', work);
export const heldAccount = (downRelease: string, upRelease: string): string =>
  named('held', downRelease, upRelease);
export const poolAccount = (release: string): string => named('pool', release);
export const refundAccount = (payer: string): string => named('refund', payer);
export const claimsAccount = (tranche: string): string => named('claims', tranche);
export const obligationAccount = (release: string): string => named('obligation', release);
export const giftAccount = (work: string): string => named('gift', work);

/** Reads the name of an account: its kind, the ids in it, its class. */
export function accountOf(name: string): Account {
  const [kind = '', ...ids] = name.split(':');
  if (!isKind(kind) || ids.length !== kinds[kind].ids || ids.includes('')) {
    throw new Error(`"${name}" is not the name of an account.`);
  }
  return { kind, ids, class: kinds[kind].class };
}

function named(kind: AccountKind, ...ids: readonly string[]): string {
  if (ids.some((id) => id === '' || id.includes(':'))) {
    throw new Error(`"${ids.join('", "')}" cannot be in the name of an account.`);
  }
  return [kind, ...ids].join(':');
}

function isKind(text: string): text is AccountKind {
  return Object.hasOwn(kinds, text);
}
