import { join } from 'node:path';
import { assertId } from '../domain/agents/id.ts';
import { signAndCanonicalise } from '../domain/record/act.ts';
import type { Act, ActForms, UnsignedAct } from '../domain/record/act.ts';
import { toMultikey, toSecretMultikey } from '../domain/record/multibase.ts';
import { seedOf, signBytes, signingKey } from '../domain/record/signature.ts';
import type { SigningKey } from '../domain/record/signature.ts';
import { refuse } from '../domain/refusals.ts';
import type { KeyDisk } from './disk.ts';
import { decodeKeptKey, encodeKeptKey, fileNameOf, labelOf, signingKeyFor } from './kept-key.ts';
import type { KeptKey } from './kept-key.ts';
import { COST, deriveKey, seal, unseal } from './seal.ts';
import type { Cost, Sealed, SealingKey } from './seal.ts';

/** What a keyring needs. */
export interface KeyringParts {
  /** Directory of the key files, such as `<data>/keys`. Made when the first key is. */
  readonly directory: string;
  readonly disk: KeyDisk;
  /** Fresh random bytes that nobody can guess. */
  readonly random: (bytes: number) => Uint8Array;
  /** When there is one, keys are sealed with it. Empty text counts as none. */
  readonly passphrase?: string | undefined;
  /** The one before, while keys are sealed anew with `reseal`. */
  readonly formerPassphrase?: string | undefined;
  /** What a guess at the passphrase costs. Default: scrypt with 32 MiB. */
  readonly cost?: Cost;
}

/** A kept key as `list` shows it. */
export interface ListedKey {
  readonly agent: string;
  readonly publicKey: string;
  readonly sealed: boolean;
}

/** How many files are looked at to see whether a keyring is sealed. */
const SAMPLES = 20;

