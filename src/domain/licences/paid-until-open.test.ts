import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../record/hash.ts';
import { openingStatement } from './opening.ts';
import type { LicenceParameters } from './paid-until-open.ts';
import {
  licenceFiles,
  openedHeader,
  paidUntilOpenLicence,
  sourceHeader,
} from './paid-until-open.ts';
import { assertLicenceText, licenceFileOf, PAID_UNTIL_OPEN } from './spdx.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../data/licences/${file}`, import.meta.url), 'utf8');
const fixedText = read(licenceFileOf(PAID_UNTIL_OPEN).file);
const opening = (status: 'owing' | 'open') =>
  openingStatement({
    status,
    threshold: '1',
    remaining: { amount: '9240.81', currency: 'AUD' },
    licence: 'MIT',
  });
const parameters: LicenceParameters = {
  work: { id: 'work_1', title: 'Tide tables' },
  release: { id: 'rel_1', number: 1 },
  manifest: null,
  licensor: 'Ana',
  offers: [
    { name: 'people', price: null, per: 'once' },
    { name: 'firms', price: { amount: '100.00', currency: 'AUD' }, per: 'year' },
    { name: 'schools', price: { amount: '10.00', currency: 'AUD' }, per: 'once' },
  ],
  opening: opening('owing'),
  latest: '2036-05-01',
  trialDays: 30,
  cureDays: 30,
  addOn: '0',
  growthDays: 90,
  noticeDays: 30,
  successorDays: 90,
  rightsWork: false,
  law: 'AU-WA',
  upstream: [{ release: 'rel_sea', title: 'Sea chart' }],
};
const files = (status: 'owing' | 'open', openedJson: string | null = null) =>
  licenceFiles({
    parameters: { ...parameters, opening: opening(status) },
    fixedText,
    openText: read('MIT.txt'),
    copyrightYear: '2026',
    openedJson,
  });

describe('the licence before opening', () => {
  it('is a fixed text that says it is not open source', () => {
    expect(() => assertLicenceText(PAID_UNTIL_OPEN, fixedText)).not.toThrow();
    expect(fixedText).toContain('This is not an open-source licence.');
    expect(sha256Hex(fixedText)).toBe(licenceFileOf(PAID_UNTIL_OPEN).sha256);
  });

  it('names its parameters above the fixed text, the same bytes each time', () => {
    const licence = paidUntilOpenLicence(fixedText, parameters);
    expect(licence.endsWith(fixedText)).toBe(true);
    expect(licence).toBe(paidUntilOpenLicence(fixedText, { ...parameters }));
    for (const line of [
      'SPDX-License-Identifier: LicenseRef-PaidUntilOpen-1.0',
      'Work: Tide tables (work_1)',
      '  people: free',
      '  firms: 100.00 AUD, per year',
      '  schools: 10.00 AUD, once',
      'Opening: Opens when 9240.81 AUD more is paid, as MIT, to everyone.',
      'Latest date of opening: 2036-05-01',
      '  Sea chart (rel_sea)',
    ]) {
      expect(licence.split('\n')).toContain(line);
    }
  });

  it('says so where there are no offers, no date and nothing upstream', () => {
    const bare = { ...parameters, offers: [], latest: null, upstream: [], rightsWork: true };
    const lines = paidUntilOpenLicence(fixedText, bare).split('\n');
    expect(lines).toContain('  none yet; ask the licensor');
    expect(lines).toContain('Latest date of opening: none');
    expect(lines).toContain('  nothing');
    expect(lines).toContain('People depend on it for their rights: yes');
  });
});

describe('the header of a source file', () => {
  const input = { name: 'Tides', year: 2026, openLicence: 'MIT' };

  it('does not offer the open licence before opening', () => {
    const header = sourceHeader({ ...input, latest: '2036-05-01' });
    expect(header).toContain('SPDX-License-Identifier: LicenseRef-PaidUntilOpen-1.0');
    expect(header).toContain('MIT when paid, at latest 2036-05-01.');
    expect(sourceHeader({ ...input, latest: null })).toContain('MIT when paid.');
  });

  it('names the open licence alone after opening', () => {
    expect(openedHeader(input)).toEqual([
      'SPDX-FileCopyrightText: 2026 Contributors to Tides, see AUTHORS',
      'SPDX-License-Identifier: MIT',
    ]);
  });
});

describe('the licence files', () => {
  it('hold no open licence before opening', () => {
    expect(Object.keys(files('owing'))).toEqual([
      'LICENSE',
      'LICENSES/LicenseRef-PaidUntilOpen-1.0.txt',
    ]);
  });

  it('hold the open licence and the proof after opening, and no other licence', () => {
    const open = files('open', '{}');
    expect(Object.keys(open)).toEqual(['LICENSE', 'LICENSES/MIT.txt', 'OPENED.json']);
    expect(open['LICENSE']).toContain('Copyright (c) 2026 Contributors to Tide tables');
    expect(() => files('open')).toThrow('proof of its opening');
  });
});
