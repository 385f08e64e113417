// The fonts of the app, for the pages that a node writes itself: they lie with the built app.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { APP_FOLDER } from '../app-files.ts';

interface Face {
  readonly family: string;
  /** How the name of the file begins; its hash follows. */
  readonly file: string;
  readonly range: string;
}

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC';
const MORE_LATIN = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB';
const ARABIC = 'U+0600-06FF,U+0750-077F,U+200C-200E,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC';

const faces: readonly Face[] = [
  { family: 'Hanken Grotesk', file: 'hanken-grotesk-latin-wght-normal-', range: LATIN },
  { family: 'Hanken Grotesk', file: 'hanken-grotesk-latin-ext-wght-normal-', range: MORE_LATIN },
  { family: 'Newsreader', file: 'newsreader-latin-wght-normal-', range: LATIN },
  { family: 'Newsreader', file: 'newsreader-latin-ext-wght-normal-', range: MORE_LATIN },
  { family: 'Vazirmatn', file: 'vazirmatn-arabic-wght-normal-', range: ARABIC },
];

/** The fonts as rules of style; none where the app was not built: then the system's own do. */
export function fontRules(folder = join(APP_FOLDER, 'assets')): string {
  const names = namesIn(folder);
  return faces
    .map(({ family, file, range }) => {
      const name = names.find((one) => one.startsWith(file) && /^[\w.-]+\.woff2$/.test(one));
      return name === undefined
        ? ''
        : `@font-face { font-family: "${family} Variable"; font-weight: 100 900;
  font-display: swap; src: url(/app/assets/${name}) format("woff2"); unicode-range: ${range}; }\n`;
    })
    .join('');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
