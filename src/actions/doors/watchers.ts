import type { Engine } from '../../store/engine.ts';
import { countActs, listActs } from '../../store/record.ts';
import { subjectOfAct } from '../parts/part.ts';

/** Something that happened: an entry of the record, the work or else the agent it is about. */
export interface NodeEvent {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly work: string | null;
  /** Whom it is about, where it is about no work. */
  readonly agent: string | null;
}

/** What lets others hear what happens. */
export interface Watched {
  /** Tells what happens, once it is on the disk, until the function that it gives is called. */
  watch(tell: (event: NodeEvent) => void, closed: () => void): () => void;
  /** Ends all watching, before the node stops. */
  endWatches(): void;
  /** What happened after an entry; undefined where it is more than so many. */
  eventsSince(seq: number, atMost: number): Promise<readonly NodeEvent[] | undefined>;
}

interface Watcher {
  readonly tell: (event: NodeEvent) => void;
  readonly closed: () => void;
}

const PAGE = 500;

/**
 * Those who want to hear what happens. They are told each entry once, in order, after it is on
 * the disk; whoever is not listening costs nothing.
 */
export class Watchers {
  readonly #engine: Engine;
  readonly #size: () => number;
  readonly #watchers = new Set<Watcher>();
  #told: number | undefined;
  #isTelling = false;
  #again = false;

  constructor(engine: Engine, size: () => number) {
    this.#engine = engine;
    this.#size = size;
  }

  /** Adds somebody who listens from now on; what it gives ends that. */
  add(tell: (event: NodeEvent) => void, closed: () => void): () => void {
    if (this.#watchers.size === 0) this.#begin();
    const watcher = { tell, closed };
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /**
   * What happened after an entry; undefined where that is more than `atMost`, or makes no sense.
   */
  async since(seq: number, atMost: number): Promise<readonly NodeEvent[] | undefined> {
    const isKnown = Number.isInteger(seq) && seq >= 0 && seq < this.#size();
    if (!isKnown || this.#size() - seq - 1 > atMost) return undefined;
    return this.#from(seq + 1, atMost);
  }

  /** Says that something was written. */
  stir(): void {
    if (this.#watchers.size === 0) return;
    this.#again = true;
    this.#tell();
  }

  /** Ends all listening. */
  close(): void {
    for (const { closed } of this.#watchers) closed();
    this.#watchers.clear();
  }

  /** What was there before anybody listened is not told; only the disk says what was there. */
  #begin(): void {
    this.#told = undefined;
    this.#tell();
  }

  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    void this.#tellAll().catch(() => {
      this.#isTelling = false;
      this.close();
    });
  }

  async #tellAll(): Promise<void> {
    this.#told ??= await this.#engine.read(countActs);
    while (this.#again) {
      this.#again = false;
      for (;;) {
        const from: number = (this.#told ??= await this.#engine.read(countActs));
        const events = await this.#from(from, PAGE);
        if (events.length === 0) break;
        this.#told = from + events.length;
        for (const { tell } of this.#watchers) for (const event of events) tell(event);
      }
    }
    // At once, so that nothing is stirred between the last look and this line.
    this.#isTelling = false;
  }

  #from(seq: number, limit: number): Promise<NodeEvent[]> {
    return this.#engine.read(async (tx) => {
      const events: NodeEvent[] = [];
      for (const row of await listActs(tx, seq, limit)) {
        const { seq, type, id } = row;
        const { body } = JSON.parse(row.act) as { body: unknown };
        const { work = null } = await subjectOfAct(tx, { type, id, body });
        const agent = work === null ? agentOf(row.by, body) : null;
        events.push({ seq, type, id, work, agent });
      }
      return events;
    });
  }
}

/** Whom an act is about that is about no work: who was paid out to, whose name or key it is. */
function agentOf(by: string, body: unknown): string {
  const { to, agent = to } = body as Readonly<Partial<Record<string, unknown>>>;
  return typeof agent === 'string' ? agent : by;
}
