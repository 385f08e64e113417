import type { Command } from 'commander';
import { facts } from './print/table.ts';
import { alone, common, example, say } from './session/session.ts';
import type { CommonOptions } from './session/session.ts';
import type { Terminal } from './session/terminal.ts';

/** `webizen key …` */
export function key(program: Command, terminal: Terminal): void {
  const noun = program.command('key').description('keys that the node never holds');
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
