import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTry } from '../../src/cli/try.ts';
import { needs } from '../needs.ts';

const folder = mkdtempSync(join(tmpdir(), 'try-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const small = 'test/data/imports/small.log';

const statuses: Readonly<Record<string, number>> = {
  'option-malformed': 2,
  'source-missing': 4,
  'classification-unknown': 4,
};

const everythingIn = (path: string): string[] =>
  readdirSync(path, { recursive: true })
    .map(String)
    .toSorted((a, b) => (a < b ? -1 : 1));

const tried = async (...argv: string[]) => {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runTry(argv, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => errors.push(text) },
    now: new Date(2026, 4, 20, 12),
    cwd: process.cwd(),
  });
  return { status, out: out.join(''), errors: errors.join('') };
};

const asJson = async (...argv: string[]) => JSON.parse((await tried(...argv, '--json')).out);

describe('a first look at a history', () => {
  it('values every person at the named rate of today, and lists programs apart', async () => {
    const look = await asJson(small);
    const people = look.contributors.map(
      (each: { agent: string; hours: string; obligation: { amount: string }; share: string }) =>
        `${each.agent} ${each.hours} ${each.obligation.amount} ${each.share}`,
    );
    // 37.97 an hour, return 1.5: 25,199 s (2 h + 1 h 30 min, 2 h + 1 h 29 min 59 s), and 2 h each.
    expect(people).toEqual([
      'programmer 7.00 398.67 0.466657',
      'designer 2.00 113.91 0.133336',
      'merger 2.00 113.91 0.133336',
      'same <a_03> 2.00 113.91 0.133336',
      'same <a_04> 2.00 113.91 0.133336',
    ]);
    expect(look.bots).toEqual([{ agent: 'helper[bot]', commits: 1 }]);
    expect(look.obligation).toEqual({ amount: '854.31', currency: 'AUD' });
    expect(look.rate).toMatchObject({
      amount: '37.97',
      currency: 'AUD',
      classification: 'MA000065/6',
      date: '2026-05-20',
      source: { tableId: 'au-award-history', row: expect.any(Number) },
    });
    expect(look).not.toHaveProperty('payment');
    expect(look.notes.join(' ')).toContain('Commits carry no hours');
    expect(look.notes.join(' ')).toContain('counts for nothing until its author confirms it');
  });

  it('splits a payment in proportion, with what rounding leaves and nothing back', async () => {
    const { payment } = await asJson(small, '--payment', '100', '--currency', 'AUD');
    const parts = payment.parts.map((part: { amount: { amount: string } }) => part.amount.amount);
    expect(parts).toEqual(['46.66', '13.33', '13.33', '13.33', '13.33']);
    expect(payment.amount).toEqual({ amount: '100.00', currency: 'AUD' });
    expect(payment.dust).toEqual({ amount: '0.02', currency: 'AUD' });
    expect(payment.excess).toEqual({ amount: '0.00', currency: 'AUD' });
  });

  it('gives back what exceeds the obligation', async () => {
    const { payment } = await asJson(small, '--payment', '1000');
    expect(payment.excess.amount).toBe('145.69');
    expect(payment.dust.amount).toBe('0.00');
    expect(payment.parts[0].amount.amount).toBe('398.67');
  });

  it('takes a rate, a return, sessions, programs and people as they are told', async () => {
    const options = ['--rate', '60', '--currency', 'EUR', '--return', '2', '--session', '1h'];
    const more = ['--first', '30m', '--bot', 'merger', '--human', 'helper[bot]'];
    const look = await asJson(small, ...options, ...more);
    expect(look.bots).toEqual([{ agent: 'merger', commits: 1 }]);
    expect(look.contributors[0]).toMatchObject({
      agent: 'programmer',
      hours: '2.00',
      obligation: { amount: '240.00', currency: 'EUR' },
    });
    expect(look.contributors.map((each: { agent: string }) => each.agent)).toContain('helper[bot]');
    expect(look.rate).toMatchObject({ amount: '60', currency: 'EUR' });
  });

  it('says in text whose hours, at what rate, and what an estimate counts for', async () => {
    const { out, status, errors } = await tried(small, '--payment', '100', '--limit', '2');
    expect([status, errors]).toEqual([0, '']);
    expect(out).toContain('Commits carry no');
    expect(out).toContain('an estimate counts for nothing until its author confirms it');
    expect(out).toContain('AUD 37.97 an hour, MA000065/6');
    expect(out).toContain('github.com/kimmobrunfeldt/git-hours');
    expect(out).toContain('and 3 others');
    expect(out).toContain('helper[bot] (1 commit)');
  });

  it('shows names without letting them steer the terminal', async () => {
    const path = join(folder, 'names.log');
    const text = readFileSync(small, 'utf8').replace('designer', '名前\u001b[31m\u202e');
    writeFileSync(path, text);
    const { out } = await tried(path);
    expect(out).toContain('名前\ufffd[31m\ufffd');
    expect(out).not.toContain('\u001b');
  });

  it('shows progress where that is asked for', async () => {
    expect((await tried(small, '--progress')).errors).toContain('9 commits');
  });

  it('reads a repository, and leaves nothing behind', async () => {
    needs('git');
    const path = join(folder, 'work');
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args]);
    git('init', '-q', '-b', 'main', path);
    const author = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    git('-C', path, ...author, 'commit', '-q', '--allow-empty', '-m', 'x');
    const before = everythingIn(folder);
    const look = await asJson(path, '--rate', '10');
    expect(look.contributors).toMatchObject([{ agent: 'Ann', hours: '2.00', share: '1.000000' }]);
    expect(everythingIn(folder)).toEqual(before);
    expect(await asJson(path, '--rate', '10', '--branch', 'main')).toEqual(look);
  });

  it.each([
    [['no-such-place'], 'source-missing'],
    [['package.json'], 'source-unknown'],
    [[], 'option-malformed'],
    [['.', '--session', '2'], 'option-malformed'],
    [['.', '--nonsense'], 'option-malformed'],
    [['.', '--rate', '5', '--classification', 'MA000065/6'], 'option-malformed'],
    [['.', '--return', '0.5'], 'option-malformed'],
    [['.', '--rate', '1e3'], 'decimal-malformed'],
    [['.', '--rate', '0'], 'amount-not-positive'],
    [[small, '--payment', '1,000.00'], 'amount-malformed'],
    [[small, '--payment', '0.001'], 'amount-too-precise'],
    [[small, '--payment', '0'], 'amount-not-positive'],
    [[small, '--payment', '5', '--currency', 'XQQ'], 'currency-unknown'],
    [[small, '--payment', '5', '--currency', 'EUR'], 'payment-currency-differs'],
    [[small, '--classification', 'MA000065/99'], 'classification-unknown'],
  ])('refuses %j by name, with a remedy', async (argv, code) => {
    const { status, out, errors } = await tried(...argv, '--json');
    expect(out).toBe('');
    expect(status).toBe(statuses[code] ?? 1);
    expect(JSON.parse(errors)).toMatchObject({ code, remedy: expect.any(String) });
  });

  it('explains itself', async () => {
    const { status, out } = await tried('--help');
    expect(status).toBe(0);
    expect(out).toContain('Usage: webizen try SOURCE');
  });
});
