// What an agent's part in a work allows. One pure function decides; every route declares what it
// asks for.

/**
 * The parts that an agent can have. `self`: the thing is one's own. `visitor`: none of the rest.
 */
export const roles = [
  'owner',
  'steward',
  'signatory',
  'contributor',
  'reviewer',
  'payer',
  'self',
  'visitor',
] as const;

/** One part. An agent has several at once. */
export type Role = (typeof roles)[number];

/** Where the thing stands that is asked for: of a work whether it is open, of a line a draft. */
export const standings = ['none', 'draft', 'owing', 'open'] as const;

/** One standing; `none` where it has none. */
export type Standing = (typeof standings)[number];

/** Whoever adds a work keeps it, and it alone: what is of the whole node is the owner's. */
const keepers: readonly Role[] = ['owner', 'steward'];
const makers: readonly Role[] = [...keepers, 'signatory', 'contributor', 'reviewer'];
const members: readonly Role[] = [...makers, 'payer'];
const everybody: readonly Role[] = roles;

/** What may be asked for by reading, or of the node itself, and by whom. */
const readings = {
  'node.show': everybody,
  'node.check': ['owner'],
  'node.export': ['owner'],
  'link.make': ['owner'],
  'key.make': ['owner'],
  'key.use': ['owner', 'self'],
  'keys.list': ['owner', 'self'],
  'passkey.keep': everybody,
  'session.list': everybody,
  'node.installation': ['owner'],
  'agent.data': ['owner', 'self'],
  'events.hear': everybody,
  'tables.show': everybody,
  'name.find': ['owner'],
  'agents.list': keepers,
  'agent.show': everybody,
  'works.list': everybody,
  'work.show': members,
  'agreement.show': members,
  'contributions.list': [...makers, 'self'],
  'contribution.show': [...makers, 'self'],
  'payments.list': [...makers, 'self'],
  'payment.show': [...makers, 'self'],
  'payment.preview': keepers,
  'sweep.preview': keepers,
  'payout.preview': ['owner'],
  'import.preview': keepers,
  'import.read': ['owner'],
  'payouts.list': ['owner', 'self'],
  'payout.show': ['owner', 'self'],
  'statement.show': ['owner', 'self'],
  'ledger.show': ['owner'],
  'record.list': ['owner', 'self'],
  'act.show': ['owner', 'self'],
  'record.prove': everybody,
  'invitations.list': keepers,
  'quotes.list': keepers,
  'consent.show': members,
} as const satisfies Record<string, readonly Role[]>;

/**
 * Acts that outsiders may send in, and whose. Many are open to all who have a key here, as the act
 * itself asks more: who signed, whose line it is, who keeps the money.
 */
const acts: Readonly<Record<string, readonly Role[]>> = {
  'node.founded': ['owner'],
  'node.named': ['owner'],
  'agent.added': ['owner', 'self'],
  'agent.claimed': keepers,
  'agent.named': everybody,
  'agent.keyed': everybody,
  'agent.unkeyed': everybody,
  'agent.joined': everybody,
  'invitation.made': keepers,
  'invitation.revoked': keepers,
  'consent.given': members,
  'currency.added': ['owner'],
  'kind.added': ['owner'],
  'work.added': everybody,
  'release.added': keepers,
  'agreement.drafted': makers,
  'agreement.signed': everybody,
  'contribution.added': everybody,
  'contributions.imported': keepers,
  'contribution.confirmed': everybody,
  'contribution.accepted': everybody,
  'contribution.rejected': everybody,
  'contribution.withdrawn': everybody,
  'contribution.cancelled': everybody,
  'quote.made': keepers,
  'payment.received': keepers,
  'payment.reversed': keepers,
  'work.swept': keepers,
  'payout.recorded': keepers,
};

/** What may be read or asked of the node. */
export type Reading = keyof typeof readings;

/** Every action that the rules know. */
export const ruledActions: readonly string[] = [...Object.keys(readings), ...Object.keys(acts)];

/** A draft is between its author and those who keep the work. */
const withDrafts: readonly Role[] = [...keepers, 'self'];

/**
 * The parts that allow an action on something of that standing. What no rule names, the owner
 * alone may.
 */
export function allowedParts(action: string, standing: Standing): readonly Role[] {
  const rules: Readonly<Record<string, readonly Role[]>> = { ...readings, ...acts };
  const allowed = Object.hasOwn(rules, action) ? (rules[action] ?? []) : (['owner'] as const);
  const isLine = action === 'contribution.show' || action === 'contributions.list';
  return standing === 'draft' && isLine
    ? allowed.filter((role) => withDrafts.includes(role))
    : allowed;
}

/** Whether somebody with these parts may do that to something of that standing. */
export function may(part: Iterable<Role>, action: string, standing: Standing): boolean {
  const allowed = allowedParts(action, standing);
  return [...part].some((role) => allowed.includes(role));
}

/** The parts that allow an action, in words, for those who read the reference. */
export function partsInWords(action: string): string {
  const allowed = allowedParts(action, 'none');
  if (allowed.length === roles.length) return 'whoever has signed in';
  const said = allowed.map((role) => (role === 'self' ? 'whose it is' : role));
  return said.length === 1 ? `the ${said[0] ?? ''}` : said.join(', ');
}
