import type { Command } from 'commander';
import { newAgent } from '../domain/agents/agent.ts';
import { everyItem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { facts, table } from './print/table.ts';
import { said } from './print/text.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';

type Agent = Awaited<ReturnType<Client['agents']['show']>>;

/** One agent in a few lines. */
export const agentText = (agent: Agent): string =>
  facts([
    ['agent', agent.id],
    ['name', said(agent.name)],
    ['kind', agent.kind],
    ['responsible', agent.responsible],
    ['jurisdiction', agent.jurisdiction],
    ['key', keyText(agent)],
    ['claimed by', agent.claimedBy],
  ]);

const keyText = ({ publicKey, keptByNode, unclaimed }: Agent): string => {
  if (publicKey !== null)
    return `${publicKey}, ${keptByNode ? 'kept by the node' : 'held elsewhere'}`;
  return unclaimed ? 'none: nobody has claimed this name yet' : 'none: the name was claimed';
};

interface AddOptions extends ActingOptions {
  readonly name: string;
  readonly kind: string;
  readonly responsible?: string;
  readonly jurisdiction?: string;
  readonly publicKey?: string;
  readonly publicKeyFrom?: string;
}

async function add(session: Session, options: AddOptions): Promise<void> {
  const { client, terminal } = session;
  const id = options.id ?? client.newId('agent_');
  const held = await heldKey(options, terminal);
  const responsible =
    options.responsible === undefined
      ? undefined
      : await client.agents.show(await session.agent(options.responsible));
  const how = await session.how();
  const said = { name: options.name, kind: options.kind, jurisdiction: options.jurisdiction };
  // Looked at before a key is made, so that what is refused leaves no key behind.
  const keyless = { publicKey: null, keptByNode: false, unclaimed: true };
  const { name, kind, jurisdiction = null } = said;
  const answersTo = responsible?.id ?? null;
  newAgent(
    { id, name, kind, jurisdiction, responsible: answersTo, ...keyless },
    responsible ?? null,
  );
  const publicKey = held ?? (await client.keys.make(id)).publicKey;
  const body = { ...said, publicKey, keptByNode: held === undefined, responsible: responsible?.id };
  session.show(await client.agents.add(body, { ...how, id }), agentText);
}

async function heldKey(options: AddOptions, terminal: Terminal): Promise<string | undefined> {
  const { publicKey, publicKeyFrom } = options;
  if (publicKey !== undefined && publicKeyFrom !== undefined) {
    return wrong('--public-key', publicKey, 'give it or --public-key-from, not both');
  }
  if (publicKeyFrom === undefined) return publicKey;
  return (await import('./session/key-files.ts')).publicKeyIn(publicKeyFrom, terminal);
}

interface ListOptions extends CommonOptions {
  readonly kind?: string;
  readonly unclaimed?: boolean;
}

async function list(session: Session, { kind, unclaimed }: ListOptions): Promise<void> {
  const items = await everyItem(session.client.agents.list, { kind, unclaimed });
  session.show({ items }, () =>
    table(items, [
      { title: 'agent', of: (agent) => agent.id },
      { title: 'name', of: (agent) => said(agent.name) },
      { title: 'kind', of: (agent) => agent.kind },
      { title: 'key', of: (agent) => (agent.unclaimed ? 'unclaimed' : keyPlace(agent)) },
    ]),
  );
}

const keyPlace = ({ keptByNode, claimedBy }: Agent): string => {
  if (claimedBy !== null) return `claimed by ${claimedBy}`;
  return keptByNode ? 'kept here' : 'held elsewhere';
};

/** Whom a claim is about: a name that waits to be claimed, even where somebody acts under it. */
export async function unclaimedNamed(session: Session, text: string): Promise<string> {
  const waiting = await everyItem(session.client.agents.list, { unclaimed: true });
  const wanted = text.normalize('NFC').trim().toLowerCase();
  const found = waiting.filter(({ name }) => name.normalize('NFC').toLowerCase() === wanted);
  const [only, second] = found;
  return only !== undefined && second === undefined ? only.id : session.agent(text);
}

/** Says what an agent is called; signed by themselves where nobody else is named. */
async function rename(
  session: Session,
  _: ActingOptions,
  [text = '', name = '']: readonly string[],
): Promise<void> {
  const { id, responsible } = await session.client.agents.show(await session.agent(text));
  const how = await session.how();
  const by = how.by ?? responsible ?? id;
  session.show(await session.client.agents.name({ agent: id, name }, { ...how, by }), agentText);
}

/** `webizen agent …` */
export function agent(program: Command, terminal: Terminal): void {
  const noun = program.command('agent').description('people, organisations and machines');
  const adding = noun
    .command('add')
    .description('add an agent; the node makes and keeps a key for it')
    .requiredOption('--name <name>', 'in any script, at most 500 characters')
    .requiredOption('--kind <kind>', 'person, organisation or machine')
    .option('--responsible <agent>', 'who answers for a machine, by id or name')
    .option('--jurisdiction <code>', 'the law that it elects: AU, or AU-NSW (ISO 3166)')
    .option('--public-key <key>', 'of a key that the node never holds: z6Mk…')
    .option('--public-key-from <file>', 'the same, read from a key file');
  example(
    acting(adding, 'the agent').action(doing(terminal, add)),
    'webizen agent add --name Ada --kind person --jurisdiction AU',
    'webizen agent add --name "Build robot" --kind machine --responsible Ada',
  );
  const listing = noun
    .command('list')
    .description('every agent')
    .option('--kind <kind>', 'only persons, organisations or machines')
    .option('--unclaimed', 'only imported authors whom nobody has claimed');
  example(common(listing).action(doing(terminal, list)), 'webizen agent list');
  showing(noun, terminal, {
    description: 'one agent',
    argument: ['agent', 'id or name'],
    example: 'webizen agent show Ada',
    find: async (session, text) => session.client.agents.show(await session.agent(text)),
    text: agentText,
  });
  const naming = noun
    .command('name')
    .description('say what an agent is called: themselves, or whoever answers for them')
    .argument('<agent>', 'id or name')
    .argument('<name>', 'in any script, at most 500 characters');
  example(
    acting(naming, 'this act').action(doing(terminal, rename)),
    "webizen agent name Owner 'Ada Whitlam'",
  );
  const claiming = noun
    .command('claim')
    .description('an imported author turns out to be an agent: their lines are then theirs')
    .argument('<unclaimed>', 'the imported author, by id or name')
    .argument('<agent>', 'the agent, by id or name');
  example(
    acting(claiming, 'this act').action(
      doing(terminal, async (session, _, [from = '', to = '']) => {
        const body = {
          unclaimed: await unclaimedNamed(session, from),
          agent: await session.agent(to),
        };
        session.show(await session.client.agents.claim(body, await session.how()), agentText);
      }),
    ),
    'webizen agent claim agent_zzzzyyyyxxxxwwwwvvvv Ada',
  );
}