/** The private keys that a node keeps for its agents: one file a key, sealed if so wished. */
export class Keyring {
  readonly #parts: KeyringParts;
  readonly #passphrases: readonly string[];
  readonly #open = new Map<string, SigningKey>();
  readonly #derived = new Map<string, Promise<SealingKey>>();
  /** The sealing key of what is written, once there is one. */
  #sealing: SealingKey | undefined;
  /** Writes come one after another: two for one agent must not pass each other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: KeyringParts) {
    this.#parts = parts;
    const { passphrase = '', formerPassphrase = '' } = parts;
    this.#passphrases = [passphrase, formerPassphrase].filter((one) => one !== '');
  }

  /**
   * Makes a key for an agent and keeps it. Gives the public key, a multikey. It is on disk, whole
   * and durable, once this returns. Refuses `key-kept`, `id-malformed`, and what the disk refuses.
   */
  create(agent: string): Promise<string> {
    assertId(agent);
    return this.#inTurn(async () => {
      if ((await this.#read(agent)) !== null) refuse('key-kept', { agent });
      const key = signingKey(this.#parts.random(32));
      const publicKey = toMultikey(key.publicKey);
      await this.#write(await this.#kept(agent, publicKey, key));
      this.#open.set(agent, key);
      return publicKey;
    });
  }

  /** The public key kept for an agent, made first where there is none: a retry finds the same. */
  async ensure(agent: string): Promise<string> {
    const kept = await this.#read(assertId(agent));
    return kept?.publicKey ?? this.create(agent);
  }

  /** Whether the node keeps a key of the agent. */
  async has(agent: string): Promise<boolean> {
    return this.#open.has(agent) || (await this.#read(agent)) !== null;
  }

  /** The multikey of the key that is kept for an agent. Refuses `key-missing`. */
  async publicKey(agent: string): Promise<string> {
    const open = this.#open.get(agent);
    return open === undefined
      ? (await this.#mustRead(agent)).publicKey
      : toMultikey(open.publicKey);
  }

  /** Every kept key, by agent. Refuses `key-file-damaged`. */
  async list(): Promise<readonly ListedKey[]> {
    const kept = await this.#all();
    return kept.map(({ agent, publicKey, sealed }) => ({
      agent,
      publicKey,
      sealed: sealed !== undefined,
    }));
  }

  /**
   * Signs an act with the agent's key, and gives the canonical text and hash with it. The first
   * time a sealed key is used costs a fifth of a second; afterwards the key stays open in memory.
   * Refuses `key-missing`, `passphrase-missing`, `passphrase-wrong`, `key-file-damaged`,
   * `act-malformed`.
   */
  async sign<B>(
    agent: string,
    unsigned: UnsignedAct<B>,
  ): Promise<{ readonly act: Act<B>; readonly forms: ActForms }> {
    return signAndCanonicalise(unsigned, await this.#key(agent));
  }

  /** The signature of bytes by the agent's key: 64 bytes. Refuses as `sign`. */
  async signBytes(agent: string, message: Uint8Array): Promise<Uint8Array> {
    return signBytes(message, await this.#key(agent));
  }

  /** The agent's signing key itself, for checkpoints and documents. Refuses as `sign`. */
  signingKey(agent: string): Promise<SigningKey> {
    return this.#key(agent);
  }

  /** The file of a key as it is at rest: sealed, if it is sealed. Refuses `key-missing`. */
  async exportFile(agent: string): Promise<Uint8Array> {
    return (await this.#bytes(agent)) ?? refuse('key-missing', { agent });
  }

  /** The files of all keys as they are at rest, under the names that an export gives them. */
  async exportAll(): Promise<readonly { readonly name: string; readonly text: string }[]> {
    const files: { name: string; text: string }[] = [];
    for (const { agent } of await this.list()) {
      const text = Buffer.from(await this.exportFile(agent)).toString('utf8');
      files.push({ name: `${encodeURIComponent(agent)}.json`, text });
    }
    return files;
  }

  /**
   * Takes in the file of a key as another keyring exported it, and gives the agent's id. The same
   * file twice is taken once. Refuses `key-file-damaged`, and `key-kept` where another key of that
   * agent is here.
   */
  importFile(bytes: Uint8Array, file: string): Promise<string> {
    const kept = decodeKeptKey(bytes, file);
    if (kept.secretKey !== undefined) signingKeyFor(kept, { secretKey: kept.secretKey, file });
    return this.#inTurn(async () => {
      const present = await this.#read(kept.agent);
      if (present !== null && present.publicKey !== kept.publicKey) {
        refuse('key-kept', { agent: kept.agent });
      }
      if (present === null) await this.#write(kept);
      return kept.agent;
    });
  }

  /** Erases a key for good. What it signed stays valid. Nothing happens where there is none. */
  remove(agent: string): Promise<void> {
    return this.#inTurn(async () => {
      this.#open.delete(agent);
      if ((await this.#bytes(agent)) !== null) await this.#parts.disk.remove(this.#path(agent));
    });
  }

  /**
   * Seals with the passphrase every key that is in the open or sealed with the former passphrase,
   * and gives their number. Broken off at any point, it can be run again. Refuses
   * `passphrase-missing` without a passphrase, `passphrase-wrong`, `key-file-damaged`.
   */
  reseal(): Promise<number> {
    return this.#inTurn(async () => {
      let count = 0;
      for (const kept of await this.#all()) {
        const file = this.#path(kept.agent);
        await this.#sealingKey(file);
        if (kept.sealed !== undefined) {
          const { isCurrent } = await this.#opening(kept.sealed, file);
          if (isCurrent) continue;
        }
        const key = await this.#unlock(kept);
        await this.#write(await this.#kept(kept.agent, kept.publicKey, key));
        count += 1;
      }
      return count;
    });
  }

  /** Paths that others on this machine can read: to be warned about. */
  async exposed(): Promise<readonly string[]> {
    const { disk, directory } = this.#parts;
    const files = await this.#files();
    const paths = [directory, ...files.map((name) => join(directory, name))];
    const found = await Promise.all(paths.map((path) => disk.isExposed(path)));
    return paths.filter((_, index) => found[index]);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #path(agent: string): string {
    return join(this.#parts.directory, fileNameOf(agent));
  }

  async #files(): Promise<readonly string[]> {
    const names = await this.#parts.disk.list(this.#parts.directory);
    return names.filter((name) => name.endsWith('.json')).toSorted();
  }

  async #all(): Promise<readonly KeptKey[]> {
    const all: KeptKey[] = [];
    // One after another: thousands of files opened at once are more than a process may hold.
    for (const name of await this.#files()) all.push(await this.#decode(name));
    return all;
  }

  async #decode(name: string): Promise<KeptKey> {
    const path = join(this.#parts.directory, name);
    const bytes = await this.#parts.disk.read(path);
    return decodeKeptKey(bytes ?? new Uint8Array(), path);
  }

  #bytes(agent: string): Promise<Uint8Array | null> {
    return this.#parts.disk.read(this.#path(agent));
  }

