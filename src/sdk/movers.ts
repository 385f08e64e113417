// Contributions, payments, payouts and the books, as a client has them.

import type { acceptContribution } from '../actions/contributions/accept-contribution.ts';
import type { addContribution } from '../actions/contributions/add-contribution.ts';
import type {
  ContributionAnswer,
  ImportAnswer,
  ListedContribution,
  WorkingsAnswer,
} from '../actions/contributions/answers.ts';
import type { cancelContribution } from '../actions/contributions/cancel-contribution.ts';
import type { confirmContribution } from '../actions/contributions/confirm-contribution.ts';
import type { importContributions } from '../actions/contributions/imports/import-contributions.ts';
import type { rejectContribution } from '../actions/contributions/reject-contribution.ts';
import type { withdrawContribution } from '../actions/contributions/withdraw-contribution.ts';
import type {
  PartsAnswer,
  PaymentAnswer,
  PreviewAnswer,
  ReversalAnswer,
} from '../actions/payments/answers.ts';
import type { receivePayment } from '../actions/payments/receive-payment.ts';
import type { reversePayment } from '../actions/payments/reverse-payment.ts';
import type { PayoutAnswer, PayoutListAnswer } from '../actions/payouts/answers.ts';
import type { recordPayout } from '../actions/payouts/record-payout.ts';
import type { StatementAnswer } from '../actions/statement/answers.ts';
import type { BodyOf, How } from './acts.ts';
import type { PageOf, Parts, PlacedPageOf } from './makers.ts';
import { path } from './transport.ts';
import type { Query } from './transport.ts';

/** Contributions: what people put in, from the first note to its acceptance. */
export const contributionsOf = ({ transport, acts }: Parts) => {
  const decide =
    (verb: string, type: string) =>
    (body: { readonly contribution: string }, how: How = {}): Promise<ContributionAnswer> =>
      acts.send(`${path`/contributions/${body.contribution}`}/${verb}`, type, body, {
        prefix: 'act_',
        ...how,
      });
  type Deciding<A> = (body: BodyOf<A>, how?: How) => Promise<ContributionAnswer>;
  return {
    add: (body: BodyOf<typeof addContribution>, how: How = {}): Promise<ContributionAnswer> =>
      acts.send('/contributions', 'contribution.added', body, { prefix: 'con_', ...how }),
    import: (body: BodyOf<typeof importContributions>, how: How = {}): Promise<ImportAnswer> =>
      acts.send('/contributions/imports', 'contributions.imported', body, {
        prefix: 'imp_',
        ...how,
      }),
    /** What an import would do; nothing is written. */
    previewImport: async (
      body: BodyOf<typeof importContributions>,
      how: How = {},
    ): Promise<ImportAnswer> => {
      const id = how.id ?? acts.newId('imp_');
      const unsigned = await acts.compose('contributions.imported', id, body, how);
      return transport.post('/contributions/imports/previews', unsigned);
    },
    confirm: decide('confirmations', 'contribution.confirmed') as Deciding<
      typeof confirmContribution
    >,
    accept: decide('acceptances', 'contribution.accepted') as Deciding<typeof acceptContribution>,
    reject: decide('rejections', 'contribution.rejected') as Deciding<typeof rejectContribution>,
    withdraw: decide('withdrawals', 'contribution.withdrawn') as Deciding<
      typeof withdrawContribution
    >,
    cancel: decide('cancellations', 'contribution.cancelled') as Deciding<
      typeof cancelContribution
    >,
    /** `skip` reads by position: `total` then says how many there are. */
    list: (query?: Query): Promise<PlacedPageOf<ListedContribution>> =>
      transport.get('/contributions', query),
    show: (id: string): Promise<ContributionAnswer> => transport.get(path`/contributions/${id}`),
    /** How its value was worked out, step by step; of a draft, what corrections would bring. */
    explain: (
      id: string,
      corrections: {
        readonly quantity?: string | undefined;
        readonly classification?: string | undefined;
        readonly rate?: { readonly amount: string; readonly currency: string } | undefined;
        readonly exchange?: { readonly rate: string; readonly source: string } | undefined;
      } = {},
    ): Promise<WorkingsAnswer> => {
      const { rate, exchange, ...given } = corrections;
      return transport.get(path`/contributions/${id}/workings`, {
        ...given,
        ...(rate !== undefined && { rate: rate.amount, currency: rate.currency }),
        ...(exchange !== undefined && {
          exchangeRate: exchange.rate,
          exchangeSource: exchange.source,
        }),
      });
    },
  };
};

/** Payments: money in. */
export const paymentsOf = ({ transport, acts }: Parts) => ({
  receive: (body: BodyOf<typeof receivePayment>, how: How = {}): Promise<PaymentAnswer> =>
    acts.send('/payments', 'payment.received', body, { prefix: 'pay_', ...how }),
  /** What a payment would do, and who would get what; nothing is written. */
  preview: async (body: BodyOf<typeof receivePayment>, how: How = {}): Promise<PreviewAnswer> => {
    const id = how.id ?? acts.newId('pay_');
    const unsigned = await acts.compose('payment.received', id, body, how);
    return transport.post('/payments/previews', unsigned);
  },
  reverse: (body: BodyOf<typeof reversePayment>, how: How = {}): Promise<ReversalAnswer> =>
    acts.send(path`/payments/${body.payment}/reversals`, 'payment.reversed', body, {
      prefix: 'act_',
      ...how,
    }),
  list: (query?: Query): Promise<PageOf<PaymentAnswer>> => transport.get('/payments', query),
  show: (id: string): Promise<PaymentAnswer> => transport.get(path`/payments/${id}`),
  /** Who got what of it. */
  parts: (id: string): Promise<PartsAnswer> => transport.get(path`/payments/${id}/parts`),
});

/** Payouts: money out, sent by hand and recorded. */
export const payoutsOf = ({ transport, acts }: Parts) => ({
  record: (body: BodyOf<typeof recordPayout>, how: How = {}): Promise<PayoutAnswer> =>
    acts.send('/payouts', 'payout.recorded', body, { prefix: 'out_', ...how }),
  /** From which accounts a payout would come; nothing is written. */
  preview: async (body: BodyOf<typeof recordPayout>, how: How = {}): Promise<PayoutAnswer> => {
    const id = how.id ?? acts.newId('out_');
    return transport.post(
      '/payouts/previews',
      await acts.compose('payout.recorded', id, body, how),
    );
  },
  /** What is due now to whom, and what was paid out. */
  list: (query?: Query): Promise<PayoutListAnswer> => transport.get('/payouts', query),
  show: (id: string): Promise<PayoutAnswer> => transport.get(path`/payouts/${id}`),
});

/** What one agent gave, earned, received, and is still owed. */
export const statementsOf = ({ transport }: Parts) => ({
  show: (agent: string, query?: Query): Promise<StatementAnswer> =>
    transport.get(path`/agents/${agent}/statement`, query),
  /** The same as a tagged PDF. */
  pdf: async (agent: string, query?: Query): Promise<Blob> =>
    (await transport.raw(path`/agents/${agent}/statement.pdf`, { method: 'GET' }, query)).blob(),
});
