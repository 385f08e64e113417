// What somebody typed about a work that begins, and the terms that it stands for.

import type { PresetName } from '../../../domain/agreements/presets.ts';

/** A work that is being named, as it lies in the browser until it is signed. */
export interface Beginning {
  readonly step: 'node' | 'passkey' | 'work' | 'people' | 'terms' | 'sign' | 'bring';
  readonly title: string;
  readonly kind: string;
  readonly currency: string;
  readonly preset: PresetName;
  readonly times: string;
  readonly licence: string;
  readonly classification: string;
  readonly hour: string;
  readonly host: string;
  readonly reserve: string;
  readonly parity: '' | 'ppp' | 'none';
  readonly law: string;
  /** Ids of what is made: a second try makes the same. */
  readonly work: string;
  readonly release: string;
  readonly agreement: string;
  readonly signature: string;
  /** The work is in the books. */
  readonly added: boolean;
}

/** Nothing typed yet. */
export const nothing: Beginning = {
  step: 'passkey',
  title: '',
  kind: 'software',
  currency: 'AUD',
  preset: 'award',
  times: '',
  licence: '',
  classification: '',
  hour: '',
  host: '',
  reserve: '',
  parity: '',
  law: '',
  work: '',
  release: '',
  agreement: '',
  signature: '',
  added: false,
};

const given = (text: string): boolean => text.trim() !== '';

/** Whether a text is empty or a plain number of no more than so many places. */
export const isNumber = (text: string): boolean =>
  !given(text) || /^\d{1,12}(\.\d{1,6})?$/.test(text.trim());

/** How many times cost is paid back, where nothing is typed. */
export const usualTimes = (preset: PresetName): string => (preset === 'slicing-pie' ? '2' : '1.5');

/** The terms that were given; all others are the preset's. `today` is YYYY-MM-DD. */
export function termsOf(
  typed: Beginning,
  { agent, today }: { readonly agent: string; readonly today: string },
): Record<string, unknown> {
  const { preset, currency } = typed;
  const hour = typed.hour.trim();
  const terms: Record<string, unknown> = {};
  const set = (key: string, text: string, value: unknown = text.trim()): void => {
    if (given(text)) terms[key] = value;
  };
  set('return', typed.times);
  set('open.licence', typed.licence);
  if (preset === 'award') set('classification', typed.classification);
  if (preset === 'equal') set('equalRate', hour, { amount: { amount: hour, currency } });
  if (preset === 'rates' || preset === 'slicing-pie') {
    const from = `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`.replace('-02-29', '-02-28');
    set('rates', hour, [{ agent, amount: { amount: hour, currency }, from }]);
  }
  set('split.host', typed.host, `${typed.host.trim()} %`);
  set('split.reserve', typed.reserve, `${typed.reserve.trim()} %`);
  set('parity', typed.parity);
  set('law.work', typed.law);
  return terms;
}
