// data: the open licences that a work may open as, with the hash of each text in data/licences.

/** One open licence by its SPDX identifier, and where its full text is. */
export interface OpenLicence {
  /** SPDX identifier, such as `Apache-2.0`. */
  readonly id: string;
  readonly name: string;
  /** File in `data/licences`. */
  readonly file: string;
  /** Whether the Open Source Initiative has approved it. CC0, BY and BY-SA are open besides. */
  readonly osiApproved: boolean;
  /** Whether changed copies must stay under the same licence. */
  readonly terms: 'permissive' | 'reciprocal';
  readonly url: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** SPDX License List 3.28.0 (2026-02-20). `data/licences/SOURCE.md` says where the texts are from. */
export const openLicenceTable: readonly OpenLicence[] = [
  {
    id: 'Apache-2.0',
    name: 'Apache License 2.0',
    file: 'Apache-2.0.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'https://www.apache.org/licenses/LICENSE-2.0',
    sha256: 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30',
  },
  {
    id: 'MIT',
    name: 'MIT License',
    file: 'MIT.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'https://opensource.org/license/mit/',
    sha256: 'b05785f9f18e6716bab63424b11454513b9943a222595b70411009202fc592b5',
  },
  {
    id: '0BSD',
    name: 'BSD Zero Clause License',
    file: '0BSD.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'http://landley.net/toybox/license.html',
    sha256: 'e3f18c71e10d673590eb9856c1d79dd3b4b0d65404efb5e8584dbede7edd608b',
  },
  {
    id: 'BSD-2-Clause',
    name: 'BSD 2-Clause "Simplified" License',
    file: 'BSD-2-Clause.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'https://opensource.org/licenses/BSD-2-Clause',
    sha256: '017b5ee48f680e82cba79141c7895a1f02b856df2512225f5c427fe36765ef0b',
  },
  {
    id: 'BSD-3-Clause',
    name: 'BSD 3-Clause "New" or "Revised" License',
    file: 'BSD-3-Clause.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'https://opensource.org/licenses/BSD-3-Clause',
    sha256: '3cf06aba3588c41c514f6946bb2d757b413ff6491647d474800f55edca75dcb4',
  },
  {
    id: 'BSL-1.0',
    name: 'Boost Software License 1.0',
    file: 'BSL-1.0.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'http://www.boost.org/LICENSE_1_0.txt',
    sha256: '84c6ef3ea9e3254a54d0acf5d3e0c61ae011b8fef7dd6940591cf060e6380a8f',
  },
  {
    id: 'MPL-2.0',
    name: 'Mozilla Public License 2.0',
    file: 'MPL-2.0.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.mozilla.org/MPL/2.0/',
    sha256: '3f3d9e0024b1921b067d6f7f88deb4a60cbe7a78e76c64e3f1d7fc3b779b9d04',
  },
  {
    id: 'EPL-2.0',
    name: 'Eclipse Public License 2.0',
    file: 'EPL-2.0.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.eclipse.org/legal/epl-2.0',
    sha256: '61616a4066701bc7888ad910de1633dbc55eb4d4d30d930feef55afb9492e33c',
  },
  {
    id: 'EUPL-1.2',
    name: 'European Union Public License 1.2',
    file: 'EUPL-1.2.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://joinup.ec.europa.eu/page/eupl-text-11-12',
    sha256: '57fb42fbcd0b037ce528ed8f72f1ec095d67bc6825ecf1448ff39be1fe68a4b4',
  },
  {
    id: 'GPL-2.0-or-later',
    name: 'GNU General Public License v2.0 or later',
    file: 'GPL-2.0-or-later.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.gnu.org/licenses/old-licenses/gpl-2.0-standalone.html',
    sha256: '8177f97513213526df2cf6184d8ff986c675afb514d4e68a404010521b880643',
  },
  {
    id: 'GPL-3.0-or-later',
    name: 'GNU General Public License v3.0 or later',
    file: 'GPL-3.0-or-later.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.gnu.org/licenses/gpl-3.0-standalone.html',
    sha256: '3972dc9744f6499f0f9b2dbf76696f2ae7ad8af9b23dde66d6af86c9dfb36986',
  },
  {
    id: 'LGPL-2.1-or-later',
    name: 'GNU Lesser General Public License v2.1 or later',
    file: 'LGPL-2.1-or-later.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.gnu.org/licenses/old-licenses/lgpl-2.1-standalone.html',
    sha256: 'dc626520dcd53a22f727af3ee42c770e56c97a64fe3adb063799d8ab032fe551',
  },
  {
    id: 'LGPL-3.0-or-later',
    name: 'GNU Lesser General Public License v3.0 or later',
    file: 'LGPL-3.0-or-later.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.gnu.org/licenses/lgpl-3.0-standalone.html',
    sha256: '996af0513df21f7496288951c41428a03c174e9e4a9d63665c57d670f845ccb1',
  },
  {
    id: 'AGPL-3.0-or-later',
    name: 'GNU Affero General Public License v3.0 or later',
    file: 'AGPL-3.0-or-later.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.gnu.org/licenses/agpl.txt',
    sha256: 'd8a6cc31abc16b6748c7a21f21611f5a1ec33f67d22ca23d7da1c19b95496bee',
  },
  {
    id: 'OFL-1.1',
    name: 'SIL Open Font License 1.1',
    file: 'OFL-1.1.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'http://scripts.sil.org/cms/scripts/page.php?item_id=OFL_web',
    sha256: '8eea8287e5876b539670cadb82e99f9a7afddec6f6730811be1daf25d2e9bcfd',
  },
  {
    id: 'CERN-OHL-P-2.0',
    name: 'CERN Open Hardware Licence Version 2 - Permissive',
    file: 'CERN-OHL-P-2.0.txt',
    osiApproved: true,
    terms: 'permissive',
    url: 'https://www.ohwr.org/project/cernohl/wikis/Documents/CERN-OHL-version-2',
    sha256: 'eeecc593866fa1c3b80189c7e3dc0ceb77740557fa92f81771f891cc54c579cb',
  },
  {
    id: 'CERN-OHL-W-2.0',
    name: 'CERN Open Hardware Licence Version 2 - Weakly Reciprocal',
    file: 'CERN-OHL-W-2.0.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.ohwr.org/project/cernohl/wikis/Documents/CERN-OHL-version-2',
    sha256: 'c1432111d0aeefc9d1ced8105d2d4ed07d5dcb1fd43abb5d4616c4f9ef96e08f',
  },
  {
    id: 'CERN-OHL-S-2.0',
    name: 'CERN Open Hardware Licence Version 2 - Strongly Reciprocal',
    file: 'CERN-OHL-S-2.0.txt',
    osiApproved: true,
    terms: 'reciprocal',
    url: 'https://www.ohwr.org/project/cernohl/wikis/Documents/CERN-OHL-version-2',
    sha256: 'd6475a84171f0cf7ff52667dea714df268fc65cea42f0bf328b0b70d4cd0ebab',
  },
  {
    id: 'CC0-1.0',
    name: 'Creative Commons Zero v1.0 Universal',
    file: 'CC0-1.0.txt',
    osiApproved: false,
    terms: 'permissive',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/legalcode',
    sha256: 'a2010f343487d3f7618affe54f789f5487602331c0a8d03f49e9a7c547cf0499',
  },
  {
    id: 'CC-BY-4.0',
    name: 'Creative Commons Attribution 4.0 International',
    file: 'CC-BY-4.0.txt',
    osiApproved: false,
    terms: 'permissive',
    url: 'https://creativecommons.org/licenses/by/4.0/legalcode',
    sha256: 'd557539df68e771cc1eedcc91d13f70fca930e508d11eedcafa4b15db49e3744',
  },
  {
    id: 'CC-BY-SA-4.0',
    name: 'Creative Commons Attribution Share Alike 4.0 International',
    file: 'CC-BY-SA-4.0.txt',
    osiApproved: false,
    terms: 'reciprocal',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/legalcode',
    sha256: 'cde7883b9050a1104f4ac19a1572aafd6e5d7323b68351aaf51fbf4beba54966',
  },
];

/** The fixed text that holds before a release opens. */
export const paidUntilOpenFile = {
  id: 'LicenseRef-PaidUntilOpen-1.0',
  name: 'Paid Until Open 1.0',
  file: 'LicenseRef-PaidUntilOpen-1.0.txt',
  sha256: '896a26c4e1ee510eba6b042f2d2d2a604876851a9b495b65230b8a2d49f36fa9',
} as const;
