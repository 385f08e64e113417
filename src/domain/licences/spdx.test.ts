import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../record/hash.ts';
import { paidUntilOpenFile } from './spdx.data.ts';
import {
  assertLicenceText,
  defaultOpenLicence,
  fillLicenceText,
  licenceFileOf,
  openLicenceOf,
  openLicences,
} from './spdx.ts';

const folder = new URL('../../../data/licences/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

describe('the open licences', () => {
  it.each(openLicences().map((licence) => licence.id))('%s has its full text and hash', (id) => {
    const { file, sha256 } = licenceFileOf(id);
    expect(sha256Hex(textOf(file))).toBe(sha256);
    expect(() => assertLicenceText(id, textOf(file))).not.toThrow();
  });

  it('are all files of the folder, besides the licence before opening', () => {
    const files = [...openLicences(), paidUntilOpenFile].map((licence) => licence.file);
    expect(readdirSync(folder).toSorted()).toEqual([...files, 'SOURCE.md'].toSorted());
  });

  it('are approved by the OSI, or are CC0, BY or BY-SA', () => {
    const others = openLicences().filter((licence) => !licence.osiApproved);
    expect(others.map((licence) => licence.id)).toEqual(['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0']);
  });

  it('are found in any letter case', () => {
    expect(openLicenceOf('apache-2.0').id).toBe('Apache-2.0');
    expect(openLicenceOf(' MIT ').name).toBe('MIT License');
  });

  it.each(['BUSL-1.1', 'CC-BY-NC-4.0', 'LicenseRef-PaidUntilOpen-1.0', '', 'constructor'])(
    'do not include "%s", and the refusal lists them',
    (licence) => {
      expect(() => openLicenceOf(licence)).toThrow(
        expect.objectContaining({
          code: 'licence-not-open',
          values: { licence, licences: expect.stringContaining('Apache-2.0, MIT') },
        }),
      );
    },
  );

  it('have a default for each kind of work', () => {
    expect(['software', 'text', 'data'].map(defaultOpenLicence)).toEqual([
      'Apache-2.0',
      'CC-BY-4.0',
      'CC0-1.0',
    ]);
  });
});

describe('a licence text', () => {
  it('is not taken where a byte differs', () => {
    expect(() => assertLicenceText('MIT', 'MIT')).toThrow('not the one that was published');
  });

  it.each([
    ['MIT', 'Copyright (c) 2026 Contributors to Tides'],
    ['BSD-3-Clause', 'Copyright (c) 2026 Contributors to Tides.'],
    ['0BSD', 'Copyright (C) 2026 by Contributors to Tides'],
  ])('of %s gets its copyright line', (id, line) => {
    const filled = fillLicenceText(textOf(`${id}.txt`), {
      year: '2026',
      holders: 'Contributors to Tides',
    });
    expect(filled).toContain(`${line}\n`);
  });

  it('without blanks stays as it is', () => {
    const text = textOf('GPL-3.0-or-later.txt');
    expect(fillLicenceText(text, { year: '2026', holders: 'X' })).toBe(text);
  });
});
