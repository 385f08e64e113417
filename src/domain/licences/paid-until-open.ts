// The licence before opening: one fixed text, and the parameters of a release (section C of the
// agreements). It is never called open source before opening.

import { fillLicenceText, openLicenceOf, PAID_UNTIL_OPEN } from './spdx.ts';
import type { OpeningStatement } from './opening.ts';

/** One offer as the parameters name it. Price null means free. */
export interface OfferLine {
  readonly name: string;
  readonly price: { readonly amount: string; readonly currency: string } | null;
  readonly per: 'once' | 'year' | 'seat' | 'use';
}

/** What differs from release to release. Durations are in days, dates are ISO days. */
export interface LicenceParameters {
  readonly work: { readonly id: string; readonly title: string };
  readonly release: { readonly id: string; readonly number: number };
  /** The files: a manifest's address or hash, or null for all files of the release. */
  readonly manifest: string | null;
  readonly licensor: string;
  readonly offers: readonly OfferLine[];
  readonly opening: OpeningStatement;
  /** The latest day of opening, or null where the agreement names none. */
  readonly latest: string | null;
  readonly trialDays: number;
  readonly cureDays: number;
  /** Fraction that may be asked on top of a debt that was hidden knowingly. */
  readonly addOn: string;
  readonly growthDays: number;
  readonly noticeDays: number;
  readonly successorDays: number;
  readonly rightsWork: boolean;
  readonly law: string;
  /** What it builds on that is not open yet. */
  readonly upstream: readonly { readonly release: string; readonly title: string }[];
}

function offerLine(offer: OfferLine): string {
  if (offer.price === null) return `  ${offer.name}: free`;
  const per = offer.per === 'once' ? 'once' : `per ${offer.per}`;
  return `  ${offer.name}: ${offer.price.amount} ${offer.price.currency}, ${per}`;
}

function parameterLines(p: LicenceParameters): readonly string[] {
  const upstream = p.upstream.map((one) => `  ${one.title} (${one.release})`);
  return [
    `Work: ${p.work.title} (${p.work.id})`,
    `Release: ${p.release.number} (${p.release.id})`,
    `Files: ${p.manifest ?? 'all files of this release'}`,
    `Licensor: ${p.licensor}, for the makers`,
    'Offers:',
    ...(p.offers.length === 0 ? ['  none yet; ask the licensor'] : p.offers.map(offerLine)),
    `Opening: ${p.opening.sentence}`,
    `Open licence: ${p.opening.licence}`,
    `Threshold: ${p.opening.threshold} of what is owed to the makers`,
    `Latest date of opening: ${p.latest ?? 'none'}`,
    `Trial: ${p.trialDays} days`,
    `Time to pay what you owe: ${p.cureDays} days; addition if hidden knowingly: ${p.addOn}`,
    `A higher price after growth begins after: ${p.growthDays} days`,
    `Notice of a changed price: ${p.noticeDays} days`,
    `A successor of the licensor is elected within: ${p.successorDays} days`,
    `People depend on it for their rights: ${p.rightsWork ? 'yes' : 'no'}`,
    `Law for organisations: ${p.law}`,
    'Builds on, not open yet:',
    ...(upstream.length === 0 ? ['  nothing'] : upstream),
  ];
}

/**
 * The root `LICENSE` file before opening: the parameters of the release, then the fixed text,
 * unchanged. The same bytes for the same parameters.
 */
export function paidUntilOpenLicence(fixedText: string, parameters: LicenceParameters): string {
  const head = [
    `SPDX-License-Identifier: ${PAID_UNTIL_OPEN}`,
    '',
    'PARAMETERS OF THIS RELEASE',
    ...parameterLines(parameters),
  ];
  return `${head.join('\n')}\n\n${'-'.repeat(78)}\n\n${fixedText}`;
}

/** The comment lines that each source file carries before opening, without comment signs. */
export function sourceHeader(input: {
  readonly name: string;
  readonly year: number;
  readonly openLicence: string;
  readonly latest: string | null;
}): readonly string[] {
  const latest = input.latest === null ? '' : `, at latest ${input.latest}`;
  return [
    `SPDX-FileCopyrightText: ${input.year} Contributors to ${input.name}, see AUTHORS`,
    `SPDX-License-Identifier: ${PAID_UNTIL_OPEN}`,
    `${input.openLicence} when paid${latest}.`,
  ];
}

/** The header after opening: the open licence, for everyone. */
export function openedHeader(input: {
  readonly name: string;
  readonly year: number;
  readonly openLicence: string;
}): readonly string[] {
  return [
    `SPDX-FileCopyrightText: ${input.year} Contributors to ${input.name}, see AUTHORS`,
    `SPDX-License-Identifier: ${openLicenceOf(input.openLicence).id}`,
  ];
}

/**
 * The licence files of a release, path -> text, as the REUSE specification lays them out: before
 * opening the fixed text, after opening the open licence with `OPENED.json`, and never both, since
 * a licence text that no file uses reads as if it held already.
 */
export function licenceFiles(input: {
  readonly parameters: LicenceParameters;
  readonly fixedText: string;
  readonly openText: string;
  readonly copyrightYear: string;
  /** The proof of opening (the act and its inclusion in the record), once it is open. */
  readonly openedJson: string | null;
}): Readonly<Record<string, string>> {
  const { parameters, fixedText } = input;
  if (parameters.opening.status === 'owing') {
    return {
      LICENSE: paidUntilOpenLicence(fixedText, parameters),
      [`LICENSES/${PAID_UNTIL_OPEN}.txt`]: fixedText,
    };
  }
  if (input.openedJson === null) throw new Error('An open release has a proof of its opening.');
  const holders = `Contributors to ${parameters.work.title}`;
  const text = fillLicenceText(input.openText, { year: input.copyrightYear, holders });
  return {
    LICENSE: text,
    [`LICENSES/${openLicenceOf(parameters.opening.licence).id}.txt`]: input.openText,
    'OPENED.json': input.openedJson,
  };
}
