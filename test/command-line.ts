// The command line as people run it: a process of its own, in a data directory of its own.

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchDirectory } from './world.ts';

const program = fileURLToPath(new URL('../bin/webizen', import.meta.url));

/** What one command said. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Json = Record<string, unknown>;

/** A data directory, and commands on it. */
export class CommandLine {
  readonly folder = scratchDirectory();
  readonly data: string;
  readonly #env: Readonly<Record<string, string>>;

  constructor(env: Readonly<Record<string, string>> = {}) {
    this.data = join(this.folder, 'data');
    this.#env = env;
  }

  /** Starts a command and lets it run. */
  start(...args: string[]) {
    const env = { ...process.env, NO_COLOR: '1', ...this.#env, WEBIZEN_DATA: this.data };
    return spawn(program, args, { cwd: this.folder, env });
  }

  /** Runs a command to its end. */
  run(...args: string[]): Promise<Said> {
    const child = this.start(...args);
    child.stdin.end();
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  }

  /** What a command prints; it must be done. */
  async text(...args: string[]): Promise<string> {
    const { status, stdout, stderr } = await this.run(...args);
    if (status !== 0 || stderr !== '') throw new Error(`${args.join(' ')}: ${status} ${stderr}`);
    return stdout;
  }

  /** The one object that a command prints with `--json`; it must be done. */
  async json(...args: string[]): Promise<Json> {
    return JSON.parse(await this.text(...args, '--json')) as Json;
  }

  /** The problem that a command prints with `--json`, and its exit status. */
  async refused(...args: string[]): Promise<Json> {
    const { status, stdout, stderr } = await this.run(...args, '--json');
    if (status === 0 || stdout !== '') throw new Error(`${args.join(' ')} was done: ${stdout}`);
    return { ...(JSON.parse(stderr) as Json), exit: status };
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
