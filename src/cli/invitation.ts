import type { Command } from 'commander';
import { refuse } from '../domain/refusals.ts';
import { Problem } from '../sdk/client.ts';
import type { Client } from '../sdk/client.ts';
import { unclaimedNamed } from './agent.ts';
import { facts, paragraphs, table } from './print/table.ts';
import { said } from './print/text.ts';
import { addressOf, AT } from './session/address.ts';
import { acting, common, doing, example, signing, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';
import { workNamed } from './session/work-named.ts';

type Invitation = Awaited<ReturnType<Client['invitations']['make']>>;
type Link = Awaited<ReturnType<Client['doors']['makeLink']>>;

const ROLES: readonly Invitation['role'][] = ['contributor', 'signatory', 'reviewer', 'payer'];

const invitationText = (one: Invitation): string =>
  facts([
    ['invitation', one.id],
    ['to work', one.work],
    ['release', one.release],
    ['as', one.role],
    ['for', one.unclaimed === null ? undefined : said(one.unclaimed.name)],
    ['made by', said(one.madeBy.name)],
    ['on', one.madeAt],
    ['expires', one.expiresAt],
    ['status', one.status],
    ['joined', one.joinedBy === null ? undefined : said(one.joinedBy.name)],
  ]);

interface MakeOptions extends ActingOptions {
  readonly role: string;
  readonly for?: string;
  readonly expires: string;
  readonly release?: string;
  readonly at?: string;
}

const DAY_MS = 86_400_000;

/** `7d` from now, the end of a day, or an instant; whether there is one, the node says. */
function expiryOf(text: string, now: Date): string {
  const [, days] = /^(\d{1,4})d$/.exec(text.trim()) ?? [];
  if (days !== undefined) return new Date(now.getTime() + Number(days) * DAY_MS).toISOString();
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T23:59:59Z`;
  return /^\d{4}-\d\d-\d\dT.+Z$/.test(text)
    ? text
    : wrong('--expires', text, '7d, 2026-06-08, or an instant such as 2026-06-08T09:00:00Z');
}

function roleOf(text: string): Invitation['role'] {
  return ROLES.find((one) => one === text) ?? wrong('--role', text, ROLES.join(', '));
}

async function make(
  session: Session,
  options: MakeOptions,
  [text = '']: readonly string[],
): Promise<void> {
  const { invitations } = session.client;
  const role = roleOf(options.role);
  const expiresAt = expiryOf(options.expires, session.terminal.clock());
  const whose = options.for === undefined ? undefined : await unclaimedNamed(session, options.for);
  const release =
    options.release === undefined
      ? undefined
      : (await workNamed(session, text, options.release)).release.id;
  const work = await session.work(text);
  // Before it is made, as its code is told once only.
  const address = await addressOf(session, options.at);
  const code = invitations.newCode();
  const body = { code, work, release, unclaimed: whose, role, expiresAt };
  const made = await invitations.make(body, await session.how());
  const url = `${address}/app/join#${code}`;
  session.show({ ...made, url }, (one) =>
    paragraphs(
      invitationText(one),
      `Whoever opens this link first joins by it:\n\n  ${url}`,
      'It is told here alone: the node keeps a hash of its code. To take it back:\n' +
        `webizen invitation revoke ${one.id}`,
    ),
  );
}

/** An invitation by its id, or by its link or code while it waits. */
async function invitationNamed({ client }: Session, text: string): Promise<Invitation> {
  const { invitations, record } = client;
  const id = /^inv_[a-z2-7]{20}$/.test(text)
    ? text
    : (await invitations.show(text.slice(text.indexOf('#') + 1))).id;
  const found = (await invitations.list(await workOf(record, id))).items;
  return found.find((one) => one.id === id) ?? refuse('invitation-unknown');
}

/** The work that an invitation is to: the act that made it says so. */
async function workOf(record: Client['record'], id: string): Promise<string> {
  try {
    const { act } = await record.act('invitation.made', id);
    return (act.body as { readonly work: string }).work;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return refuse('invitation-unknown');
    throw error;
  }
}

function making(noun: Command, terminal: Terminal): void {
  const command = noun
    .command('make')
    .description('invite one person to a work, by a link that is told once')
    .argument('<work>', 'id or title')
    .option('--role <role>', `what they will be: ${ROLES.join(', ')}`, 'contributor')
    .option('--for <author>', 'whose lines are then theirs: an imported author, by id or name')
    .option('--expires <when>', '7d, a day through its end (UTC), or an instant', '7d')
    .option('--release <release>', 'number or id, where it is to one release')
    .option(...AT);
  example(
    signing(command).action(doing(terminal, make)),
    'webizen invitation make "Garden Almanac" --role signatory --expires 30d',
    'webizen invitation make "Garden Almanac" --for "Ada L." --at https://garden.example:4443',
  );
}

/** `webizen invitation …` */
export function invitation(program: Command, terminal: Terminal): void {
  const noun = program.command('invitation').description('links by which people join a work');
  making(noun, terminal);
  const listing = noun
    .command('list')
    .description('the invitations to a work, and what became of them')
    .argument('<work>', 'id or title');
  example(
    common(listing).action(
      doing(terminal, async (session, _, [text = '']) => {
        const found = await session.client.invitations.list(await session.work(text));
        session.show(found, ({ items }) => listText(items));
      }),
    ),
    'webizen invitation list "Garden Almanac"',
  );
  showing(noun, terminal, {
    description: 'one invitation',
    argument: ['invitation', 'its id; or, while it waits, its link'],
    example: 'webizen invitation show inv_aaaabbbbccccddddeeee',
    find: invitationNamed,
    text: invitationText,
  });
  const revoking = noun
    .command('revoke')
    .description('take an invitation back before anybody has joined by it')
    .argument('<invitation>', 'its id; or, while it waits, its link');
  example(
    acting(revoking, 'this act').action(
      doing<ActingOptions>(terminal, async (session, _, [text = '']) => {
        const isId = text.startsWith('inv_');
        const id = isId ? text : (await invitationNamed(session, text)).id;
        const how = await session.how();
        session.show(await session.client.invitations.revoke(id, how), invitationText);
      }),
    ),
    'webizen invitation revoke inv_aaaabbbbccccddddeeee',
  );
}

const listText = (items: readonly Invitation[]): string =>
  items.length === 0
    ? 'No invitation yet.'
    : table(items, [
        { title: 'invitation', of: (one) => one.id },
        { title: 'as', of: (one) => one.role },
        { title: 'for', of: (one) => (one.unclaimed === null ? '–' : said(one.unclaimed.name)) },
        { title: 'expires', of: (one) => one.expiresAt },
        { title: 'status', of: (one) => one.status },
        { title: 'joined', of: (one) => (one.joinedBy === null ? '–' : said(one.joinedBy.name)) },
      ]);

interface LinkOptions extends CommonOptions {
  readonly at?: string;
}

async function link(
  session: Session,
  { at }: LinkOptions,
  [text]: readonly string[],
): Promise<void> {
  const address = await addressOf(session, at);
  const agent = text === undefined ? undefined : await session.agent(text);
  const made = await session.client.doors.makeLink(agent);
  session.show({ ...made, url: `${address}/app/enter#${made.code}` }, linkText);
}

const linkText = ({ url, agent, expiresAt }: Link): string =>
  `This link lets ${agent} in, once, until ${expiresAt}:\n\n  ${url}`;

/** `webizen session …` */
export function session(program: Command, terminal: Terminal): void {
  const noun = program.command('session').description('ways into the app of the node');
  const linking = noun
    .command('link')
    .description('print a link that lets its agent in, once, within half an hour')
    .argument('[agent]', 'by id or name (the owner of the node)')
    .option(...AT);
  example(
    common(linking).action(doing(terminal, link)),
    'webizen session link',
    'webizen session link Ada --at https://garden.example:4443',
  );
}
