import { NAME_LENGTH_MAX } from '../../../domain/agents/name.ts';
import { findAgent, findAgentByIdentity, insertIdentity } from '../../../store/agents.ts';
import type { StoredAgent } from '../../../store/agents.ts';
import type { Situation } from '../../action.ts';
import { knownAgent } from '../../agents/known-agent.ts';
import { writeAgent } from '../../agents/new-agent.ts';
import type { ImportAnswer } from '../answers.ts';
import type { ImportedAuthor, Importing } from './importing.ts';

/** The authors of one import as agents of the node: found again, or made when first needed. */
export class AuthorsOfImport {
  /** Those whom nobody knew before. */
  readonly made: ImportAnswer['authors'] = [];
  readonly #situation: Situation;
  readonly #importing: Importing;
  readonly #authors: ReadonlyMap<string, ImportedAuthor>;
  /** The authors of one id are one person, whatever the source knows them by. */
  readonly #together: ReadonlyMap<string, readonly ImportedAuthor[]>;
  readonly #found = new Map<string, StoredAgent>();

  constructor(situation: Situation, importing: Importing) {
    this.#situation = situation;
    this.#importing = importing;
    this.#authors = new Map(importing.authors.map((author) => [author.identity, author]));
    this.#together = Map.groupBy(importing.authors, ({ id }) => id);
  }

  /** The agent of an identity: the one who has claimed it, if somebody has. */
  async agentOf(identity: string): Promise<StoredAgent> {
    const before = this.#found.get(identity);
    if (before !== undefined) return before;
    const author = this.#authors.get(identity);
    if (author === undefined) throw new Error('A line has an author who is not among the authors.');
    const agent = (await this.#known(author)) ?? (await this.#make(author));
    this.#found.set(identity, agent);
    return agent;
  }

  async #known(author: ImportedAuthor): Promise<StoredAgent | undefined> {
    const { tx } = this.#situation;
    const found = (await findAgent(tx, author.id)) ?? (await this.#knownBefore(author));
    if (found === undefined) return undefined;
    await this.#keep(author.identity, found);
    return found.claimedBy === null ? found : knownAgent(tx, found.claimedBy);
  }

  /** Who an earlier import says they are, by this identity or another one of the same person. */
  async #knownBefore(author: ImportedAuthor): Promise<StoredAgent | undefined> {
    for (const { identity } of [author, ...(this.#together.get(author.id) ?? [])]) {
      const found = await findAgentByIdentity(this.#situation.tx, identity);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Keeps whose identity it is, for imports to come. That it is somebody who acts here, and no mere
   * name, only the owner can say for all works; and only they can say otherwise later.
   */
  async #keep(identity: string, { id: agent, unclaimed }: StoredAgent): Promise<void> {
    const { tx, seq, node } = this.#situation;
    const isOwner = this.#importing.importedBy.id === node.owner;
    const before = await findAgentByIdentity(tx, identity);
    const isOwnName = before?.identity === identity;
    if (before?.id === agent || isOwnName) return;
    if (isOwner || (unclaimed && before === undefined)) {
      await insertIdentity(tx, { identity, agent, seq });
    }
  }

  async #make({ id, identity, name, bot }: ImportedAuthor): Promise<StoredAgent> {
    const { tx, seq } = this.#situation;
    const { importedBy } = this.#importing;
    const answering = importedBy.kind === 'machine' ? importedBy.responsible : importedBy.id;
    const kind = bot === true ? 'machine' : 'person';
    const responsible = kind === 'machine' ? answering : null;
    const keyless = { publicKey: null, keptByNode: false, jurisdiction: null, unclaimed: true };
    const said = { ...keyless, id, name: legible(name, id), kind, responsible };
    const agent = await writeAgent(tx, said, { seq, identity });
    this.made.push({ id, name: agent.name, unclaimed: true });
    return { ...agent, identity, claimedBy: null, seq };
  }
}

/** A name out of a source as it can be kept: sources hold what they like. */
function legible(name: string, id: string): string {
  const text = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
  const short = Array.from(text.normalize('NFC')).slice(0, NAME_LENGTH_MAX).join('').trim();
  const isVisible = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u3164\uffa0]/u.test(short);
  return isVisible ? short : `unnamed ${id}`;
}
