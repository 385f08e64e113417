import { z } from 'zod';
import {
  partsAnswer,
  paymentAnswer,
  paymentList,
  previewAnswer,
  reversalAnswer,
} from '../../actions/payments/answers.ts';
import { receivePayment } from '../../actions/payments/receive-payment.ts';
import { reversePayment } from '../../actions/payments/reverse-payment.ts';
import { paymentParts } from '../../actions/payments/payment-parts.ts';
import { listPayments, showPayment } from '../../actions/payments/show-payment.ts';
import { sweepAnswer, sweepWork } from '../../actions/works/sweep-work.ts';
import { paging, word } from './asked.ts';
import { acting, idParams, previewing, reading } from '../route.ts';

const body = {
  work: 'work_aaaabbbbccccddddeeee',
  amount: { amount: '1100.00', currency: 'AUD' },
  payer: { name: 'Greenhouse Pty Ltd' },
  on: '2026-06-01',
  taxRate: '0.1',
};

export const receive = acting(receivePayment, {
  summary: 'Receive a payment',
  description:
    'Of what came in, tax included, the least that pays what is owed is accepted; the rest ' +
    'is owed back. When it meets the threshold, the release opens in the same moment.',
  answer: paymentAnswer,
  example: { body },
});

export const preview = previewing(receivePayment, {
  summary: 'See what a payment would do, and who would get what',
  answer: previewAnswer,
  example: { body },
});

export const reverse = acting(reversePayment, {
  summary: 'Reverse a payment that went back',
  description:
    'Nobody’s earnings change; what is missing is refilled first. What is open stays open.',
  about: 'payment',
  answer: reversalAnswer,
  example: {
    body: {
      payment: 'pay_aaaabbbbccccddddeeee',
      reason: 'The transfer bounced.',
      on: '2026-06-09',
    },
  },
});

export const list = reading({
  summary: 'List payments',
  query: z.strictObject({ ...paging, work: word, release: word, from: word }),
  answer: paymentList,
  run: (sight, _, query) => listPayments(sight, query),
});

export const show = reading({
  summary: 'Show a payment',
  params: idParams,
  answer: paymentAnswer,
  run: (sight, params) => showPayment(sight, params.id),
});

export const parts = reading({
  summary: 'Show who earned what of a payment',
  params: idParams,
  answer: partsAnswer,
  run: (sight, params) => paymentParts(sight, params.id),
});

export const sweepAll = acting(sweepWork, {
  summary: 'Pass on what is held for upstream works',
  description: 'Along the whole graph of what works build on, in its order.',
  answer: sweepAnswer,
  example: { body: {} },
});

export const sweepPreview = previewing(sweepWork, {
  summary: 'See what passing it on would do',
  answer: sweepAnswer,
  example: { body: { work: body.work } },
});

export const sweepOne = acting(sweepWork, {
  summary: 'Pass on what one work holds for upstream works',
  about: 'work',
  answer: sweepAnswer,
  example: { body: { work: body.work } },
});
