import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { refusals } from '../src/domain/refusals.ts';
import {
  addedRooms,
  auditedPrimitives,
  emptyNames,
  nouns,
  rooms,
  topFolders,
  wiring,
} from './house/rooms.ts';
import {
  files,
  findCycle,
  importsOf,
  isDataOrGenerated,
  isTest,
  linesMatching,
  othersData,
  pathsUnder,
  sources,
} from './house/source.ts';
import type { Import, SourceFile } from './house/source.ts';
import { americanWords } from './house/spelling.ts';

// The house, enforced: what docs/house.md says, one test a sentence.

const own = files.filter(({ path }) => !path.startsWith('test/house'));
const code = sources('src/').filter(({ path }) => !isTest(path));
const imports = code.flatMap(importsOf);
const paths = pathsUnder('.');

const roomOf = (path: string): string => path.split('/')[1] ?? '';
const nounOf = (path: string): string => path.split('/')[2] ?? '';
const within = (...folders: string[]): readonly SourceFile[] =>
  code.filter(({ path }) => folders.includes(roomOf(path)));

describe('which way imports run', () => {
  test('each room imports only itself and the rooms below it', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      if (to === undefined || wiring.includes(from) || !from.startsWith('src/')) return false;
      if (!to.startsWith('src/')) return !to.startsWith('data/') && to !== 'package.json';
      const [room, target] = [roomOf(from), roomOf(to)];
      const allowed = rooms[room] ?? [];
      return !(
        room === target ||
        allowed.includes(target) ||
        (typeOnly && allowed.includes(`${target}:type`))
      );
    });
    expect(wrong.map(asText)).toEqual([]);
  });

  test('the domain imports no package, but for audited primitives in its record', () => {
    const audited: readonly string[] = auditedPrimitives;
    const wrong = imports.filter(
      ({ from, to, specifier }) =>
        to === undefined &&
        roomOf(from) === 'domain' &&
        !(nounOf(from) === 'record' && audited.includes(specifier)),
    );
    expect(wrong.map(asText)).toEqual([]);
    for (const primitive of audited) {
      const users = imports.filter(
        (one) => one.specifier === primitive && roomOf(one.from) === 'domain' && !one.typeOnly,
      );
      expect(users.length, primitive).toBeLessThanOrEqual(2);
    }
  });

  test('money and record import no other noun, and the ledger imports only money', () => {
    const mayImport: Readonly<Record<string, readonly string[]>> = {
      money: [],
      record: [],
      ledger: ['money'],
    };
    const wrong = imports.filter(({ from, to }) => {
      const allowed = roomOf(from) === 'domain' ? mayImport[nounOf(from)] : undefined;
      if (allowed === undefined || to === undefined || to === 'src/domain/refusals.ts')
        return false;
      return nounOf(to) !== nounOf(from) && !allowed.includes(nounOf(to));
    });
    expect(wrong.map(asText)).toEqual([]);
  });

  test('there is no cycle anywhere, of types neither', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  test('an import of our own names a file with its ending', () => {
    const known = new Set(paths);
    const wrong = imports.filter(({ to }) => to !== undefined && !known.has(to));
    expect(wrong.map(asText)).toEqual([]);
  });

  test('what the sources import from npm is what the package depends on', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const packageOf = (specifier: string): string =>
      specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    const foreign = imports.filter(
      ({ to, specifier }) => to === undefined && !specifier.startsWith('node:'),
    );
    const usedBy = (isWeb: boolean): readonly string[] => [
      ...new Set(
        foreign
          .filter(({ from }) => (roomOf(from) === 'web') === isWeb)
          .map(({ specifier }) => packageOf(specifier)),
      ),
    ];
    expect([...usedBy(false)].toSorted()).toEqual(Object.keys(dependencies).toSorted());
    // What the browser loads is bundled by the build, so that it is there when that is.
    const bundled = Object.keys(devDependencies);
    expect(usedBy(true).filter((name) => !bundled.includes(name))).toEqual([]);
  });

  test('time and chance come in as arguments to the domain, the actions and the store', () => {
    const found = /Math\.random|Date\.now|new Date\(\)|performance\.now|random(UUID|Bytes|Int)\b/;
    expect(linesMatching(within('domain', 'actions', 'store'), found)).toEqual([]);
  });

  test('the domain reads no environment, no disk and no network, and prints nothing', () => {
    const found = /\bprocess\.|\bfetch\(|\bconsole\.|\bsetTimeout\(|node:(fs|net|http|os)/;
    expect(linesMatching(within('domain'), found)).toEqual([]);
  });
});

