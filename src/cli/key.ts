import type { Command } from 'commander';
import { everyItem } from '../sdk/client.ts';
import { facts, table } from './print/table.ts';
import { said } from './print/text.ts';
import { alone, common, doing, example, say } from './session/session.ts';
import type { CommonOptions, Session } from './session/session.ts';
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
}
