// The almanac's node with something in every room, and the list of all places that a browser can
// be sent to: each room of the app, and each sheet that opens over one.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { offerText } from '../../src/domain/agents/possession.ts';
import type { KeyOffer } from '../../src/domain/agents/possession.ts';
import { sha256 } from '../../src/domain/record/hash.ts';
import { toMultibase, toMultikey } from '../../src/domain/record/multibase.ts';
import { signBytes, signingKey } from '../../src/domain/record/signature.ts';
import { offerKey } from '../../src/sdk/offer.ts';
import { giving, people, RELEASE, WORK } from '../almanac.ts';
import { almanacNode } from './almanac-node.ts';
import type { AlmanacNode } from './almanac-node.ts';

/** The node's clock stands still: acts from another time are refused. */
export const NOW = '2026-06-01T09:00:00Z';

/** An almanac node, and the code of an invitation to it. */
export interface FurnishedNode extends AlmanacNode {
  readonly invitation: string;
  /** What a new device of the owner shows, to be added. */
  readonly offer: string;
}

type Body = Parameters<AlmanacNode['client']['contributions']['add']>[0];

const DRAFT = {
  kind: 'knowledge-work',
  quantity: '9',
  unit: 'h',
  classification: 'MA000065/6',
  what: 'Icons, second round',
  draft: true,
};

/** Starts the almanac's node, with a payment, quotes, a draft, an amendment and an invitation. */
export async function furnishedNode(): Promise<FurnishedNode> {
  const node = await almanacNode();
  const { client } = node;
  const { body } = giving(people.designer.id, 'con_draft', DRAFT);
  await client.contributions.add(body as Body, { id: 'con_draft', by: people.designer.id });
  const quote = { work: WORK, validUntil: '2026-07-01', taxRate: '0.1' };
  for (const [id, name] of [
    ['quo_open', 'Wattle Council'],
    ['quo_paid', 'Harbour Books'],
  ] as const) {
    const amount = { amount: '1100.00', currency: 'AUD' };
    await client.quotes.make({ ...quote, payer: { name }, amount }, { id });
  }
  const { payment } = await client.quotes.show('quo_paid');
  const paid = payment.body as Parameters<typeof client.payments.receive>[0];
  await client.payments.receive(paid, { id: payment.id });
  const terms = { return: '1.6' };
  await client.agreements.draft({ work: WORK, release: RELEASE, preset: 'award', terms });
  const code = client.invitations.newCode();
  const expiresAt = '2026-06-08T09:00:00Z';
  await client.invitations.make({ code, work: WORK, role: 'contributor', expiresAt });
  await client.keys.add(await offered(node, 'Phone'));
  return { ...node, invitation: code, offer: offerText(await offered(node, 'Laptop')) };
}

/** The key of another device of the owner, offered to them. */
async function offered({ client, owner: agent }: AlmanacNode, name: string): Promise<KeyOffer> {
  const key = signingKey(sha256(`furnished ${name}`));
  const said = { agent, name, publicKey: toMultikey(key.publicKey), now: new Date(NOW) };
  const node = (await client.node.show()).id;
  return offerKey({ ...said, node }, (bytes) =>
    Promise.resolve(toMultibase(signBytes(bytes, key))),
  );
}

/** A language of the app. */
export type Spoken = 'en' | 'ar' | 'de';

/** What a place needs to be looked at: the page, and the app's own words in its language. */
export interface Visit {
  readonly page: Page;
  /** A word of the app: the room whose words they are, and its name there. */
  readonly word: (room: string, name: string) => string;
  /** A button by its word; what it is filled with may be anything. */
  readonly button: (room: string, name: string) => Locator;
}

type Words = Readonly<Record<string, string>>;

const wordsOf = async (room: string, language: Spoken): Promise<Words> =>
  JSON.parse(
    await readFile(
      new URL(`../../src/web/words/${room}/${language}.json`, import.meta.url),
      'utf8',
    ),
  ) as Words;

const ROOMS = [
  ...['app', 'add', 'begin', 'contribution', 'device', 'invite', 'money', 'payout', 'people'],
  ...['quote', 'receive', 'work'],
];

const asPattern = (text: string): RegExp =>
  new RegExp(
    `^${text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{[^}]*\}/g, '.*')}`,
  );

/** A visit in a language. */
export async function visit(page: Page, language: Spoken = 'en'): Promise<Visit> {
  const all = new Map<string, Words>();
  for (const room of ROOMS) all.set(room, await wordsOf(room, language));
  const word = (room: string, name: string): string => {
    const found = all.get(room)?.[name];
    if (found === undefined) throw new Error(`There is no word "${name}" in the room ${room}.`);
    return found;
  };
  const button = (room: string, name: string): Locator =>
    page.getByRole('button', { name: asPattern(word(room, name)) }).first();
  return { page, word, button };
}

/** Somewhere in the app. */
export interface Place {
  readonly name: string;
  /** The address in `app/router.tsx` that leads there. */
  readonly route: string;
  /** What is after `/app/`. */
  readonly address: string;
  /** Who looks: the owner, the designer (who has a draft to confirm), or nobody. */
  readonly who?: 'designer' | 'nobody';
  /** Opens what stands over the page, or goes on to a further step. */
  readonly open?: (visit: Visit) => Promise<void>;
  /** Whether a sheet is then open. */
  readonly sheet?: true;
}

const press =
  (...steps: readonly (readonly [room: string, name: string])[]) =>
  async ({ button }: Visit): Promise<void> => {
    for (const [room, name] of steps) await button(room, name).click();
  };

const work = `works/${WORK}`;
const explained = (name: string, explain: string): Place => ({
  name,
  route: '/works/$work',
  address: `${work}?explain=${explain}`,
  sheet: true,
});

