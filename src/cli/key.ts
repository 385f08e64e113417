import type { Command } from 'commander';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { readOffer } from '../domain/agents/possession.ts';
import { facts, table } from './print/table.ts';
import { said } from './print/text.ts';
import { acting, alone, common, doing, example, say } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

/** The public halves; nothing else of a key is ever told. */
async function list(session: Session): Promise<void> {
  const agents = await everyItem(session.client.agents.list, {});
  const items = agents.flatMap(({ id, name, publicKey, keptByNode }) =>
    publicKey === null ? [] : [{ agent: id, name, publicKey, keptByNode }],
  );
  session.show({ items }, () =>
    table(items, [
      { title: 'agent', of: (one) => one.agent },
      { title: 'name', of: (one) => said(one.name) },
      { title: 'public key', of: (one) => one.publicKey },
      { title: 'kept', of: (one) => (one.keptByNode ? 'by the node' : 'elsewhere') },
    ]),
  );
}

type Key = Awaited<ReturnType<Client['keys']['end']>>;

/** One key in a few lines. */
const keyText = (one: Key): string =>
  facts([
    ['key', one.publicKey],
    ['agent', one.agent],
    ['name', one.name === null ? null : said(one.name)],
    ['kept', one.keptByNode ? 'by the node' : 'elsewhere'],
    ['since', one.since.at],
    ['ended', one.ended?.at ?? null],
    ['reason', one.reason === null ? null : said(one.reason)],
  ]);

/** All keys of one agent, those that were ended as well. */
async function chain(session: Session, _: CommonOptions, [text = '']: readonly string[]) {
  const { items } = await session.client.keys.list(await session.agent(text));
  session.show({ items }, () =>
    table(items, [
      { title: 'public key', of: (one) => one.publicKey },
      { title: 'name', of: (one) => said(one.name ?? '') },
      { title: 'kept', of: (one) => (one.keptByNode ? 'by the node' : 'elsewhere') },
      { title: 'since', of: (one) => one.since.at.slice(0, 10) },
      { title: 'ended', of: (one) => one.ended?.at.slice(0, 10) ?? '' },
    ]),
  );
}

interface OfferOptions extends CommonOptions {
  readonly for: string;
  readonly name: string;
}

/** Offers the key of a file to an agent, who adds it by a key that they have. */
async function offer(
  session: Session,
  { for: whose, name }: OfferOptions,
  [file = '']: readonly string[],
): Promise<void> {
  const { client, terminal } = session;
  const [agent, { id: node }] = [await session.agent(whose), await client.node.show()];
  const { offerOf } = await import('./session/key-files.ts');
  const made = await offerOf(file, { node, agent, name, now: terminal.clock() }, terminal);
  session.show(made, () => made.text);
}

interface EndOptions extends ActingOptions {
  readonly reason?: string;
}

/** What is done with the keys of an agent who has several. */
function several(noun: Command, terminal: Terminal): void {
  const listing = noun
    .command('chain')
    .description('all keys that an agent ever had, and which were ended')
    .argument('<agent>', 'id or name');
  example(common(listing).action(doing(terminal, chain)), 'webizen key chain Ada');
  const offering = noun
    .command('offer')
    .description('offer the key of a file to an agent, for a quarter of an hour')
    .argument('<file>')
    .requiredOption('--for <agent>', 'who is to sign with it, by id or name')
    .requiredOption('--name <name>', 'what the key is called, such as Laptop');
  example(
    common(offering).action(doing(terminal, offer)),
    'webizen key offer laptop.pem --for Ada --name Laptop',
  );
  const adding = noun
    .command('add')
    .description('add a key that was offered; signed by one that the agent has')
    .argument('<offer>', 'the text, or the link, that the new device shows');
  example(
    acting(adding, 'this act').action(
      doing<ActingOptions>(terminal, async (session, _, [text = '']) => {
        const { by, ...how } = await session.how();
        const found = readOffer(text);
        const who = by ?? found.possession.agent;
        session.show(await session.client.keys.add(found, { ...how, by: who }), keyText);
      }),
    ),
    'webizen key add "$(cat offer.txt)" --by Ada --key ada.pem',
  );
  const ending = noun
    .command('end')
    .description('end a key of an agent: it signs nothing any more, and never comes back')
    .argument('<public-key>', 'as key chain shows it: z6Mk…')
    .option('--reason <text>', 'why');
  example(
    acting(ending, 'this act').action(
      doing<EndOptions>(terminal, async (session, { reason }, [publicKey = '']) => {
        const body = { publicKey, reason };
        session.show(await session.client.keys.end(body, await session.how()), keyText);
      }),
    ),
    'webizen key end z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2 --by Ada --key laptop.pem',
  );
}

/** `webizen key …` */
export function key(program: Command, terminal: Terminal): void {
  const noun = program
    .command('key')
    .description('keys that the node never holds, and whose key is which');
  const making = noun
    .command('new')
    .description('make a key in a file of mode 0600; nothing of it goes to the node')
    .argument('<file>');
  example(
    common(making).action(
      alone<CommonOptions>(async ({ json }, [file = '']) => {
        const { makeKeyFile } = await import('./session/key-files.ts');
        const made = { file, publicKey: await makeKeyFile(file, terminal) };
        say(terminal, json === true, made, () =>
          facts([
            ['key', file],
            ['public key', made.publicKey],
            ['next', `webizen agent add --name … --kind person --public-key ${made.publicKey}`],
          ]),
        );
      }, terminal),
    ),
    'webizen key new ada.pem',
    'webizen agent add --name Ada --kind person --public-key-from ada.pem',
  );
  const listing = noun
    .command('list')
    .description('who has which key: those that the node keeps, and those held elsewhere');
  example(common(listing).action(doing(terminal, list)), 'webizen key list');
  const showing = noun
    .command('show')
    .description('the public half of a key file')
    .argument('<file>');
  example(
    common(showing).action(
      alone<CommonOptions>(async ({ json }, [file = '']) => {
        const { publicKeyIn } = await import('./session/key-files.ts');
        const shown = { file, publicKey: await publicKeyIn(file, terminal) };
        say(terminal, json === true, shown, () => shown.publicKey);
      }, terminal),
    ),
    'webizen key show ada.pem',
  );
  several(noun, terminal);
}
