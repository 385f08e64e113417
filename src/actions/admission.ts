import { assertId } from '../domain/agents/id.ts';
import { assertLine } from '../domain/agents/name.ts';
import { assertText } from '../domain/agents/text.ts';
import { actForms, readAct, signedBy, verifyAndCanonicaliseAsync } from '../domain/record/act.ts';
import type { Act, ActForms, UnsignedAct } from '../domain/record/act.ts';
import { commit } from '../domain/record/entry.ts';
import { refuse } from '../domain/refusals.ts';
import type { Engine } from '../store/engine.ts';
import { keysOf } from '../store/agent-keys.ts';
import { findAgent } from '../store/agents.ts';
import type { RecordedAct } from '../store/record.ts';
import type { Action } from './action.ts';
import type { Admitted } from './books.ts';

/** What is needed to let acts in. */
export interface AdmissionParts {
  readonly engine: Engine;
  readonly actionOf: (type: string) => Action<unknown>;
  /** The id of this node; acts that were composed for another are refused. */
  readonly node: string;
  readonly clock: () => Date;
  /** Fresh random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

const SALT_BYTES = 16;

/**
 * The door of the books. Everything that costs time is done here, before the writer's loop: an
 * act's form, its body, its signature by a key of the agent who acts, its commitment. Whether that
 * key still lives is decided in the loop.
 */
export class Admission {
  readonly #parts: AdmissionParts;
  /**
   * Whose a key is, which never changes: keys come, and stay their agent's when they are ended.
   * Whether one still signs is asked by the books, in the writer's turn.
   */
  readonly #holders = new Map<string, string>();

  constructor(parts: AdmissionParts) {
    this.#parts = parts;
  }

  /**
   * Lets in what came from outside.
   *
   * @throws Refusal act-malformed, id-malformed, act-unknown,
   *   act-misplaced, agent-unknown, agent-unclaimed,
   *   signature-invalid, line-malformed, text-malformed, and what the body's schema finds
   */
  async admit(value: unknown): Promise<Admitted> {
    const act = readAct(value);
    assertId(act.id);
    if (act.node !== this.#parts.node) {
      refuse('act-misplaced', { found: act.node, expected: this.#parts.node });
    }
    if (this.#parts.actionOf(act.type).internal === true) refuse('act-unknown', { type: act.type });
    const forms = await verifyAndCanonicaliseAsync(act, await this.#keyOf(act));
    return this.#admitted(act, forms);
  }

  /** Lets in what the node's own agent has signed just now. */
  admitOwn(act: Act, forms: ActForms): Admitted {
    return this.#admitted(act, forms);
  }

  /** Lets in an act that is only tried out: it has no signature and never enters the record. */
  rehearsal(unsigned: UnsignedAct): Admitted {
    assertId(unsigned.id);
    const salt = new Uint8Array(SALT_BYTES);
    const action = this.#parts.actionOf(unsigned.type);
    const body = bodyOf(action, unsigned.body);
    assertTexts(action, body);
    const none = { key: '', canonical: '', hash: '', commitment: '' };
    return { act: { ...unsigned, body }, ...none, salt, recordedAt: this.#now() };
  }

  #admitted(act: Act, forms: ActForms): Admitted {
    const action = this.#parts.actionOf(act.type);
    const body = bodyOf(action, act.body);
    assertTexts(action, body);
    const salt = this.#parts.random(SALT_BYTES);
    return {
      act: { ...act, body },
      key: signedBy(act) ?? '',
      canonical: forms.canonical,
      hash: forms.hash,
      commitment: commit(forms.canonical, salt),
      salt,
      recordedAt: this.#now(),
    };
  }

  /** The key by which an act's signature is checked: the one that it names, if that is theirs. */
  async #keyOf(act: Act): Promise<string> {
    const { by: agent, type, body } = act;
    const named = signedBy(act);
    if (named !== undefined && this.#holders.get(named) === agent) return named;
    const { found, keys } = await this.#parts.engine.read(async (tx) => ({
      found: await findAgent(tx, agent),
      keys: await keysOf(tx, agent),
    }));
    if (found === undefined) {
      const action = this.#parts.actionOf(type);
      const brought = action.keyBrought?.(bodyOf(action, body));
      return brought ?? refuse('agent-unknown', { id: agent });
    }
    const standing = found.publicKey ?? refuse('agent-unclaimed', { agent, name: found.name });
    for (const { publicKey } of keys) this.#holders.set(publicKey, agent);
    // Another key than any of theirs is refused by the check of the signature.
    return keys.find(({ publicKey }) => publicKey === named)?.publicKey ?? standing;
  }

  #now(): string {
    return this.#parts.clock().toISOString();
  }
}

/**
 * What the texts of an act that comes in may hold. It is asked here and not of `Action.run`, so
 * that a record with a text from before the rule can be run again.
 */
function assertTexts(action: Action<unknown>, body: unknown): void {
  for (const line of action.lines?.(body) ?? []) if (line !== undefined) assertLine(line);
  for (const text of action.texts?.(body) ?? []) if (text !== undefined) assertText(text);
}

/** An act read back from a record, admitted as it was then. */
export function admittedBefore(
  entry: Pick<RecordedAct, 'act' | 'salt' | 'recordedAt'>,
  actionOf: (type: string) => Action<unknown>,
): Admitted {
  const act = readAct(JSON.parse(entry.act));
  const forms = actForms(act);
  return {
    act: { ...act, body: bodyOf(actionOf(act.type), act.body) },
    key: signedBy(act) ?? '',
    canonical: forms.canonical,
    hash: forms.hash,
    commitment: commit(forms.canonical, entry.salt),
    salt: entry.salt,
    recordedAt: entry.recordedAt,
  };
}

function bodyOf(action: Action<unknown>, body: unknown): unknown {
  const parsed = action.body.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const where = ['body', ...(first?.path ?? [])].join('.');
  return refuse('act-malformed', { where, what: first?.message ?? 'not as described' });
}

/**
 * An act that is only tried out, as it came in: it need not be signed. @throws Refusal act-
 * malformed
 */
export function readUnsigned(value: unknown): UnsignedAct {
  const proof = {
    type: '-',
    cryptosuite: '-',
    created: '-',
    verificationMethod: '-',
    proofPurpose: '-',
    proofValue: '-',
  };
  const { proof: _, ...unsigned } = readAct({ ...(value as object), proof });
  return unsigned;
}