/** All rooms, and all sheets. Whoever adds one adds it here. */
export const placesOf = (node: FurnishedNode): readonly Place[] => [
  { name: 'works', route: '/', address: '' },
  { name: 'work', route: '/works/$work', address: work },
  explained('explain-owed', 'owed'),
  explained('explain-paid', 'paid'),
  explained('explain-person', `person:${people.moderator.id}`),
  explained('explain-line', 'line:con_moderator'),
  explained('licence', `licence:${RELEASE}`),
  explained('contribution', 'contribution:con_night'),
  {
    ...explained('contribution-reject', 'contribution:con_night'),
    open: press(['contribution', 'reject']),
  },
  { name: 'agreement', route: '/works/$work/agreement', address: `${work}/agreement` },
  {
    name: 'agreement-compare',
    route: '/works/$work/agreement/compare',
    address: `${work}/agreement/compare`,
  },
  {
    name: 'agreement-amend',
    route: '/works/$work/agreement/amend',
    address: `${work}/agreement/amend`,
  },
  { name: 'people', route: '/people', address: 'people' },
  {
    name: 'claim',
    route: '/people',
    address: 'people',
    open: press(['people', 'claim']),
    sheet: true,
  },
  { name: 'person', route: '/people/$agent', address: `people/${people.moderator.id}` },
  { name: 'bring', route: '/works/$work/bring', address: `${work}/bring` },
  { name: 'statement', route: '/statement', address: `statement?agent=${people.programmer.id}` },
  { name: 'statement-empty', route: '/statement', address: 'statement' },
  { name: 'ledger', route: '/ledger', address: 'ledger' },
  { name: 'record', route: '/record', address: 'record' },
  { name: 'settings', route: '/settings', address: 'settings' },
  {
    name: 'add-device',
    route: '/settings',
    address: 'settings',
    open: press(['device', 'add']),
    sheet: true,
  },
  {
    name: 'take-key',
    route: '/settings',
    address: 'settings',
    open: async ({ page }) => page.locator('#keys li button').first().click(),
    sheet: true,
  },
  { name: 'device', route: '/device', address: 'device', who: 'nobody' },
  {
    name: 'device-offer',
    route: '/device',
    address: `device#${people.designer.id}`,
    who: 'nobody',
    open: async ({ page, button }) => {
      await button('device', 'make').click();
      await page.locator('.device-text').waitFor();
    },
  },
  { name: 'device-paste', route: '/device/add', address: 'device/add' },
  { name: 'device-add', route: '/device/add', address: `device/add#${node.offer}` },
  { name: 'new-quote', route: '/works/$work/quote', address: `${work}/quote` },
  { name: 'quote', route: '/quotes/$quote', address: 'quotes/quo_open' },
  {
    name: 'mark-paid',
    route: '/quotes/$quote',
    address: 'quotes/quo_open',
    open: press(['quote', 'mark']),
    sheet: true,
  },
  { name: 'quote-outside', route: '/quotes/$quote', address: 'quotes/quo_paid', who: 'nobody' },
  {
    name: 'quote-tax',
    route: '/quotes/$quote',
    address: 'quotes/quo_open',
    open: press(['quote', 'tax']),
    sheet: true,
  },
  { name: 'receive', route: '/works/$work/payment', address: `${work}/payment` },
  {
    name: 'receive-look',
    route: '/works/$work/payment',
    address: `${work}/payment?quote=quo_open`,
    open: press(['receive', 'look']),
    sheet: true,
  },
  { name: 'payouts', route: '/payouts', address: 'payouts' },
  { name: 'payouts-own', route: '/payouts', address: 'payouts', who: 'designer' },
  {
    name: 'payout',
    route: '/payouts',
    address: 'payouts',
    open: press(['payout', 'record'], ['payout', 'look']),
    sheet: true,
  },
  { name: 'payment', route: '/payments/$payment', address: 'payments/pay_paid' },
  {
    name: 'reverse',
    route: '/payments/$payment',
    address: 'payments/pay_paid',
    open: press(['money', 'reverse']),
    sheet: true,
  },
  { name: 'opening', route: '/works/$work/opening', address: `${work}/opening` },
  { name: 'begin', route: '/begin', address: 'begin' },
  // There is one work, and so this leads on to it.
  { name: 'choose', route: '/add', address: 'add' },
  { name: 'add', route: '/works/$work/add', address: `${work}/add` },
  {
    name: 'add-timer',
    route: '/works/$work/add',
    address: `${work}/add`,
    open: press(['add', 'timer.start']),
  },
  { name: 'invite', route: '/works/$work/invite', address: `${work}/invite` },
  {
    name: 'invite-made',
    route: '/works/$work/invite',
    address: `${work}/invite`,
    open: async ({ page, button }) => {
      await button('invite', 'make').click();
      await page.locator('.invite-link').first().waitFor();
    },
  },
  {
    name: 'confirm',
    route: '/works/$work/confirm',
    address: `${work}/confirm`,
    who: 'designer',
  },
  { name: 'confirm-nothing', route: '/works/$work/confirm', address: `${work}/confirm` },
  { name: 'welcome', route: '/', address: '', who: 'nobody' },
  { name: 'enter', route: '/enter', address: 'enter', who: 'nobody' },
  { name: 'join', route: '/join', address: `join#${node.invitation}`, who: 'nobody' },
  { name: 'missing', route: '*', address: 'nowhere' },
  { name: 'unknown-work', route: '/works/$work', address: 'works/work_nope' },
  { name: 'unknown-payment', route: '/payments/$payment', address: 'payments/pay_nope' },
];
