// Whose law: countries (ISO 3166-1 alpha-2) and their subdivisions (ISO 3166-2).

import { refuse } from '../refusals.ts';
import { JURISDICTIONS } from './jurisdictions.ts';

const CODE = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?$/;

/** Whether a code is one of a country, such as `AU`, or of a subdivision, such as `AU-VIC`. */
export function isJurisdiction(code: string): boolean {
  const [, country, subdivision] = CODE.exec(code) ?? [];
  if (country === undefined) return false;
  // The country's own lines: nothing is parsed that is not asked for.
  for (let at = JURISDICTIONS.indexOf(`\n${country}`); at >= 0;) {
    if (subdivision === undefined) return true;
    const line = JURISDICTIONS.slice(at + 1, JURISDICTIONS.indexOf('\n', at + 1));
    if (line.split(' ').includes(subdivision, 1)) return true;
    at = JURISDICTIONS.indexOf(`\n${country}`, at + 1);
  }
  return false;
}

/** The codes of all countries, in the order of the alphabet. */
export const countries = (): readonly string[] => [
  ...new Set(JURISDICTIONS.match(/^[A-Z]{2}(?= |$)/gm) ?? []),
];

/** The codes of a country's subdivisions, without its own: `VIC` for `AU-VIC`. */
export const subdivisionsOf = (country: string): readonly string[] =>
  JURISDICTIONS.split('\n')
    .filter((line) => country !== '' && line.startsWith(`${country} `))
    .flatMap((line) => line.split(' ').slice(1));

/** The code in capitals, as people also write `au-vic`. Refuses `jurisdiction-unknown`. */
export function jurisdictionOf(code: string): string {
  const upper = code.trim().toUpperCase();
  if (isJurisdiction(upper)) return upper;
  return refuse('jurisdiction-unknown', { jurisdiction: code.slice(0, 40) });
}
