/** Words of American spelling, and how the house writes them. */
const britishFor: Readonly<Record<string, string>> = {
  analyze: 'analyse',
  behavior: 'behaviour',
  canceled: 'cancelled',
  canceling: 'cancelling',
  catalog: 'catalogue',
  center: 'centre',
  color: 'colour',
  defense: 'defence',
  favor: 'favour',
  favorite: 'favourite',
  fulfill: 'fulfil',
  honor: 'honour',
  labeled: 'labelled',
  labeling: 'labelling',
  labor: 'labour',
  license: 'licence',
  licenses: 'licences',
  modeling: 'modelling',
  neighbor: 'neighbour',
  offense: 'offence',
  organization: 'organisation',
  organizations: 'organisations',
  organize: 'organise',
  organized: 'organised',
};

/** Names that others gave: files, fields and functions of standards and of packages. */
const namesOfOthers = [
  /LICENSE(S\b)?/g,
  /LicenseRef-[\w.-]*/g,
  /SPDX-License-Identifier/g,
  /["']licenses?["']/g,
  /\bapache\.org\/licenses\b/gi,
  /\bopensource\.org\/licenses?\b/gi,
  /\bcreativecommons\.org\/licenses\b/gi,
  /\bspdx\.org\/licenses\b/gi,
  /\bspdx\/license-list-data\b/gi,
  /\bschema:license\b|\bdct:license\b|\bcc:license\b/g,
  /https?:\/\/\S+/g,
  /(Apache|General Public|MIT|Public|Commons|Free|Software) Licenses?/g,
  /\blicense: \{/g,
  /\bauto[cC]omplete="[a-z -]+"/g,
  /(NO|FORCE)_COLOR/g,
  /\.fulfill\(|Route\['fulfill'\]/g,
  /--(no-)?color\b|\bcolor\.\w+=|%C\(/g,
];

/** Style sheets, mark-up and what checks them (axe) have American keywords. */
const keywordsOfStyles = new Set(['analyze', 'behavior', 'center', 'color']);

/**
 * The American words in a line of prose or code, identifiers taken apart into their words, each
 * as `word -> British word`.
 */
export function americanWords(line: string, isStyle: boolean): readonly string[] {
  const ours = namesOfOthers.reduce((text, name) => text.replace(name, ' '), line);
  const words = ours.replaceAll(/([a-z])([A-Z])/g, '$1 $2').match(/[A-Za-z]+/g) ?? [];
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => Object.hasOwn(britishFor, word))
    .filter((word) => !(isStyle && keywordsOfStyles.has(word)))
    .map((word) => `${word} -> ${britishFor[word]}`);
}
