import { Refusal, refuse } from '../../../domain/refusals.ts';
import type { StoredAgent } from '../../../store/agents.ts';
import { findContribution, insertContribution, supersede } from '../../../store/contributions.ts';
import type { ImportedRow } from '../../../store/contributions.ts';
import type { Kinds } from '../../../domain/contributions/kinds.ts';
import { kindOf } from '../../../domain/contributions/kinds.ts';
import type { Situation } from '../../action.ts';
import { knownKinds } from '../../kinds/known-kinds.ts';
import type { ImportAnswer } from '../answers.ts';
import { checkedLine, secondsOf } from '../entering.ts';
import { AuthorsOfImport } from './import-authors.ts';
import type { ImportedLine, Importing } from './importing.ts';
import type { Line } from '../said.ts';

/** Takes the lines of one import, one after the other, and notes what became of each. */
export class Importer {
  readonly #situation: Situation;
  readonly #importing: Importing;
  readonly #authors: AuthorsOfImport;
  #kinds: Kinds | undefined;
  readonly #taken: ImportAnswer['taken'] = [];
  readonly #replaced: ImportAnswer['replaced'] = [];
  readonly #skipped: ImportAnswer['skipped'] = [];
  #unchanged = 0;

  constructor(situation: Situation, importing: Importing) {
    this.#situation = situation;
    this.#importing = importing;
    this.#authors = new AuthorsOfImport(situation, importing);
  }

  /** Takes a line, or notes why not. @throws Refusal id-reused */
  async take(line: ImportedLine, number: number): Promise<void> {
    const known = this.#importing.known.get(line.key);
    if (known?.contentHash === line.contentHash) {
      this.#unchanged += 1;
    } else if (known !== undefined && known.status !== 'draft') {
      const text = `It changed after it was ${known.status} as ${known.id}.`;
      this.#skipped.push({ line: number, reason: `already-${known.status}`, text });
    } else {
      await this.#takeNew(line, number, known);
    }
  }

  /** What became of every line. */
  outcome(): ImportAnswer {
    const { id, work, release, format, source } = this.#importing;
    const unclaimed = this.#authors.made.length;
    return {
      id,
      work,
      release,
      format,
      source,
      taken: this.#taken,
      replaced: this.#replaced,
      skipped: this.#skipped,
      unchanged: this.#unchanged,
      authors: [...this.#authors.made],
      notes: [
        ...(this.#taken.length > 0
          ? ['Every line is a draft: it counts for nothing until its author confirms it.']
          : []),
        ...(unclaimed > 0
          ? ['Authors whom nobody knew are names without a key: see webizen agent claim.']
          : []),
      ],
    };
  }

  async #takeNew(
    line: ImportedLine,
    number: number,
    known: ImportedRow | undefined,
  ): Promise<void> {
    const { tx, recordedAt: at } = this.#situation;
    if ((await findContribution(tx, line.id)) !== undefined) refuse('id-reused', { id: line.id });
    try {
      this.#kinds ??= await knownKinds(tx);
      const kind = kindOf(this.#kinds, line.kind);
      const draft = checkedLine(this.#situation, kind, this.#draftOf(line, known));
      const author = await this.#authors.agentOf(line.author);
      const seconds = secondsOf(kind, author, draft.said);
      if (known !== undefined) await supersede(tx, { old: known.id, by: line.id, at });
      await insertContribution(tx, { ...draft, agent: author.id, seconds });
      this.#note(line, number, { author, known });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#skipped.push({ line: number, reason: error.code, text: error.message });
    }
  }

  #note(
    line: ImportedLine,
    number: number,
    { author, known }: { author: StoredAgent; known: ImportedRow | undefined },
  ): void {
    const { id, key, contentHash, quantity, unit, from, to } = line;
    const { id: agent, name } = author;
    this.#taken.push({ line: number, id, agent, name, quantity, unit, on: { from, to } });
    if (known !== undefined) this.#replaced.push({ line: number, id, replaces: known.id });
    const row = { id, importKey: key, contentHash, status: 'draft' as const, agent };
    this.#importing.known.set(key, row);
  }

  #draftOf(line: ImportedLine, known: ImportedRow | undefined): Line {
    const { id, work, release, format, source } = this.#importing;
    const { quantity, unit, what, classification, rate, evidence } = line;
    const origin = { id, format, source, quantity };
    return {
      id: line.id,
      work,
      release,
      agent: '',
      agreement: null,
      kind: line.kind,
      status: 'draft',
      said: { quantity, unit, what, classification, rate, evidence, import: origin },
      from: line.from,
      to: line.to,
      seconds: 0,
      estimate: line.estimate,
      importKey: line.key,
      contentHash: line.contentHash,
      supersedes: known?.id ?? null,
      supersededBy: null,
      valuation: null,
      submittedAt: null,
      decidedAt: null,
      seq: this.#situation.seq,
    };
  }
}
