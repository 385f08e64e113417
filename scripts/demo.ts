// `npm run demo`: a node in a fresh folder, with a story in its books that anybody can look at,
// click through and pay to its end. Nothing of it is real: all names say that they are of a demo.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../src/http/serve.ts';
import { openNode } from '../src/node.ts';
import { createClient } from '../src/sdk/client.ts';
import type { Client } from '../src/sdk/client.ts';

const WORK = 'work_demo';
const RELEASE = 'rel_demo';
const DAY_MS = 86_400_000;

/** A day so many days before today, YYYY-MM-DD. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

type Given = Parameters<Client['contributions']['add']>[0];

interface Person {
  readonly id: string;
  readonly name: string;
  readonly gave: readonly (Partial<Given> & { readonly quantity: string; readonly what: string })[];
}

const people: readonly Person[] = [
  {
    id: 'agent_demo_mira',
    name: 'Mira (demo)',
    gave: [{ what: 'Code: calendar, offline sync', quantity: '120', classification: 'MA000065/6' }],
  },
  {
    id: 'agent_demo_noor',
    name: 'Noor (demo)',
    gave: [
      {
        what: 'Meetings and moderation',
        kind: 'labour',
        quantity: '30',
        classification: 'MA000010/C13',
      },
    ],
  },
  {
    id: 'agent_demo_jun',
    name: 'Jun (demo)',
    gave: [{ what: 'Screens and icons', quantity: '12', classification: 'MA000065/6' }],
  },
  {
    id: 'agent_demo_pia',
    name: 'Pia (demo)',
    gave: [
      {
        what: 'Hosting for a year',
        kind: 'cash',
        quantity: '400',
        unit: 'AUD',
        from: daysAgo(30),
        to: daysAgo(30),
      },
    ],
  },
];

/** Four people, an agreement that all have signed, and what they gave, all accepted. */
async function tell(client: Client, owner: string): Promise<void> {
  for (const { id, name } of people) {
    const { publicKey } = await client.keys.make(id);
    await client.agents.add(
      { name, kind: 'person', publicKey, keptByNode: true, jurisdiction: 'AU' },
      { id },
    );
  }
  await client.works.add(
    { title: 'Garden Almanac (demo)', kind: 'software', currency: 'AUD', release: RELEASE },
    { id: WORK },
  );
  const { id, termsHash, textHash } = await client.agreements.draft(
    { work: WORK, release: RELEASE, preset: 'award', terms: {} },
    { id: 'agr_demo' },
  );
  for (const by of [owner, ...people.map((person) => person.id)]) {
    await client.agreements.sign({ agreement: id, termsHash, textHash }, { by });
  }
  for (const { id: by, gave } of people) {
    for (const line of gave) {
      const body = {
        work: WORK,
        release: RELEASE,
        kind: 'knowledge-work',
        unit: 'h',
        from: daysAgo(40),
        to: daysAgo(12),
        evidence: [],
        ...line,
      };
      const given = await client.contributions.add(body, { by });
      await client.contributions.accept({ contribution: given.id });
    }
  }
}

/** A quote that is paid, and one that waits: marking it as paid is left to whoever looks. */
async function quote(client: Client): Promise<void> {
  const validUntil = daysAgo(-30);
  const first = await client.quotes.make({
    work: WORK,
    payer: { name: 'Harbour Books (demo)' },
    amount: { amount: '1100.00', currency: 'AUD' },
    taxRate: '0.1',
    validUntil,
  });
  const body = first.payment.body as Parameters<Client['payments']['receive']>[0];
  const { owed } = await client.payments.receive(body, { id: first.payment.id });
  await client.quotes.make({
    work: WORK,
    payer: { name: 'Wattle Council (demo)' },
    amount: owed,
    validUntil,
    note: 'Marked as paid, this one opens the almanac.',
  });
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'webizen-demo-'));
  const node = await openNode({
    dataDir,
    clock: () => new Date(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    names: { node: 'Willow Street (demo)', owner: 'Ada (demo)' },
  });
  const serving = await serve(node, { dataDir, port: 0 });
  const client = createClient({ url: serving.url, token: node.token });
  await tell(client, node.owner);
  await quote(client);
  const { url } = await client.doors.makeLink();
  console.log('A demo: nothing in it is real, and its folder goes away when you stop it.');
  console.log(`To come in, once and within half an hour: ${url}`);
  console.log(`What everybody sees: ${serving.url}/public/works/${WORK}`);
  console.log('Ctrl-C stops it.');
  const stop = async (): Promise<void> => {
    await serving.stop();
    await node.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

await main();
