// The open licences that a work may open as. Their texts are files in `data/licences`.

import { sha256Hex } from '../record/hash.ts';
import { refuse } from '../refusals.ts';
import { openLicenceTable, paidUntilOpenFile } from './spdx.data.ts';
import type { OpenLicence } from './spdx.data.ts';

/** The licence that holds before a release opens. */
export const PAID_UNTIL_OPEN = paidUntilOpenFile.id;

/** All licences that a work may open as, in the order in which they are offered. */
export function openLicences(): readonly OpenLicence[] {
  return openLicenceTable;
}

/**
 * The open licence with that SPDX identifier; letter case does not count, as SPDX has it.
 *
 * Source of the rule: clause 19, "OSI, CC0, BY, BY-SA". Refuses `licence-not-open`, listing them.
 */
export function openLicenceOf(id: string): OpenLicence {
  const wanted = id.trim().toLowerCase();
  const found = openLicenceTable.find((licence) => licence.id.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const licences = openLicenceTable.map((licence) => licence.id).join(', ');
  return refuse('licence-not-open', { licence: id, licences });
}

/** The licence that a work of this kind opens as where the agreement names none (clause 19). */
export function defaultOpenLicence(kind: string): string {
  if (kind === 'data') return 'CC0-1.0';
  if (kind === 'text' || kind === 'specification' || kind === 'design') return 'CC-BY-4.0';
  return 'Apache-2.0';
}

/** File in `data/licences` and hash of a licence's text, the one before opening included. */
export function licenceFileOf(id: string): { readonly file: string; readonly sha256: string } {
  return id === PAID_UNTIL_OPEN ? paidUntilOpenFile : openLicenceOf(id);
}

/** Asserts that a text read from disk is the licence's text, byte for byte. */
export function assertLicenceText(id: string, text: string): void {
  if (sha256Hex(text) !== licenceFileOf(id).sha256) {
    throw new Error(`The text of ${id} in data/licences is not the one that was published.`);
  }
}

const placeholders: readonly (readonly [RegExp, 'year' | 'holders'])[] = [
  [/<year>/g, 'year'],
  [/<copyright holders>|<owner>/g, 'holders'],
  [/(?<=Copyright \(C\) )YEAR/g, 'year'],
  [/(?<=by )AUTHOR EMAIL/g, 'holders'],
];

/**
 * The licence text with the blanks of its copyright line filled in (MIT, BSD, 0BSD). Only the
 * first 200 characters are looked at: an example further down is part of the text.
 */
export function fillLicenceText(
  text: string,
  values: { readonly year: string; readonly holders: string },
): string {
  const head = text.slice(0, 200);
  const filled = placeholders.reduce(
    (part, [pattern, name]) => part.replace(pattern, () => values[name]),
    head,
  );
  return filled + text.slice(200);
}
