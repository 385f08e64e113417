// The licence of a release as files, from the texts that ship with the product.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LicenceOfRelease } from '../../actions/releases/show-licence.ts';
import { licenceFiles, openedHeader, sourceHeader } from '../../domain/licences/paid-until-open.ts';
import { assertLicenceText, licenceFileOf, PAID_UNTIL_OPEN } from '../../domain/licences/spdx.ts';
import { shippedDirectory } from '../../tables/manifest.ts';

/** A release's licence: which, its whole text, its files, and the head of each source file. */
export interface LicenceShown {
  readonly release: string;
  readonly status: 'owing' | 'open';
  readonly licence: string;
  readonly text: string;
  readonly header: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** The licence of a release as it stands, with the files that go into its tree. */
export async function licenceShown(found: LicenceOfRelease): Promise<LicenceShown> {
  const { parameters, licence, openLicence, year, opened } = found;
  const files = licenceFiles({
    parameters,
    fixedText: await textOf(PAID_UNTIL_OPEN),
    openText: await textOf(openLicence),
    copyrightYear: String(year),
    openedJson: opened === null ? null : `${JSON.stringify(opened, null, 2)}\n`,
  });
  const named = { name: parameters.work.title, year, openLicence };
  const { status } = parameters.opening;
  return {
    release: parameters.release.id,
    status,
    licence,
    text: files['LICENSE'] ?? '',
    header:
      status === 'open'
        ? openedHeader(named)
        : sourceHeader({ ...named, latest: parameters.latest }),
    files,
  };
}

async function textOf(id: string): Promise<string> {
  const text = await readFile(join(shippedDirectory(), 'licences', licenceFileOf(id).file), 'utf8');
  assertLicenceText(id, text);
  return text;
}
