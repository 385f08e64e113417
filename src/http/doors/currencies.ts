import { z } from 'zod';
import { addCurrency } from '../../actions/currencies/add-currency.ts';
import { currencyAnswer, currencyList } from '../../actions/currencies/answers.ts';
import { listCurrencies } from '../../actions/currencies/list-currencies.ts';
import { refuse } from '../../domain/refusals.ts';
import { flag } from './asked.ts';
import { acting, idParams, reading } from '../route.ts';

const hours = { code: 'TBH', scale: 2, name: 'Hours of the time bank' };

export const add = acting(addCurrency, {
  summary: 'Add a currency',
  description:
    'Beside those of ISO 4217: hours of a time bank, kWh, a finer scale for small payments. Its ' +
    'code and its scale stay for good.',
  answer: currencyAnswer,
  example: { body: hours, answer: { ...hours, own: true, quoted: false } },
});

export const list = reading({
  summary: 'List currencies',
  description: 'Those that were added here come first, then those of ISO 4217.',
  query: z.strictObject({ own: flag }),
  answer: currencyList,
  example: { answer: { items: [{ ...hours, own: true, quoted: false }] } },
  run: (sight, _, query) => listCurrencies(sight, query),
});

export const show = reading({
  summary: 'Show a currency',
  params: idParams,
  answer: currencyAnswer,
  example: { answer: { code: 'AUD', scale: 2, name: null, own: false, quoted: true } },
  run: async (sight, params) => {
    const { items } = await listCurrencies(sight);
    const found = items.find(({ code }) => code === params.id);
    return found ?? refuse('currency-unknown', { code: params.id });
  },
});
