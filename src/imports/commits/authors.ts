import { knownBotAddresses, knownBots } from './bots.data.ts';

/** One author of commits: whoever has the same mailmapped address, or name where there is none. */
export interface CommitAuthor {
  /** The address in lower case, or the name where the address is blank. */
  readonly key: string;
  /** The name on the newest commit read. */
  readonly name: string;
  readonly email: string;
  readonly bot: boolean;
  /** How many commits name this author. */
  commits: number;
}

/** Names or addresses, as a person gave them, that are programs, or that are people after all. */
export interface BotRule {
  readonly bots: readonly string[];
  readonly humans: readonly string[];
}

/** Only the built-in list and the `[bot]` mark. */
export const builtInBotRule: BotRule = { bots: [], humans: [] };

/** Says whether a name and address are a program's. What `humans` names is never one. */
export function botJudge(rule: BotRule): (name: string, email: string) => boolean {
  const bots = new Set([...knownBots, ...rule.bots.map(folded)]);
  const addresses = new Set([...knownBotAddresses, ...rule.bots.map(folded)]);
  const humans = new Set(rule.humans.map(folded));
  return (name, email) => {
    const [foldedName, foldedEmail] = [folded(name), folded(email)];
    if (humans.has(foldedName) || humans.has(foldedEmail)) return false;
    if (foldedName.includes('[bot]') || foldedEmail.includes('[bot]')) return true;
    return bots.has(foldedName) || addresses.has(foldedEmail);
  };
}

/** The authors met so far, in the order in which they were met. */
export interface Authors<A extends CommitAuthor> {
  /** The author of a commit, and one commit more for them, from `address SEPARATOR name`. */
  readonly commitBy: (bytes: string) => A;
  readonly list: () => A[];
}

/**
 * Collects authors. An address and a name, with the separator between them, come as text of one
 * character a byte, so that the same author costs one look-up and no decoding; they are decoded
 * once, as UTF-8 or else Windows-1252. `extend` adds what the caller keeps for each.
 */
export function collectAuthors<E>(
  rule: BotRule,
  separator: string,
  extend: () => E,
): Authors<CommitAuthor & E> {
  const isBot = botJudge(rule);
  const byBytes = new Map<string, CommitAuthor & E>();
  const byKey = new Map<string, CommitAuthor & E>();
  const meet = (bytes: string): CommitAuthor & E => {
    const cut = bytes.indexOf(separator);
    const email = decodeName(bytes.slice(0, cut)).trim();
    const name = decodeName(bytes.slice(cut + separator.length)).trim();
    const key = email === '' ? name.normalize('NFC') : email.toLowerCase();
    let author = byKey.get(key);
    if (author === undefined) {
      const shown = name === '' ? key || 'unknown' : name;
      const base: CommitAuthor = { key, name: shown, email, bot: isBot(name, email), commits: 0 };
      author = Object.assign(base, extend());
      byKey.set(key, author);
    }
    // A slice of the text that was read would keep all of that text in memory.
    byBytes.set(Buffer.from(bytes, 'latin1').toString('latin1'), author);
    return author;
  };
  return {
    commitBy: (bytes) => {
      const author = byBytes.get(bytes) ?? meet(bytes);
      author.commits += 1;
      return author;
    },
    list: () => [...byKey.values()],
  };
}

/** Text from bytes that claim no encoding: UTF-8 where that fits, else Windows-1252. */
export function decodeName(bytes: string): string {
  if (!hasHighByte.test(bytes)) return Buffer.from(bytes, 'latin1').toString('latin1');
  const buffer = Buffer.from(bytes, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch {
    return new TextDecoder('windows-1252').decode(buffer);
  }
}

const hasHighByte = /[\x80-\xff]/;

const folded = (text: string): string => text.trim().toLowerCase();
