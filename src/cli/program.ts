import { Command, Help, Option } from 'commander';
import type { Terminal } from './session/terminal.ts';

type Define = (program: Command, terminal: Terminal) => void;

/** Every noun and verb at the top, with what its help says, and the file that defines it. */
const parts: Readonly<Record<string, readonly [summary: string, () => Promise<Define>]>> = {
  start: ['serve a node on this machine', async () => (await import('./start.ts')).start],
  try: ['a first look at any git repository, which leaves nothing behind', async () => tryStub],
  agent: ['people, organisations and machines', async () => (await import('./agent.ts')).agent],
  work: ['useful things that people make', async () => (await import('./work.ts')).work],
  release: ['versions of a work', async () => (await import('./work.ts')).release],
  agreement: [
    'what the contributors of a work sign',
    async () => (await import('./agreement.ts')).agreement,
  ],
  contribution: [
    'what people put in',
    async () => (await import('./contribution.ts')).contribution,
  ],
  invitation: [
    'links by which people join a work',
    async () => (await import('./invitation.ts')).invitation,
  ],
  quote: [
    'what an organisation would pay, and until when',
    async () => (await import('./quote.ts')).quote,
  ],
  payment: ['money in', async () => (await import('./payment.ts')).payment],
  payout: ['money out to people', async () => (await import('./payout.ts')).payout],
  statement: [
    'what one agent gave, earned and is owed',
    async () => (await import('./payout.ts')).statement,
  ],
  kind: ['kinds of contribution', async () => (await import('./kind.ts')).kind],
  currency: ['whatever is counted', async () => (await import('./kind.ts')).currency],
  classification: [
    'rows of the rate tables',
    async () => (await import('./kind.ts')).classification,
  ],
  ledger: ['the double-entry books', async () => (await import('./ledger.ts')).ledger],
  record: ['every act, in order, and its proof', async () => (await import('./record.ts')).record],
  act: ['acts as they were signed', async () => (await import('./record.ts')).act],
  node: ['the node itself: check, export, import', async () => (await import('./node.ts')).node],
  session: ['ways into the app of the node', async () => (await import('./invitation.ts')).session],
  key: ['keys that the node never holds', async () => (await import('./key.ts')).key],
};

/** `try` has a way of its own, in `main.ts`; here it only stands in the list. */
const tryStub: Define = (program) => {
  program.command('try <source>').description(parts['try']?.[0] ?? '');
};

const STORY = `
For example:
  webizen start
  webizen try .
  webizen work add --title "Garden Almanac" --currency AUD
  webizen agreement draft "Garden Almanac" --preset award

Exit status: 0 done, 1 refused, 2 not understood, 3 trouble of the node or the disk, 4 not found.
Data: --data DIR, or WEBIZEN_DATA, or the usual place of the platform.`;

/** Whether a word names something at the top. */
export const isNoun = (word: string): boolean => Object.hasOwn(parts, word);

/**
 * The program with the commands that the first word asks for: whole where it names one, otherwise
 * all of them. Only what is asked for is loaded. `complain` takes what is said of a command that
 * is not understood; it goes to the error stream where none is given.
 */
export async function programFor(
  terminal: Terminal,
  version: string,
  first?: string,
  complain: (text: string) => void = (text) => void terminal.stderr.write(text),
): Promise<Command> {
  const program = new Command('webizen')
    .description(
      'A node you own: agree what work is worth, contribute, get paid until it is square; ' +
        'then it is open to everyone.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'show help')
    .option('--json', 'print one JSON object')
    .option('--data <dir>', 'the data directory of the node (or WEBIZEN_DATA)')
    .helpCommand(false)
    .enablePositionalOptions()
    .showHelpAfterError('(add --help to see what it takes)')
    .configureHelp({ subcommandTerm: termOf })
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: complain,
    })
    .exitOverride();
  program.addHelpText('after', STORY);
  const asked = first !== undefined && isNoun(first) ? first : undefined;
  for (const [name, [summary, load]] of Object.entries(parts)) {
    if (asked === undefined || asked === name) (await load())(program, terminal);
    else program.command(name).description(summary);
  }
  for (const noun of program.commands) {
    const [verb] = noun.commands;
    const line = `\nWith examples: webizen ${noun.name()} ${verb?.name() ?? ''} --help`;
    if (verb === undefined) continue;
    noun.addHelpText('after', line);
    // Before the verb they mean the same as after it.
    noun.addOption(new Option('--json').hideHelp());
    noun.addOption(new Option('--data <dir>').hideHelp());
  }
  return inherited(program);
}

/** A noun stands for its verbs alone; a verb shows what it takes. */
const termOf = (command: Command): string =>
  command.commands.length > 0 ? command.name() : new Help().subcommandTerm(command);

/** Subcommands answer, end and help as the program does. */
function inherited(command: Command): Command {
  for (const inner of command.commands) {
    inner.copyInheritedSettings(command).helpCommand(false);
    inherited(inner);
  }
  return command;
}
