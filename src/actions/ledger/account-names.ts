import { accountOf } from '../../domain/ledger/accounts.ts';
import { findAgent } from '../../store/agents.ts';
import { findRelease } from '../../store/releases.ts';
import { findWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import type { AccountAnswer } from './answers.ts';

type Named = AccountAnswer['of'][number];

/** What the ids in names of accounts are called; each is looked up once. */
export class Naming {
  readonly #tx: Sight['tx'];
  readonly #known = new Map<string, Named>();

  constructor(tx: Sight['tx']) {
    this.#tx = tx;
  }

  /** Of one account. An id that nothing has is called by itself. */
  async of(account: string): Promise<Named[]> {
    const { kind, ids } = accountOf(account);
    const names: Named[] = [];
    for (const id of ids) {
      const key = `${kind} ${id}`;
      const named = this.#known.get(key) ?? (await this.#look(kind, id));
      this.#known.set(key, named);
      names.push(named);
    }
    return names;
  }

  async #look(kind: string, id: string): Promise<Named> {
    if (kind === 'refund') {
      return { name: (await findAgent(this.#tx, id))?.name ?? id, release: null, tranche: null };
    }
    if (kind === 'host' || kind === 'reserve' || kind === 'gift') {
      return { name: (await findWork(this.#tx, id))?.title ?? id, release: null, tranche: null };
    }
    const [, whole = id, tranche] = kind === 'claims' ? (/^(.+)\.(\d+)$/.exec(id) ?? []) : [];
    const release = await findRelease(this.#tx, whole);
    const work = release === undefined ? undefined : await findWork(this.#tx, release.work);
    return {
      name: work?.title ?? id,
      release: release?.number ?? null,
      tranche: tranche === undefined ? null : Number(tranche),
    };
  }
}
