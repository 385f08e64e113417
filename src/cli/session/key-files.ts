import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { machineDisk } from '../../keyring/disk.ts';
import { createKeyFile, readKeyFile } from '../../keyring/key-file.ts';
import { offerText } from '../../domain/agents/possession.ts';
import type { KeyOffer } from '../../domain/agents/possession.ts';
import { keySigner } from '../../sdk/key-signer.ts';
import { offerKey } from '../../sdk/offer.ts';
import type { Offering } from '../../sdk/offer.ts';
import { toMultibase, toMultikey } from '../../domain/record/multibase.ts';
import { signBytes } from '../../domain/record/signature.ts';
import type { Signer } from '../../sdk/client.ts';
import type { Terminal } from './terminal.ts';

/** The signer of a key file. Its passphrase, where it has one, is WEBIZEN_KEY_PASSPHRASE. */
export async function readSigner(file: string, terminal: Terminal): Promise<Signer> {
  return keySigner(await keyOf(file, terminal));
}

/** The public half of a key file, a multikey. */
export async function publicKeyIn(file: string, terminal: Terminal): Promise<string> {
  return toMultikey((await keyOf(file, terminal)).publicKey);
}

/** The key of a file as it is offered, and the same as one line of text. */
export async function offerOf(
  file: string,
  said: Omit<Offering, 'publicKey'>,
  terminal: Terminal,
): Promise<KeyOffer & { readonly text: string }> {
  const key = await keyOf(file, terminal);
  const offer = await offerKey({ ...said, publicKey: toMultikey(key.publicKey) }, (bytes) =>
    Promise.resolve(toMultibase(signBytes(bytes, key))),
  );
  return { ...offer, text: offerText(offer) };
}

/** Makes a key file, mode 0600, and gives its public half. */
export function makeKeyFile(file: string, terminal: Terminal): Promise<string> {
  const path = resolve(terminal.cwd, file);
  return createKeyFile({ path, disk: machineDisk, random: (bytes) => randomBytes(bytes) });
}

const keyOf = (file: string, { cwd, env }: Terminal): ReturnType<typeof readKeyFile> =>
  readKeyFile({
    path: resolve(cwd, file),
    disk: machineDisk,
    passphrase: env['WEBIZEN_KEY_PASSPHRASE'],
  });
