import type { Command } from 'commander';
import { refuse } from '../domain/refusals.ts';
import { beyondOf, beyondWords } from './beyond.ts';
import type { BeyondAsked } from './beyond.ts';
import { connect, openHere, runningNode } from './session/connection.ts';
import { alone, common, example, wrong } from './session/session.ts';
import type { CommonOptions } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

interface StartOptions extends CommonOptions, BeyondAsked {
  readonly port?: string;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  return port < 65_536 ? port : wrong('--port', text, 'a number from 0 to 65535');
}

/** Serves until somebody says stop: Ctrl-C, or the system. */
async function serveUntilStopped(
  { port = '', json, ...asking }: StartOptions,
  data: string,
  terminal: Terminal,
): Promise<void> {
  const { serve, DEFAULT_PORT } = await import('../http/serve.ts');
  const asked = port === '' ? DEFAULT_PORT : portOf(port);
  const already = await runningNode(data);
  if (already !== undefined) {
    const { url, pid } = already;
    const isElsewhere = port !== '' && asked !== 0 && asked !== Number(new URL(url).port);
    if (isElsewhere) refuse('data-in-use', { path: `${data}, at ${url}` });
    const { client } = await connect(data, terminal);
    const { url: link } = await client.doors.makeLink();
    const words = `This node runs already, at ${url} (process ${pid}).`;
    const line = `${words}\n\n${linkWords(link)}\n\nIts data are in ${data}`;
    terminal.stdout.write(`${json === true ? JSON.stringify({ ...already, data, link }) : line}\n`);
    return;
  }
  // Before anybody is told the address: who is told may say stop at once.
  const stopped = stopSignal();
  const node = await openHere(data, terminal);
  try {
    const log = (line: string): unknown => terminal.stderr.write(`${line}\n`);
    const beyond = await beyondOf(asking, data, terminal);
    const serving = await serve(node, {
      dataDir: data,
      port: asked,
      log: (line) => void log(line),
      ...(beyond === undefined ? {} : { beyond }),
    });
    const { code } = await node.doorkeeper.makeLink(node.owner);
    const link = `${serving.url}/app/enter#${code}`;
    const about = { url: serving.url, pid: process.pid, data, node: node.id, link };
    const said = {
      ...about,
      ...(beyond === undefined
        ? {}
        : { beyond: serving.beyond, fingerprint: beyond.certificate.fingerprint }),
    };
    const outside = beyondWords(serving.beyond, beyond);
    const words = startWords({ url: serving.url, data, link, outside });
    terminal.stdout.write(`${json === true ? JSON.stringify(said) : words}\n`);
    const signal = await stopped;
    if (json !== true) terminal.stdout.write(`Stopping (${signal}) …\n`);
    await serving.stop();
  } finally {
    await node.close();
  }
  if (json !== true) terminal.stdout.write('Stopped. Everything is on disk.\n');
}

interface Started {
  readonly url: string;
  readonly data: string;
  readonly link: string;
  /** Where others reach it, in words; empty where only this machine does. */
  readonly outside: string;
}

/** What somebody needs who has just started a node: how to come in first, then where it is. */
const startWords = ({ url, data, link, outside }: Started): string =>
  `The node runs at ${url}\n\n${linkWords(link)}\n\n${outside === '' ? '' : `${outside}\n`}` +
  `Its data are in ${data}\n` +
  'Ctrl-C stops it. Everything that was entered is on the disk by then.';

const linkWords = (link: string): string =>
  `To come in, open this link in a browser of this computer:\n\n  ${link}\n\n` +
  'It works once, within half an hour. Starting again, in another terminal, prints a new one.';

/** The first signal to stop. A second one ends the process at once, which loses nothing either. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(signal));
    }
  });
}

/** `webizen start` */
export function start(program: Command, terminal: Terminal): void {
  const command = program
    .command('start')
    .description('serve a node on this machine; the first start makes it, with its owner')
    .option('--port <number>', 'the port on localhost; 0 takes any that is free (4410)')
    .option('--host <address>', 'serve beyond this machine too, over HTTPS: 0.0.0.0, say')
    .option('--https-port <number>', 'the port beyond this machine (4443)')
    .option('--name <name...>', 'a name under which others reach it there')
    .option('--cert <file>', 'a certificate for these names, PEM; the node makes one otherwise')
    .option('--key-file <file>', 'its private key, PEM');
  example(
    common(command).action(
      alone<StartOptions>(
        (options, _, data) => serveUntilStopped(options, data(), terminal),
        terminal,
      ),
    ),
    'webizen start',
    'webizen start --port 0 --data ./garden',
    'webizen start --host 0.0.0.0 --name garden.example',
  );
}
