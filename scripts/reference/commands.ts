import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { page } from './page.ts';

const run = promisify(execFile);
const main = new URL('../../src/cli/main.ts', import.meta.url);
const webizen = fileURLToPath(new URL('../../bin/webizen', import.meta.url));

const intro = `What \`webizen COMMAND --help\` says, for every command. In a clone the program is
\`bin/webizen\`.`;

interface Command {
  readonly path: readonly string[];
  readonly help: string;
  readonly inside: readonly Command[];
}

/** Every command with its help, as the program itself gives it. */
export async function commandsPage(): Promise<string> {
  if (!existsSync(main)) return page('Commands', [intro]);
  const program = await commandAt([]);
  return page('Commands', [intro, ...described(program)]);
}

async function commandAt(path: readonly string[]): Promise<Command> {
  const help = await helpOf(path);
  const inside: Command[] = [];
  for (const name of namesInside(help)) inside.push(await commandAt([...path, name]));
  return { path, help, inside };
}

async function helpOf(path: readonly string[]): Promise<string> {
  const env = { ...process.env, COLUMNS: '100', NO_COLOR: '1' };
  const { stdout } = await run(webizen, [...path, '--help'], { env });
  return stdout.trimEnd();
}

/** The subcommands in a help text: what its list of commands names first on each line. */
function namesInside(help: string): readonly string[] {
  const names: string[] = [];
  let isList = false;
  for (const line of help.split('\n')) {
    if (/^\S/.test(line)) isList = /commands:$/i.test(line);
    const name = /^ {2}([a-z][a-z-]*)/.exec(line)?.[1];
    if (isList && name !== undefined && name !== 'help') names.push(name);
  }
  return names;
}

function described({ path, help, inside }: Command): readonly string[] {
  const title = ['webizen', ...path].join(' ');
  const level = '#'.repeat(Math.min(path.length, 2) + 2);
  const here = `${level} ${title}\n\n\`\`\`text\n${help}\n\`\`\``;
  return [here, ...inside.flatMap(described)];
}
