import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInBotRule, collectAuthors } from './commits/authors.ts';
import { gitSeparator, gitSourceId, readGit } from './git.ts';
import { readImport } from './readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'git-reading-'));
const repository = join(folder, 'work');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (path: string, ...args: string[]): string =>
  execFileSync('git', ['-C', path, ...args], { env: gitEnvironment, encoding: 'utf8' }).trim();

const gitEnvironment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_COMMITTER_NAME: 'Committer',
  GIT_COMMITTER_EMAIL: 'committer@example.org',
};

const commit = (author: string, date: string, ...more: string[]): void => {
  const said = ['-q', '--allow-empty', '-m', 'work', `--author=${author}`, `--date=${date}`];
  git(repository, 'commit', ...said, ...more);
};

beforeAll(() => {
  mkdirSync(join(repository, 'inner folder'), { recursive: true });
  git(repository, 'init', '-q', '-b', 'main');
  commit('Ann <ann@old.example.org>', '2026-05-01T10:00:00+1000');
  commit('Ann <Ann@example.org>', '2026-05-01T11:00:00+1000');
  git(repository, 'checkout', '-q', '-b', 'side');
  commit('Bö <bo@example.org>', '2026-06-30T23:30:00-0400');
  git(repository, 'checkout', '-q', 'main');
  commit('helper[bot] <helper@example.org>', '2026-06-01T00:00:00Z');
  git(repository, 'merge', '-q', '--no-ff', '--no-commit', 'side');
  commit('Mo Merger <mo@example.org>', '2026-07-01T12:00:00Z');
  writeFileSync(join(repository, '.mailmap'), 'Ann Lee <ann@example.org> <ann@old.example.org>\n');
  git(repository, 'add', '.mailmap');
  commit('Ann <ann@old.example.org>', '2026-07-01T13:00:00+1000');
  git(folder, 'clone', '-q', '--bare', repository, join(folder, 'bare.git'));
  git(repository, 'worktree', 'add', '-q', '--detach', join(folder, 'linked'));
});

