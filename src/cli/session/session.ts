import { Command } from 'commander';
import { refuse } from '../../domain/refusals.ts';
import type { Client, How } from '../../sdk/client.ts';
import { connect } from './connection.ts';
import type { Connection } from './connection.ts';
import { dataDirectory } from './data-directory.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly data?: string;
}

/** Options of commands that act. */
export interface ActingOptions extends CommonOptions {
  readonly by?: string;
  readonly key?: string;
  readonly id?: string;
}

/** One run of one command: a client of the node, and a way to say what came of it. */
export interface Session {
  readonly client: Client;
  readonly terminal: Terminal;
  readonly data: string;
  readonly json: boolean;
  /** Prints the thing itself: one JSON object, or text for people. */
  show<T>(value: T, text: (value: T) => string): void;
  /** Says something on the error stream, for people only. */
  note(text: string): void;
  /** The id of an agent who is named by id or by name. */
  agent(text: string): Promise<string>;
  /** The id of a work that is named by id or by title. */
  work(text: string): Promise<string>;
  /** Who acts, under which id, with whose signature. */
  how(): Promise<How>;
}

type Handler<O> = (session: Session, options: O, args: readonly string[]) => Promise<void>;

/** What commander calls: opens a session, does the thing, closes the session whatever happened. */
export function doing<O extends CommonOptions>(terminal: Terminal, handler: Handler<O>) {
  return async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1);
    if (!(command instanceof Command)) throw new Error('Commander gives the command last.');
    const options = command.optsWithGlobals<O & ActingOptions>();
    const args = command.processedArgs.flat().filter((one) => typeof one === 'string');
    const data = dataDirectory(options.data, terminal);
    const connection = await connect(data, terminal);
    try {
      await handler(sessionOn(connection, { data, terminal, options }), options, args);
    } finally {
      await connection.close();
    }
  };
}

/** As `doing`, for commands that need no node. */
export function alone<O extends CommonOptions>(
  handler: (options: O, args: readonly string[], data: (given?: string) => string) => Promise<void>,
  terminal: Terminal,
) {
  return async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1);
    if (!(command instanceof Command)) throw new Error('Commander gives the command last.');
    const args = command.processedArgs.flat().filter((one) => typeof one === 'string');
    const options = command.optsWithGlobals<O>();
    await handler(options, args, (text) => dataDirectory(text ?? options.data, terminal));
  };
}

function sessionOn(
  { client }: Connection,
  given: {
    readonly data: string;
    readonly terminal: Terminal;
    readonly options: ActingOptions;
  },
): Session {
  const { data, terminal, options } = given;
  const json = options.json === true;
  const agent = (text: string): Promise<string> => client.names.resolve('agent', text);
  return {
    client,
    terminal,
    data,
    json,
    show: (value, text) => say(terminal, json, value, text),
    note: (text) => {
      if (!json) terminal.stderr.write(`${text}\n`);
    },
    agent,
    work: (text) => client.names.resolve('work', text),
    how: async () => ({
      id: options.id,
      by: options.by === undefined ? undefined : await agent(options.by),
      signer: options.key === undefined ? undefined : await signerOf(options.key, terminal),
    }),
  };
}

/** Prints a thing on standard output: one JSON object, or text for people. */
export function say<T>(
  terminal: Terminal,
  json: boolean,
  value: T,
  text: (value: T) => string,
): void {
  terminal.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`);
}

async function signerOf(file: string, terminal: Terminal): Promise<How['signer']> {
  const { readSigner } = await import('./key-files.ts');
  return readSigner(file, terminal);
}

/** `--json` and `--data`. */
export const common = (command: Command): Command =>
  command
    .option('--json', 'print one JSON object')
    .option('--data <dir>', 'the data directory of the node (or WEBIZEN_DATA)');

const signed = (command: Command): Command =>
  command
    .option('--by <agent>', 'who acts, by id or name (the owner of the node)')
    .option('--key <file>', 'sign with a key file that the node never holds');

/** `--by` and `--key`, beside the common ones: what is told once has no retry. */
export const signing = (command: Command): Command => common(signed(command));

/** `--by`, `--key` and `--id`, beside the common ones. */
export const acting = (command: Command, made: string): Command =>
  common(
    signed(command).option('--id <key>', `the id of ${made}; a retry with the same id is safe`),
  );

/** An example for the end of a help text. */
export const example = (command: Command, ...lines: readonly string[]): Command =>
  command.addHelpText('after', `\nFor example:\n${lines.map((line) => `  ${line}`).join('\n')}`);

/** Refuses `option-malformed`. */
export const wrong = (option: string, text: string, what: string): never =>
  refuse('option-malformed', { option, text: text.slice(0, 100), what });
