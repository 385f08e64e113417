import type { Action } from './action.ts';
import { addAgent } from './agents/add-agent.ts';
import { addKey } from './agents/add-key.ts';
import { claimAgent } from './agents/claim-agent.ts';
import { endKey } from './agents/end-key.ts';
import { nameAgent } from './agents/name-agent.ts';
import { draftAgreement } from './agreements/draft-agreement.ts';
import { signAgreement } from './agreements/sign-agreement.ts';
import { acceptContribution } from './contributions/accept-contribution.ts';
import { addContribution } from './contributions/add-contribution.ts';
import { cancelContribution } from './contributions/cancel-contribution.ts';
import { confirmContribution } from './contributions/confirm-contribution.ts';
import { escalateContribution } from './contributions/escalate-contribution.ts';
import { importContributions } from './contributions/imports/import-contributions.ts';
import { passContribution } from './contributions/pass-contribution.ts';
import { rejectContribution } from './contributions/reject-contribution.ts';
import { withdrawContribution } from './contributions/withdraw-contribution.ts';
import { giveConsent } from './consents/give-consent.ts';
import { joinAgent } from './invitations/join.ts';
import { makeInvitation } from './invitations/make-invitation.ts';
import { revokeInvitation } from './invitations/revoke-invitation.ts';
import { makeQuote } from './quotes/make-quote.ts';
import { addCurrency } from './currencies/add-currency.ts';
import { addKind } from './kinds/add-kind.ts';
import { foundNode } from './node/found-node.ts';
import { nameNode } from './node/name-node.ts';
import { receivePayment } from './payments/receive-payment.ts';
import { reversePayment } from './payments/reverse-payment.ts';
import { recordPayout } from './payouts/record-payout.ts';
import { considerRelease } from './releases/consider-release.ts';
import { openRelease } from './releases/open-release.ts';
import { adoptTables } from './tables/adopt-tables.ts';
import { growTranche } from './tranches/grow-tranche.ts';
import { settleTranche } from './tranches/settle-tranche.ts';
import { addRelease } from './works/add-release.ts';
import { addWork } from './works/add-work.ts';
import { sweepWork } from './works/sweep-work.ts';

/** Everything that can be done, in the order of a work's life. Each is one entry of the record. */
export const catalogue: readonly Action<unknown>[] = [
  foundNode,
  nameNode,
  adoptTables,
  addAgent,
  claimAgent,
  nameAgent,
  addKey,
  endKey,
  addCurrency,
  addKind,
  addWork,
  addRelease,
  draftAgreement,
  signAgreement,
  addContribution,
  importContributions,
  confirmContribution,
  acceptContribution,
  escalateContribution,
  passContribution,
  rejectContribution,
  withdrawContribution,
  cancelContribution,
  receivePayment,
  reversePayment,
  sweepWork,
  recordPayout,
  makeInvitation,
  revokeInvitation,
  joinAgent,
  giveConsent,
  makeQuote,
  considerRelease,
  openRelease,
  growTranche,
  settleTranche,
];

/** The catalogue by type. */
export const actionsByType: ReadonlyMap<string, Action<unknown>> = new Map(
  catalogue.map((one) => [one.type, one]),
);
