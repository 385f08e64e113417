// What happens, as it happens: server-sent events, so that a second window is never out of step.

import { z } from 'zod';
import { partIn } from '../../actions/parts/part.ts';
import { may } from '../../domain/agents/part.ts';
import { refuse } from '../../domain/refusals.ts';
import { serving } from '../route.ts';
import type { NodeEvent } from '../../actions/doors/watchers.ts';
import type { Call, Party, ServedNode } from '../route.ts';

/** How often something is sent in any case, so that nobody in between takes the line for dead. */
const BEAT_MS = 20_000;

/** How many a slow reader may be behind; beyond, the line is cut, and begins anew. */
const WAITING_MAX = 1000;

export const eventShape = z.object({
  seq: z.number().int(),
  type: z.string(),
  id: z.string(),
  work: z.string().nullable(),
});

export const hear = serving({
  summary: 'Hear what happens, as it happens',
  description:
    'Server-sent events, one for each entry of the record, once it is on the disk: ' +
    '`{seq, type, id, work}`, of works in which one has a part, and of oneself. A line that was ' +
    'cut goes on after the `Last-Event-ID` that it sends; `reset` says that too much happened in ' +
    'between.',
  authority: 'owner',
  answer: z.string().describe('text/event-stream of `{seq, type, id, work}`.'),
  media: 'text/event-stream',
  run: async ({ node, party, arrival }: Call) => {
    const listener = party ?? refuse('token-missing');
    const last = arrival.request.headers.get('last-event-id');
    return new Response(streamFor(node, listener, last === null ? undefined : Number(last)), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    });
  },
});

const textOf = ({ seq, type, id, work }: NodeEvent): string =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, type, id, work })}\n\n`;

/** What one listener hears, in order: what they missed first. */
class Listening {
  readonly #node: ServedNode;
  readonly #party: Party;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  readonly #encoder = new TextEncoder();
  readonly #beat: ReturnType<typeof setInterval>;
  readonly #unwatch: () => void;
  readonly #unattend: () => void;
  #turn: Promise<void>;
  #heard: number;

  constructor(
    node: ServedNode,
    party: Party,
    controller: ReadableStreamDefaultController<Uint8Array>,
    last: number | undefined,
  ) {
    this.#node = node;
    this.#party = party;
    this.#controller = controller;
    this.#heard = last ?? -1;
    this.#send('retry: 1000\n\n');
    this.#beat = setInterval(() => void this.#check(), BEAT_MS);
    const { secret } = party;
    this.#unattend =
      secret === undefined ? () => {} : node.doorkeeper.attend(secret, () => this.close());
    // One after another, so that what is looked up does not overtake what came before.
    this.#turn = last === undefined ? Promise.resolve() : this.#catchUp(last);
    this.#unwatch = node.watch(
      (event) => {
        this.#turn = this.#turn.then(() => this.#tell(event)).catch(() => this.close());
      },
      () => this.close(),
    );
  }

  /** Stops listening; the other side comes again by itself. */
  close(): void {
    this.end();
    try {
      this.#controller.close();
    } catch {
      // The other side was faster.
    }
  }

  end(): void {
    clearInterval(this.#beat);
    this.#unwatch();
    this.#unattend();
  }

  /** A line holds no longer than the session by which it was opened. */
  async #check(): Promise<void> {
    try {
      if (this.#party.secret !== undefined) await this.#node.doorkeeper.session(this.#party.secret);
      this.#send(': beat\n\n');
    } catch {
      this.close();
    }
  }

  async #catchUp(last: number): Promise<void> {
    const missed = await this.#node.eventsSince(last, WAITING_MAX);
    if (missed === undefined) {
      // What they say to have heard last is not of this record: they hear all that is to come.
      this.#heard = -1;
      this.#send('event: reset\ndata: {}\n\n');
    }
    for (const event of missed ?? []) await this.#tell(event);
  }

  async #tell(event: NodeEvent): Promise<void> {
    if (event.seq <= this.#heard) return;
    this.#heard = event.seq;
    if ((this.#controller.desiredSize ?? 0) <= 0) return this.close();
    if (await mayHear(this.#node, this.#party, event)) this.#send(textOf(event));
  }

  #send(text: string): void {
    this.#controller.enqueue(this.#encoder.encode(text));
  }
}

function streamFor(node: ServedNode, party: Party, last?: number): ReadableStream<Uint8Array> {
  let listening: Listening | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        listening = new Listening(node, party, controller, last);
      },
      cancel: () => listening?.end(),
    },
    { highWaterMark: WAITING_MAX },
  );
}

async function mayHear(node: ServedNode, { agent }: Party, event: NodeEvent): Promise<boolean> {
  if (agent === node.owner) return true;
  const subject = { work: event.work, agent: event.agent, standing: 'none' } as const;
  const part = await node.read((sight) => partIn(sight, agent, subject));
  // What is about no work only those hear who may read what it changes.
  return may(part, event.work === null ? 'statement.show' : 'work.show', 'none');
}
