// data: the four presets (section B). A preset needs no answers; three questions make it one's own.

import { refuse } from '../refusals.ts';
import type { TermKey } from './fields.ts';

/** A question that a preset asks, and the term that the answer sets. Every answer has a default. */
export interface PresetQuestion {
  readonly asks: string;
  readonly key: TermKey;
}

export interface Preset {
  readonly name: PresetName;
  /** For whom it is, in one sentence. */
  readonly summary: string;
  /** Where it differs from the table of terms. */
  readonly terms: Readonly<Partial<Record<TermKey, unknown>>>;
  readonly questions: readonly [PresetQuestion, PresetQuestion, PresetQuestion];
}

export const presetNames = ['award', 'rates', 'equal', 'slicing-pie'] as const;

export type PresetName = (typeof presetNames)[number];

const timesWhat = { asks: 'Times what?', key: 'return' } as const;
const opensAs = { asks: 'Opens as?', key: 'open.licence' } as const;

const presets: Readonly<Record<PresetName, Preset>> = {
  award: {
    name: 'award',
    summary: 'Hours count at public award rates, adjusted to where people live.',
    terms: { rateBy: 'award', parity: 'ppp', return: '1.5' },
    questions: [
      { asks: 'Which award and level, if a line names none?', key: 'classification' },
      timesWhat,
      opensAs,
    ],
  },
  rates: {
    name: 'rates',
    summary: 'Hours count at rates that you agree on among yourselves.',
    terms: { rateBy: 'agreed', parity: 'none', return: '1.5' },
    questions: [{ asks: 'Whose hour costs what?', key: 'rates' }, timesWhat, opensAs],
  },
  equal: {
    name: 'equal',
    summary: 'Every hour counts the same, whoever gives it.',
    terms: { rateBy: 'equal', parity: 'none', return: '1.5' },
    questions: [{ asks: 'What is any hour worth?', key: 'equalRate' }, timesWhat, opensAs],
  },
  'slicing-pie': {
    name: 'slicing-pie',
    summary: 'Hours count twice and cash four times; claims are capped, leaving forfeits nothing.',
    terms: { rateBy: 'agreed', parity: 'none', return: '2', 'return.cash': '4' },
    questions: [{ asks: 'Whose hour costs what?', key: 'rates' }, timesWhat, opensAs],
  },
};

/** The preset of that name. Refuses `preset-unknown`, listing the presets. */
export function presetOf(name: string): Preset {
  const found = presetNames.find((one) => one === name);
  if (found === undefined) {
    return refuse('preset-unknown', { preset: name, presets: presetNames.join(', ') });
  }
  return presets[found];
}
