import { readFile, rm, writeFile } from 'node:fs/promises';
import { toHex } from '../domain/record/hash.ts';

/** The owner's token in the file: made once, readable by its owner alone. */
export async function ownerToken(
  path: string,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const known = await readFile(path, 'utf8').catch(() => '');
  if (/^[0-9a-f]{64}\n?$/.test(known)) return known.trim();
  const token = toHex(random(32));
  await rm(path, { force: true });
  await writeFile(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
  return token;
}
