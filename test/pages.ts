// Commands that stand in pages, run as a reader would run them: in a shell, with a node of its own.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Where the project is. */
export const project = fileURLToPath(new URL('..', import.meta.url));

/** A fenced block of a page. */
export interface Fence {
  readonly language: string;
  /** What stands behind the language: `sh serves` runs on, `sh fails` ends with a refusal. */
  readonly word: string | undefined;
  readonly text: string;
}

/** A block that is run, and the output that stands right below it, if any does. */
export interface Block {
  readonly title: string;
  readonly script: string;
  readonly word: string | undefined;
  readonly expected: string | undefined;
}

const FENCE = /^```(\w*)(?: (\w+))?\n([\s\S]*?)^```$/gm;

/** Every fenced block of a page. */
export const fencesOf = (markdown: string): readonly Fence[] =>
  [...markdown.matchAll(FENCE)].map(([, language = '', word, text = '']) => ({
    language,
    word,
    text,
  }));

/** The blocks of a page that are run: those marked `sh`. */
export function blocksOf(markdown: string): readonly Block[] {
  const all = [...markdown.matchAll(FENCE)];
  return all.flatMap((match, index) => {
    const [whole, language, word, script = ''] = match;
    if (language !== 'sh') return [];
    const next = all[index + 1];
    const between = markdown.slice(match.index + whole.length, next?.index).trim();
    const follows = next?.[1] === 'text' && between === '';
    return [
      { title: script.split('\n')[0] ?? '', script, word, expected: follows ? next[3] : undefined },
    ];
  });
}

/** Output fits when it is the same but for spaces at line ends; `…` stands for anything. */
export function patternOf(expected: string): RegExp {
  const lines = expected.trimEnd().split('\n');
  const escaped = lines.map((line) =>
    RegExp.escape(line.trimEnd()).replaceAll(RegExp.escape('…'), '[\\s\\S]*?'),
  );
  return new RegExp(`^${escaped.join('[ ]*\\n')}\\s*$`);
}

/** A scratch directory with a node of its own, and a shell in it that finds `webizen`. */
export class Reader {
  readonly folder = mkdtempSync(join(tmpdir(), 'webizen-pages-'));
  readonly env: NodeJS.ProcessEnv;
  readonly #cwd: string;

  /** @param cwd where commands run; the scratch directory unless said. */
  constructor(cwd?: string) {
    this.#cwd = cwd ?? this.folder;
    this.env = {
      ...process.env,
      PATH: [join(project, 'bin'), process.env['PATH']].join(delimiter),
      PROJECT: project,
      WEBIZEN_DATA: join(this.folder, 'node'),
      NO_COLOR: '1',
    };
    delete this.env['WEBIZEN_PASSPHRASE'];
  }

  /** Runs a program to its end. What it printed, errors and all, is in one text, in order. */
  run(program: string, args: readonly string[]): Promise<{ status: number | null; said: string }> {
    const all = ['-c', 'exec 2>&1; exec "$0" "$@"', program, ...args];
    const child = spawn('sh', all, { cwd: this.#cwd, env: this.env });
    child.stdin.end();
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, said }));
    });
  }

  /** Runs a block, and holds its output to what the page says. */
  async follow({ script, word, expected }: Block): Promise<void> {
    const { status, said } = await this.run('bash', ['--norc', '-euo', 'pipefail', '-c', script]);
    if (word === 'fails') expect(status, said).not.toBe(0);
    else expect(status, said).toBe(0);
    if (word !== 'fails') expect(said).not.toMatch(/What to do|Usage:/);
    if (expected !== undefined) expect(said).toMatch(patternOf(expected));
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
