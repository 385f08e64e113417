import { spawn } from 'node:child_process';

/** What a finished git says beside its output. */
export interface GitResult {
  readonly status: number;
  readonly errors: string;
  /** True where there is no git to start. */
  readonly missing: boolean;
}

/** A git that runs. Its output waits until somebody takes it. */
export interface GitProcess {
  /** Hands on all output, past and future, as text of one character a byte. */
  readonly take: (taker: (text: string) => void) => void;
  readonly done: Promise<GitResult>;
  readonly stop: () => void;
}

/**
 * Starts git in a folder. It writes nothing there, fetches nothing, and runs nothing that the
 * repository's own configuration names. Imports nothing but Node, as it is started first of all.
 */
export function startGit(path: string, args: readonly string[]): GitProcess {
  const all = ['-C', path, ...harmless, ...args];
  const child = spawn('git', all, { stdio: ['ignore', 'pipe', 'pipe'], env: gitEnvironment() });
  const waiting: string[] = [];
  let errors = '';
  let give = (text: string): void => void waiting.push(text);
  child.stdout.on('data', (chunk: Buffer) => give(chunk.toString('latin1')));
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < errorTextMost) errors += chunk.toString('utf8');
  });
  const done = new Promise<GitResult>((finish) => {
    child.on('error', () => finish({ status: 1, errors, missing: child.pid === undefined }));
    child.on('close', (status) => finish({ status: status ?? 1, errors, missing: false }));
  });
  return {
    take: (taker) => {
      for (const text of waiting.splice(0)) taker(text);
      give = taker;
    },
    done,
    stop: () => void child.kill(),
  };
}

const errorTextMost = 10_000;

/**
 * The arguments of `git log` for the fields that are asked for, U+0001 between them and NUL after
 * the last: author date, with `lines` its zone and the commit's hash, then address and name after
 * mailmap.
 */
export function logArguments(fields: 'hours' | 'lines', revision: readonly string[]): string[] {
  const format = fields === 'hours' ? '%at%x01%aE%x01%aN' : '%at%x01%ad%x01%H%x01%aE%x01%aN';
  const date = fields === 'hours' ? [] : ['--date=format:%z'];
  return ['log', '-z', `--format=${format}`, ...date, ...plainLog, ...revision];
}

const plainLog = ['--encoding=UTF-8', '--no-show-signature', '--no-notes', '--no-color'];

/**
 * Settings of the repository that could start a program or reach out are switched off, and for this
 * one read its owner may be somebody else: what git protects from then cannot happen.
 */
const harmless = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'protocol.allow=never',
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

/** Variables of git that say where its own programs and settings are; all others are dropped. */
const keptVariables = new Set([
  'GIT_CEILING_DIRECTORIES',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CONFIG_SYSTEM',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  'GIT_EXEC_PATH',
]);

const gitEnvironment = (): Record<string, string | undefined> => {
  const environment: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!name.startsWith('GIT_') || keptVariables.has(name)) environment[name] = value;
  }
  environment['LC_ALL'] = 'C';
  // Without this git flushes a pipe after every commit, which doubles the time of the read.
  environment['GIT_FLUSH'] = '0';
  environment['GIT_NO_LAZY_FETCH'] = '1';
  environment['GIT_OPTIONAL_LOCKS'] = '0';
  environment['GIT_TERMINAL_PROMPT'] = '0';
  return environment;
};
