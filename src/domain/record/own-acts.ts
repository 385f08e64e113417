/**
 * The acts that a node's own machine agent alone signs: what follows from other acts, and what the
 * calendar asks. Whoever audits a record holds it to this.
 */
export const OWN_ACTS: ReadonlySet<string> = new Set([
  'contribution.escalated',
  'contribution.passed',
  'release.considered',
  'release.opened',
  'tables.adopted',
  'tranche.grown',
  'tranche.settled',
]);