describe('rooms and names', () => {
  test('the top of the project holds the rooms that the house names', () => {
    const tops: readonly string[] = topFolders;
    const folders = new Set(paths.filter((path) => path.includes('/')).map((p) => p.split('/')[0]));
    expect([...folders].filter((folder) => !tops.includes(folder ?? ''))).toEqual([]);
  });

  test('a room under src is one of the house, a noun of the domain one of its fourteen', () => {
    const inSrc = paths.filter((path) => path.startsWith('src/') && path.split('/').length > 2);
    const unknown = new Set(inSrc.map(roomOf).filter((room) => !Object.hasOwn(rooms, room)));
    expect([...unknown]).toEqual([]);
    const inDomain = inSrc.filter(
      (path) => roomOf(path) === 'domain' && path.split('/').length > 3,
    );
    const known: readonly string[] = nouns;
    expect([...new Set(inDomain.map(nounOf))].filter((noun) => !known.includes(noun))).toEqual([]);
  });

  test('no folder and no file has a name that says nothing', () => {
    const wrong = paths.filter((path) =>
      path.split('/').some((part) => emptyNames.test(part.replace(/(\.test)?\.\w+$/, ''))),
    );
    expect(wrong).toEqual([]);
  });

  test('files and folders are in kebab-case', () => {
    const kebab = /^[A-Z]+\.md$|^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const wrong = paths.filter(
      (path) => path.includes('/') && !path.split('/').every((part) => kebab.test(part)),
    );
    expect(wrong.filter((path) => !othersData.test(path))).toEqual([]);
  });

  test('a test stands beside what it tests', () => {
    const known = new Set(paths);
    const lonely = paths.filter(
      (path) =>
        path.startsWith('src/') &&
        path.endsWith('.test.ts') &&
        !known.has(path.replace('.test.ts', '.ts')),
    );
    expect(lonely).toEqual([]);
  });

  test('names and prose are spelt as the house spells', () => {
    const wrong = own
      .filter(({ path }) => !['LICENSE', 'package.json', 'package-lock.json'].includes(path))
      .filter((file) => !isDataOrGenerated(file))
      .flatMap(({ path, lines }) => {
        const isStyle =
          /\.(css|html|svg)$/.test(path) || /^(src\/(web|http\/pages)|test\/browser)\//.test(path);
        return lines.flatMap((line, index) =>
          americanWords(line, isStyle).map((word) => `${path}:${index + 1}: ${word}`),
        );
      });
    expect(wrong).toEqual([]);
  });
});

