import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Engine, Tx } from '../engine.ts';
import { openSqlite } from './engine.ts';

let folder: string;
let engine: Engine;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
  engine = openSqlite(join(folder, 'books.sqlite'));
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (code: string): Promise<void> =>
  engine.write((tx) =>
    tx.run('insert into currencies (code, scale, name, seq) values (?, 2, ?, 0)', code, code),
  );

const codes = async (tx: Tx): Promise<string[]> =>
  (await tx.all<{ code: string }>('select code from currencies order by code')).map(
    ({ code }) => code,
  );

describe('readers', () => {
  test('who ask at the same time are served in the order of asking', async () => {
    await add('AAA');
    const served: number[] = [];
    const asked = [1, 2, 3, 4].map((number) =>
      engine.read(async (tx) => {
        served.push(number);
        return codes(tx);
      }),
    );
    expect(await Promise.all(asked)).toEqual([['AAA'], ['AAA'], ['AAA'], ['AAA']]);
    expect(served).toEqual([1, 2, 3, 4]);
  });

  test('see one state, whatever is written meanwhile; who asks afterwards sees that', async () => {
    await add('AAA');
    let later: Promise<string[]> | undefined;
    const [before, after] = await engine.read(async (tx) => {
      const first = await codes(tx);
      await add('BBB');
      later = engine.read(codes);
      return [first, await codes(tx)];
    });
    expect([before, after]).toEqual([['AAA'], ['AAA']]);
    expect(await later).toEqual(['AAA', 'BBB']);
  });

  test('fail each for themselves', async () => {
    await add('AAA');
    const failing = engine.read(() => Promise.reject(new Error('mine alone')));
    const wrong = engine.read((tx) => tx.all('select 1 from nowhere'));
    const sound = engine.read(codes);
    await expect(failing).rejects.toThrow('mine alone');
    await expect(wrong).rejects.toThrow('no such table');
    expect(await sound).toEqual(['AAA']);
  });

  test('are turned away once it is closed', async () => {
    await engine.close();
    await expect(engine.read(codes)).rejects.toThrow('database is not open');
    engine = openSqlite(join(folder, 'books.sqlite'));
  });
});

describe('a savepoint', () => {
  test('undoes all of its work when its work throws, and nothing else', async () => {
    await engine.write(async (tx) => {
      const insert = 'insert into currencies (code, scale, name, seq) values (?, 2, ?, 0)';
      await tx.run(insert, 'AAA', 'kept');
      const undone = tx.savepoint(async () => {
        await tx.run(insert, 'BBB', 'undone');
        throw new Error('no');
      });
      await expect(undone).rejects.toThrow('no');
    });
    expect(await engine.read(codes)).toEqual(['AAA']);
  });
});
