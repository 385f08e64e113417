import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpackInto } from '../../src/cli/session/untar.ts';
import { serveScratch } from '../served.ts';
import type { Served } from '../served.ts';
import { scratchDirectory } from '../world.ts';

let served: Served;
beforeAll(async () => {
  served = await serveScratch();
});
afterAll(() => served.end());

const left = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`webizen-export-${process.pid}-`));

/** Waits, turn by turn of the event loop, until nothing is left; the limit is the test's own. */
async function nothingLeft(): Promise<void> {
  while (left().length > 0) await new Promise((resolve) => setImmediate(resolve));
}

test('an export that was read to its end leaves no copy of the keys anywhere', async () => {
  const stream = await served.client.node.export();
  const files = await unpackInto(`${scratchDirectory()}/export`, stream);
  expect(files).toEqual(expect.arrayContaining(['manifest.json', 'record.jsonl']));
  expect(files.some((name) => name.startsWith('keys/'))).toBe(true);
  await nothingLeft();
});

test('nor does one that nobody read, or that was broken off', async () => {
  const unread = await served.client.node.export();
  await unread.cancel();
  const broken = (await served.client.node.export()).getReader();
  await broken.read();
  await broken.cancel();
  await nothingLeft();
});

test('keys can be left out of it', async () => {
  const stream = await served.client.node.export({ keys: false });
  const files = await unpackInto(`${scratchDirectory()}/export`, stream);
  expect(files.some((name) => name.startsWith('keys/'))).toBe(false);
});

test('into a directory that holds something nothing is written', async () => {
  const stream = await served.client.node.export();
  await expect(unpackInto(tmpdir(), stream)).rejects.toMatchObject({ code: 'directory-not-empty' });
  await stream.cancel();
  await nothingLeft();
});

test('a tar that ends in the middle, or names a place outside, is not taken', async () => {
  const header = Buffer.alloc(512);
  header.write('../outside');
  header.write('00000000001', 124);
  const folder = scratchDirectory();
  const cut = [Buffer.alloc(100)];
  await expect(unpackInto(`${folder}/a`, new Blob(cut).stream())).rejects.toThrow('middle');
  await expect(unpackInto(`${folder}/b`, new Blob([header]).stream())).rejects.toThrow('strange');
  expect(readdirSync(folder)).toEqual([]);
});