  async #read(agent: string): Promise<KeptKey | null> {
    const bytes = await this.#bytes(agent);
    if (bytes === null) return null;
    const file = this.#path(agent);
    const kept = decodeKeptKey(bytes, file);
    if (kept.agent !== agent) {
      refuse('key-file-damaged', { file, why: `it is the key of ${kept.agent}` });
    }
    return kept;
  }

  async #mustRead(agent: string): Promise<KeptKey> {
    return (await this.#read(agent)) ?? refuse('key-missing', { agent });
  }

  async #write(kept: KeptKey): Promise<void> {
    await this.#parts.disk.makePrivate(this.#parts.directory);
    await this.#parts.disk.write(this.#path(kept.agent), encodeKeptKey(kept));
  }

  async #key(agent: string): Promise<SigningKey> {
    const open = this.#open.get(agent);
    if (open !== undefined) return open;
    const key = await this.#unlock(await this.#mustRead(agent));
    this.#open.set(agent, key);
    return key;
  }

  async #kept(agent: string, publicKey: string, key: SigningKey): Promise<KeptKey> {
    const secretKey = toSecretMultikey(seedOf(key));
    const label = { format: 'webizen-key/1', agent, publicKey } as const;
    if (this.#passphrases.length === 0) {
      // A ring that is sealed stays so: a forgotten passphrase must not put new keys in the open.
      if ((await this.#sample()) !== null)
        refuse('passphrase-missing', { file: this.#path(agent) });
      return { ...label, secretKey };
    }
    const sealing = await this.#sealingKey(this.#path(agent));
    const nonce = this.#parts.random(12);
    const secret = Buffer.from(secretKey, 'utf8');
    return { ...label, sealed: seal(secret, { label: labelOf(label), sealing, nonce }) };
  }

  async #unlock(kept: KeptKey): Promise<SigningKey> {
    const file = this.#path(kept.agent);
    if (kept.secretKey !== undefined)
      return signingKeyFor(kept, { secretKey: kept.secretKey, file });
    const { sealing } = await this.#opening(kept.sealed, file);
    const secret = unseal(kept.sealed, labelOf(kept), sealing);
    if (secret === null) return refuse('key-file-damaged', { file, why: 'its seal is broken' });
    return signingKeyFor(kept, { secretKey: Buffer.from(secret).toString('utf8'), file });
  }

  /** The sealing key that fits a seal: of the passphrase, or of the one before. */
  async #opening(
    sealed: Sealed,
    file: string,
  ): Promise<{ readonly sealing: SealingKey; readonly isCurrent: boolean }> {
    if (this.#passphrases.length === 0) refuse('passphrase-missing', { file });
    const salt = Buffer.from(sealed.salt, 'base64');
    const cost = { N: sealed.N, r: sealed.r, p: sealed.p };
    for (const passphrase of this.#passphrases) {
      const sealing = await this.#derive(passphrase, salt, cost);
      if (sealing.check !== sealed.check) continue;
      return { sealing, isCurrent: passphrase === this.#parts.passphrase };
    }
    return refuse('passphrase-wrong', { file });
  }

  /**
   * The key that new seals are made with. All of a keyring share one salt, so that a node pays for
   * its passphrase once; a file says its salt, and opens anywhere. A passphrase that does not open
   * what is here is refused: mistyped, it would seal new keys for nobody.
   */
  async #sealingKey(file: string): Promise<SealingKey> {
    const { passphrase = '', random, cost = COST } = this.#parts;
    if (passphrase === '') return refuse('passphrase-missing', { file });
    if (this.#sealing !== undefined) return this.#sealing;
    const sample = await this.#sample();
    const opening = sample === null ? null : await this.#opening(sample, file);
    this.#sealing =
      opening?.isCurrent === true
        ? opening.sealing
        : await this.#derive(passphrase, random(16), cost);
    return this.#sealing;
  }

  /** A seal of this keyring, if its first files show one. */
  async #sample(): Promise<Sealed | null> {
    for (const name of (await this.#files()).slice(0, SAMPLES)) {
      const { sealed } = await this.#decode(name);
      if (sealed !== undefined) return sealed;
    }
    return null;
  }

  #derive(passphrase: string, salt: Uint8Array, cost: Cost): Promise<SealingKey> {
    const name = JSON.stringify([passphrase, Buffer.from(salt).toString('hex'), cost]);
    const known = this.#derived.get(name) ?? deriveKey(passphrase, salt, cost);
    this.#derived.set(name, known);
    return known;
  }
}
