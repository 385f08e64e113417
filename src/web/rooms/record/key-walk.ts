// Following the keys of everybody through a record, entry by entry: an act counts only by a key
// that its agent had when it came in.

import type { RecordEntryAnswer } from '../../../actions/record/answers.ts';
import { signingKeyIn, withKey, withoutKey } from '../../../domain/agents/key-chain.ts';
import type { ChainedKey, KeyChain } from '../../../domain/agents/key-chain.ts';
import { checkPossessionAsync } from '../../../domain/agents/possession.ts';
import type { SignedPossession } from '../../../domain/agents/possession.ts';
import { readAct, signedBy, verifyAndCanonicaliseAsync } from '../../../domain/record/act.ts';
import type { Act } from '../../../domain/record/act.ts';
import { canonicalJson } from '../../../domain/record/canonical-json.ts';
import { verifyEntry } from '../../../domain/record/entry.ts';
import { fromHex } from '../../../domain/record/hash.ts';
import { fromMultikey } from '../../../domain/record/multibase.ts';
import { OWN_ACTS } from '../../../domain/record/own-acts.ts';
import { refuseSignature } from '../../../domain/record/proof.ts';
import { Refusal } from '../../../domain/refusals.ts';
import type { Stumble } from './walk.ts';

interface Founder {
  readonly id: string;
  readonly publicKey: string;
}

/** What acts say that bring keys. */
interface KeyBody {
  readonly publicKey: string;
  readonly keptByNode?: boolean;
  readonly name: string;
  readonly possession: SignedPossession;
  readonly agent: Founder;
  readonly owner: Founder;
}

const firstKey = (publicKey: string, from: number, keptByNode: boolean): ChainedKey => ({
  publicKey,
  name: null,
  keptByNode,
  from,
  to: null,
});

/** An act that brings the first key of an agent, and the number of its entry. */
export interface Brought {
  readonly seq: number;
  readonly act: Pick<Act, 'type' | 'id' | 'body'>;
}

/** The keys of everybody, as far as a record was gone through. */
export class KeyWalk {
  readonly #chains = new Map<string, KeyChain>();
  readonly #holders = new Map<string, string>();

  #machine: string | undefined;

  /** How many signatures held. */
  count = 0;

  /** `machine`: the node's own agent, where the entry that founds the node is not gone through. */
  constructor(machine?: string) {
    this.#machine = machine;
  }

  /** Takes the node's word for the first key of an agent: who brought it may not be shown. */
  trust(agent: string, publicKey: string): void {
    if (!this.#chains.has(agent)) this.#begin(agent, firstKey(publicKey, -1, false));
  }

  /** Takes the first key of those whom an act brings, as it stands there. */
  begin({ act, seq }: Brought): void {
    const { owner, agent, publicKey, keptByNode } = act.body as KeyBody;
    if (act.type === 'node.founded') {
      this.#machine ??= agent.id;
      for (const one of [owner, agent]) this.#begin(one.id, firstKey(one.publicKey, seq, true));
    }
    if (act.type === 'agent.added' || act.type === 'agent.joined') {
      this.#begin(act.id, firstKey(publicKey, seq, keptByNode === true));
    }
  }

  /** The key of an agent by which an act signed with that one counts now. */
  keyOf(agent: string, publicKey: string): ChainedKey | undefined {
    return this.#chains.get(agent)?.find((key) => key.publicKey === publicKey);
  }

  /** Takes the entry that comes next; what is wrong with it, or undefined. */
  async take(entry: RecordEntryAnswer): Promise<Stumble['what'] | undefined> {
    try {
      const act = readAct(entry.act);
      const salt = fromHex(entry.salt ?? '') ?? new Uint8Array();
      verifyEntry(entry, canonicalJson(act), salt);
      if (act.by !== entry.by || act.id !== entry.id) return 'act';
      if (!this.isOfItsOwn(act)) return 'own';
      return (await this.#counts(act, entry)) ? undefined : 'signer';
    } catch (error) {
      if (error instanceof Refusal) return 'act';
      throw error;
    }
  }

  async #counts(act: Act, entry: RecordEntryAnswer): Promise<boolean> {
    try {
      await this.mustCount(act);
      await this.#follow(act, entry);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
    this.count += 1;
    return true;
  }

  /** Whether an act that only the node itself signs is an act of its own agent; others are. */
  isOfItsOwn({ type, by }: Pick<Act, 'type' | 'by'>): boolean {
    return !OWN_ACTS.has(type) || by === this.#machine;
  }

  /** Asserts that an act is signed by a key that its agent has now. ✗ signature-invalid, … */
  async mustCount(act: Act): Promise<void> {
    const named = signedBy(act) ?? refuseSignature('it names no key');
    const chain = this.#chains.get(act.by);
    if (chain !== undefined) signingKeyIn(chain, named);
    else if (broughtBy(act) !== named) refuseSignature('nobody knows this key');
    await verifyAndCanonicaliseAsync(act, named);
  }

  async #follow(act: Act, { seq, recordedAt }: RecordEntryAnswer): Promise<void> {
    const body = act.body as KeyBody;
    const { publicKey } = body;
    this.begin({ act, seq });
    const chain = this.#chains.get(act.by) ?? [];
    if (act.type === 'agent.keyed') {
      const { by: agent, node } = act;
      await checkPossessionAsync(publicKey, body.possession, { node, agent, at: recordedAt });
      const holder = this.#holders.get(publicKey) ?? null;
      this.#chains.set(agent, withKey(chain, body, { holder, agent, entry: seq }));
      this.#holders.set(publicKey, agent);
    }
    if (act.type === 'agent.unkeyed') this.#chains.set(act.by, withoutKey(chain, publicKey, seq));
  }

  /** A key is one agent's alone, and an agent begins once. */
  #begin(agent: string, key: ChainedKey): void {
    const { publicKey } = key;
    fromMultikey(publicKey);
    if (this.#chains.has(agent) || this.#holders.has(publicKey)) {
      refuseSignature('the key, or its agent, was there before');
    }
    this.#chains.set(agent, [key]);
    this.#holders.set(publicKey, agent);
  }
}

/** The key that an act brings whose agent is not there yet. */
function broughtBy({ type, by, id, body }: Act): string | undefined {
  const { owner, publicKey } = body as KeyBody;
  if (type === 'node.founded') return owner.id === by ? owner.publicKey : undefined;
  return type === 'agent.joined' && id === by ? publicKey : undefined;
}