describe('sizes', () => {
  const sized = sources().filter((file) => !isDataOrGenerated(file));

  test('a domain or action file has at most 300 lines, a test 500, any other file 400', () => {
    const wrong = sized.filter(({ path, lines }) => lines.length - 1 > mostLines(path));
    expect(wrong.map(({ path, lines }) => `${path}: ${lines.length - 1} lines`)).toEqual([]);
  });

  test('a line of code has at most 100 columns, the title of a test 110', () => {
    // The formatter never breaks a line that begins a test.
    const wrong = linesMatching(sized, /^.{101,}$/u);
    expect(wrong.filter((line) => !/:\d+: *test\('.{0,100}$/.test(line))).toEqual([]);
    expect(linesMatching(sized, /^.{111,}$/u)).toEqual([]);
  });

  test('a folder has at most 20 files, the test beside a file counted with it', () => {
    const counted = paths.filter(
      (path) => !(path.startsWith('src/') && path.endsWith('.test.ts')) && path.includes('/'),
    );
    const crowded = [...Map.groupBy(counted, dirname)].filter(
      ([folder, inside]) =>
        inside.length > 20 && !othersData.test(`${folder}/`) && folder !== 'docs/decisions',
    );
    expect(crowded.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([]);
  });

  test('the linter stops a function of more than 70 lines', () => {
    const config = JSON.parse(textOf('.oxlintrc.json')) as {
      rules: Record<string, [string, { max: number }]>;
    };
    expect(config.rules['max-lines-per-function']?.[0]).toBe('error');
    expect(config.rules['max-lines-per-function']?.[1].max).toBeLessThanOrEqual(70);
  });
});

describe('what is never written', () => {
  test('nothing is left for later, and no test is switched off or run alone', () => {
    const found = /\bTODO\b|\bFIXME\b|\bXXX[: ]|not implemented|\.only\(|\.todo\(|[^t]\.skip\(/;
    const among = own.filter(({ path }) => path !== 'test/needs.ts' && !path.endsWith('.json'));
    expect(linesMatching(among, found)).toEqual([]);
  });

  test('no type is forced', () => {
    expect(
      linesMatching(sources(), /\bas any\s*([;,)\]}>|&=]|$)|@ts-ignore|@ts-nocheck/).filter(
        notHouse,
      ),
    ).toEqual([]);
    const expected = linesMatching(code, /@ts-expect-error/);
    expect(expected).toEqual([]);
  });

  test('money is never a float', () => {
    expect(linesMatching(code, /\bparseFloat\(|\bNumber\((amount|minor)/i)).toEqual([]);
  });

  test('no path of anybody’s machine stands in the project', () => {
    const found = /(^|[^\w.])\/(work|farm|root|home|Users)\/[A-Za-z]/;
    expect(linesMatching(own, found)).toEqual([]);
  });

  test('the lockfile names no download address', () => {
    expect(linesMatching(own, /"resolved": "http/)).toEqual([]);
  });

  test('an e-mail address is one that nobody can have', () => {
    const address = /[\w.+-]+@(?!(\w+\.)*(example|test|invalid|localhost)\b)[\w-]+\.[a-z]{2,}/i;
    const among = own.filter(({ path }) => !/^package|\.data\.ts$|^\.ci/.test(path));
    const found = linesMatching(among, address).filter((line) => !/noreply|git@/.test(line));
    expect(found).toEqual([]);
  });
});

describe('what is written down', () => {
  const markdown = files.filter(({ path }) => path.endsWith('.md'));

  test('a decision says what was chosen, what else, what gets harder, when to revisit', () => {
    const decisions = markdown.filter(({ path }) => path.startsWith('docs/decisions/'));
    const asked = [/^## .*chosen/im, /^## .*alternatives/im, /^## .*harder/im, /^## .*revisit/im];
    const wrong = decisions
      .filter(({ path }) => /^\d{3}-/.test(basename(path)))
      .filter(({ text }) => !asked.every((heading) => heading.test(text)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
    const numbers = decisions.map(({ path }) => basename(path).slice(0, 3));
    expect(new Set(numbers).size, 'each decision has a number of its own').toBe(numbers.length);
  });

  test('a room that was added has a decision that names it', () => {
    const decisions = markdown.filter(({ path }) => path.startsWith('docs/decisions/'));
    const unexplained = addedRooms.filter(
      (room) => !decisions.some(({ text }) => text.includes(`src/${room}`)),
    );
    expect(unexplained).toEqual([]);
  });

  test('a link between pages leads to a page', () => {
    const known = new Set(paths.flatMap((path) => [path, dirname(path)]));
    const wrong = markdown.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)]*)?\)/g)]
        .map((match) => new URL(match[1] ?? '', `file:///${path}`).pathname.slice(1))
        .filter((target) => !known.has(target.replace(/\/$/, '')))
        .map((target) => `${path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('each noun of the domain is in the glossary', () => {
    const glossary = textOf('docs/glossary.md').toLowerCase();
    const folders = new Set(
      code.filter(({ path }) => path.split('/').length > 3 && roomOf(path) === 'domain'),
    );
    const missing = [...folders]
      .map(({ path }) => nounOf(path))
      .filter((noun) => !glossary.includes(noun.replace(/s$/, '')));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('a refusal of the catalogue is said somewhere, and tested', () => {
    const said = code.filter(({ path }) => path !== 'src/domain/refusals.ts');
    const tests = files.filter(({ path }) => path.endsWith('.test.ts'));
    const names = (among: readonly SourceFile[], refusal: string): boolean =>
      among.some(({ text }) => text.includes(`'${refusal}'`));
    const codes = Object.keys(refusals);
    expect(
      codes.filter((refusal) => !names(said, refusal)),
      'never said',
    ).toEqual([]);
    expect(
      codes.filter((refusal) => !names(tests, refusal)),
      'never tested',
    ).toEqual([]);
  });
});

function asText({ from, specifier }: Import): string {
  return `${from} imports ${specifier}`;
}

function textOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
}

function notHouse(line: string): boolean {
  return !line.startsWith('test/house');
}

function mostLines(path: string): number {
  if (path.endsWith('.test.ts')) return 500;
  return /^src\/(domain|actions)\//.test(path) ? 300 : 400;
}
