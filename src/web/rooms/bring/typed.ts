// What is said of a sheet that is brought in: its format, what it does not say itself, who is who.

import type { SourceShown } from '../../../http/doors/imports.ts';
import type { Client } from '../../../sdk/client.ts';
import type { SourceFormat } from '../../../sdk/imports.ts';
import { decimalTyped, isTooFine } from '../../words/typed-number.ts';
import type { Asked } from '../begin/source/use-source.ts';

/** The formats that can be brought in, those of people without programs first. */
export const formats = [
  'csv',
  'toggl',
  'clockify',
  'harvest',
  'timeclock',
  'history',
] as const satisfies readonly SourceFormat[];

/** What is typed of a sheet, as it lies in the browser until its lines have come in. */
export interface Bringing {
  readonly format: (typeof formats)[number];
  /** How its dates are written; '' where nobody has said. */
  readonly dates: '' | 'us' | 'eu';
  /** Whose time it is, where the sheet names nobody. */
  readonly whose: string;
  readonly classification: string;
  readonly rate: string;
  /** Which agent each author is; '' for a new name. By identity. */
  readonly known: Readonly<Record<string, string>>;
  /** Id of the import: a second try is the same. */
  readonly import: string;
}

/** Nothing typed yet. */
export const nothing: Bringing = {
  format: 'csv',
  dates: '',
  whose: '',
  classification: '',
  rate: '',
  known: {},
  import: '',
};

/** How a file is to be read. */
export const askedOf = ({ format, dates, whose }: Bringing, file: File): Asked => ({
  format,
  file,
  ...(dates === '' ? {} : { dates }),
  ...(whose.trim() === '' ? {} : { whose: whose.trim() }),
});

/** Which program a file is likely from, by its name; the format that is chosen, otherwise. */
export function formatOf(name: string, chosen: Bringing['format']): Bringing['format'] {
  const low = name.toLowerCase();
  if (/\.(gz|log)$/u.test(low)) return 'history';
  if (/\.(timeclock|timelog|journal)$/u.test(low)) return 'timeclock';
  return formats.find((format) => format !== 'csv' && low.includes(format)) ?? chosen;
}

/** An agent whom an author may be. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Who each author is: as it was said, or else the one agent who is called so. */
export function knownOf(
  { contributors }: Pick<SourceShown, 'contributors'>,
  said: Bringing['known'],
  candidates: readonly Candidate[],
): Record<string, string> {
  const pairs = contributors.map(({ identity, name }): [string, string] => {
    const named = candidates.filter((one) => folded(one.name) === folded(name));
    const found = named.length === 1 ? (named[0]?.id ?? '') : '';
    return [identity, said[identity] ?? found];
  });
  return Object.fromEntries(pairs.filter(([, agent]) => agent !== ''));
}

type Body = ReturnType<Client['imports']['bodyOf']>;

/** What all lines are valued by, where that is said. */
export function valuingOf(
  { classification, rate }: Bringing,
  { currency, locale, scale }: { currency: string; locale: string; scale?: number | undefined },
): Pick<Body['lines'][number], 'classification' | 'rate'> {
  const plain = decimalTyped(rate, locale);
  // What is no amount stands as an error in its field; nothing is valued by it.
  const isAmount = plain !== undefined && !isTooFine(plain, scale ?? plain.length);
  return {
    ...(classification.trim() === '' ? {} : { classification: classification.trim() }),
    ...(isAmount ? { rate: { amount: plain, currency } } : {}),
  };
}
