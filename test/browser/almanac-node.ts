// A node on a free port of this machine, in a folder of its own, whose books tell the story of the
// garden almanac: 9,240.81 AUD owed to four people. Its members' keys are kept by the node.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/http/serve.ts';
import { openNode } from '../../src/node.ts';
import type { NodeParts } from '../../src/node.ts';
import { createClient } from '../../src/sdk/client.ts';
import type { Client } from '../../src/sdk/client.ts';
import { giving, people, RELEASE, WORK } from '../almanac.ts';

/** A node that a browser can be sent to. */
export interface AlmanacNode {
  readonly url: string;
  /** Where its books lie. */
  readonly dataDir: string;
  readonly owner: string;
  /** Acts as the owner, and for whoever's key the node keeps. */
  readonly client: Client;
  /** A link that lets an agent in once; the owner where nobody is named. */
  link(agent?: string): Promise<string>;
  /** Stops answering, as a machine does that is switched off, until `back`. */
  away(): Promise<void>;
  /** Answers again, at the same address, with the same books. */
  back(): Promise<void>;
  stop(): Promise<void>;
}

const noon = (): Date => new Date('2026-06-01T09:00:00Z');

/** What node and owner are called where a test does not name them itself. */
const NAMES = { node: 'Willow Street', owner: 'Ada Whitlam' };

/** Starts a node with nothing but its owner. */
export async function emptyNode(
  names: NonNullable<NodeParts['names']> = NAMES,
  clock: () => Date = noon,
): Promise<AlmanacNode> {
  const dataDir = await mkdtemp(join(tmpdir(), 'webizen-browser-'));
  const open = async (port: number) => {
    const opened = await openNode({
      dataDir,
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      names,
    });
    return { opened, serving: await serve(opened, { dataDir, port }) };
  };
  let { opened, serving } = await open(0);
  const { url, port } = serving;
  const { token, owner } = opened;
  const authorization = `Bearer ${token}`;
  let isAway = false;
  const away = async (): Promise<void> => {
    if (isAway) return;
    isAway = true;
    await serving.stop();
    await opened.close();
  };
  return {
    url,
    dataDir,
    owner,
    client: createClient({ url, token, clock }),
    link: async (agent) => {
      const response = await fetch(`${url}/sessions/links`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(agent === undefined ? {} : { agent }),
      });
      return ((await response.json()) as { url: string }).url;
    },
    away,
    back: async () => {
      ({ opened, serving } = await open(port));
      isAway = false;
    },
    stop: async () => {
      await away();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts a node whose books tell the story of the almanac, up to the first payment. */
export async function almanacNode(clock: () => Date = noon): Promise<AlmanacNode> {
  const node = await emptyNode(NAMES, clock);
  const { client, owner } = node;
  for (const { id, name } of Object.values(people)) {
    const { publicKey } = await client.keys.make(id);
    await client.agents.add(
      { name, kind: 'person', publicKey, keptByNode: true, jurisdiction: 'AU' },
      { id },
    );
  }
  await client.works.add(
    { title: 'Garden Almanac', kind: 'software', currency: 'AUD', release: RELEASE },
    { id: WORK },
  );
  const agreement = await client.agreements.draft(
    { work: WORK, release: RELEASE, preset: 'award', terms: {} },
    { id: 'agr_almanac' },
  );
  const { termsHash, textHash } = agreement;
  for (const by of [owner, ...Object.values(people).map(({ id }) => id)]) {
    await client.agreements.sign({ agreement: agreement.id, termsHash, textHash }, { by });
  }
  for (const line of told) await tell(client, line);
  return node;
}

interface Told {
  readonly by: string;
  readonly id: string;
  readonly more: object;
  readonly verdict?: 'accepted' | 'rejected';
}

const { programmer, designer, moderator, giver } = people;

/** What the four put in: four lines that are accepted, one that waits, one that is rejected. */
const told: readonly Told[] = [
  {
    by: programmer.id,
    id: 'con_programmer',
    more: {
      what: 'Code: calendar, offline sync',
      quantity: '120',
      classification: 'MA000065/6',
    },
    verdict: 'accepted',
  },
  {
    by: moderator.id,
    id: 'con_moderator',
    more: {
      what: 'Meetings and moderation',
      kind: 'labour',
      quantity: '30',
      classification: 'MA000010/C13',
    },
    verdict: 'accepted',
  },
  {
    by: designer.id,
    id: 'con_designer',
    more: { what: 'Screens and icons', quantity: '12', classification: 'MA000065/6' },
    verdict: 'accepted',
  },
  {
    by: giver.id,
    id: 'con_giver',
    more: {
      what: 'Hosting for a year',
      kind: 'cash',
      quantity: '400',
      unit: 'AUD',
      from: '2026-05-02',
      to: '2026-05-02',
    },
    verdict: 'accepted',
  },
  {
    by: moderator.id,
    id: 'con_night',
    more: {
      what: 'Night-shift moderation',
      kind: 'labour',
      quantity: '6',
      classification: 'MA000010/C13',
      from: '2026-05-23',
      to: '2026-05-24',
    },
  },
  {
    by: designer.id,
    id: 'con_poster',
    more: {
      what: 'Poster printing',
      kind: 'cash',
      quantity: '85',
      unit: 'AUD',
      from: '2026-05-21',
      to: '2026-05-21',
    },
    verdict: 'rejected',
  },
];

async function tell(client: Client, { by, id, more, verdict }: Told): Promise<void> {
  const { body } = giving(by, id, more);
  await client.contributions.add(body as Parameters<Client['contributions']['add']>[0], { id, by });
  if (verdict === 'accepted') await client.contributions.accept({ contribution: id });
  if (verdict === 'rejected') {
    await client.contributions.reject({ contribution: id, reason: 'It was paid on the day.' });
  }
}