const authorsOf = async (
  path: string,
  options: { branch?: string; allowShallow?: boolean } = {},
) => {
  const authors = collectAuthors(builtInBotRule, gitSeparator, () => ({}));
  const read = await readGit(path, { fields: 'lines', ...options }, (by) => authors.commitBy(by));
  const list = authors.list().map(({ key, name, bot, commits }) => ({ key, name, bot, commits }));
  return { ...read, list: list.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
};

const everybody = {
  commits: 6,
  shallow: false,
  list: [
    { key: 'ann@example.org', name: 'Ann Lee', bot: false, commits: 3 },
    { key: 'bo@example.org', name: 'Bö', bot: false, commits: 1 },
    { key: 'helper@example.org', name: 'helper[bot]', bot: true, commits: 1 },
    { key: 'mo@example.org', name: 'Mo Merger', bot: false, commits: 1 },
  ],
};

const inside = (): Set<string> =>
  new Set(readdirSync(join(repository, '.git'), { recursive: true }).map(String));

describe('reading a repository', () => {
  it.each(['work', 'work/inner folder', 'bare.git', 'linked'])(
    'finds every author, those of merges only too, by mailmap, in %s',
    async (path) => expect(await authorsOf(join(folder, path))).toEqual(everybody),
  );

  it('reads another branch where one is named', async () => {
    const side = await authorsOf(repository, { branch: 'side' });
    expect(side.commits).toBe(3);
  });

  it('leaves the repository as it was', async () => {
    const before = inside();
    await authorsOf(repository);
    expect(inside()).toEqual(before);
  });

  it('runs nothing that the configuration of the repository names', async () => {
    const marker = join(folder, 'ran');
    const hostile = join(folder, 'hostile');
    git(folder, 'clone', '-q', repository, hostile);
    const script = join(folder, 'program.sh');
    writeFileSync(script, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    for (const key of ['core.fsmonitor', 'core.pager', 'gpg.program', 'diff.external']) {
      git(hostile, 'config', key, script);
    }
    git(hostile, 'config', 'log.showSignature', 'true');
    git(hostile, 'config', 'core.hooksPath', folder);
    expect((await authorsOf(hostile)).commits).toBe(6);
    expect(readdirSync(folder)).not.toContain('ran');
  });

  it('refuses a history that was cut off, unless that is allowed', async () => {
    const path = join(folder, 'shallow');
    git(folder, 'clone', '-q', '--depth', '1', `file://${repository}`, path);
    await expect(authorsOf(path)).rejects.toMatchObject({ code: 'repository-shallow' });
    expect(await authorsOf(path, { allowShallow: true })).toMatchObject({
      shallow: true,
      commits: 1,
    });
  });

  it('refuses what is missing, no repository, empty, or damaged', async () => {
    const plain = mkdtempSync(join(tmpdir(), 'plain-'));
    const empty = join(folder, 'empty');
    git(folder, 'init', '-q', empty);
    const broken = join(folder, 'broken');
    git(folder, 'clone', '-q', '--no-hardlinks', `file://${repository}`, broken);
    unpack(broken);
    const root = git(broken, 'rev-list', '--max-parents=0', 'HEAD');
    rmSync(join(broken, '.git/objects', root.slice(0, 2), root.slice(2)));
    await expect(authorsOf(join(folder, 'none'))).rejects.toMatchObject({ code: 'source-missing' });
    await expect(authorsOf(plain)).rejects.toMatchObject({ code: 'not-a-repository' });
    await expect(authorsOf(empty)).rejects.toMatchObject({ code: 'repository-empty' });
    await expect(authorsOf(broken)).rejects.toMatchObject({ code: 'repository-damaged' });
    rmSync(plain, { recursive: true });
  });

  it('refuses a branch that is not there, and a HEAD that names none', async () => {
    const lost = join(folder, 'lost');
    git(folder, 'clone', '-q', repository, lost);
    git(lost, 'symbolic-ref', 'HEAD', 'refs/heads/nowhere');
    const missing = { code: 'branch-missing' };
    await expect(authorsOf(repository, { branch: 'nope' })).rejects.toMatchObject(missing);
    await expect(authorsOf(repository, { branch: '--all' })).rejects.toMatchObject(missing);
    await expect(authorsOf(lost)).rejects.toMatchObject({
      code: 'head-missing',
      values: { branch: 'main' },
    });
  });

  it('says so where there is no git', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = join(folder, 'nothing');
    try {
      await expect(authorsOf(repository)).rejects.toMatchObject({ code: 'git-missing' });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('asks for trust where an older git insists on it', async () => {
    const path = process.env['PATH'];
    const script =
      '#!/bin/sh\necho "fatal: detected dubious ownership in repository" >&2\nexit 128\n';
    mkdirSync(join(folder, 'older'));
    writeFileSync(join(folder, 'older', 'git'), script, { mode: 0o755 });
    process.env['PATH'] = `${join(folder, 'older')}:${path ?? ''}`;
    try {
      await expect(authorsOf(repository)).rejects.toMatchObject({ code: 'repository-not-trusted' });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('drafts a line for each author and month, by the clock of the author', async () => {
    const { lines, notes } = await readImport('git', repository);
    const shown = lines.map(({ author, from, quantity }) => `${author.name} ${from} ${quantity}`);
    expect(shown.toSorted()).toEqual([
      'Ann Lee 2026-05-01 3.00',
      'Ann Lee 2026-07-01 2.00',
      'Bö 2026-06-30 2.00',
      'Mo Merger 2026-07-01 2.00',
    ]);
    expect(notes[0]).toContain('Commits carry no hours');
    expect(lines.every((line) => line.estimate && line.evidence.length === 1)).toBe(true);
  });

  it('names a source by its first commit, which later ones leave as it is', async () => {
    const root = git(repository, 'rev-list', '--first-parent', '--max-parents=0', 'HEAD');
    expect(await gitSourceId(repository)).toBe(root);
    expect(await gitSourceId(repository, 'side')).toBe(root);
  });
});

const unpack = (path: string): void => {
  const packs = join(path, '.git/objects/pack');
  for (const name of readdirSync(packs).filter((each) => each.endsWith('.pack'))) {
    const pack = execFileSync('cat', [join(packs, name)]);
    rmSync(packs, { recursive: true });
    execFileSync('git', ['-C', path, 'unpack-objects', '-q'], { input: pack, env: gitEnvironment });
  }
};
