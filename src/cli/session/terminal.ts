import type { Writable } from 'node:stream';

/** What a command is given of the world. */
export interface Terminal {
  readonly stdout: Pick<Writable, 'write'>;
  readonly stderr: Pick<Writable, 'write'> & { readonly isTTY?: boolean | undefined };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly platform: string;
  readonly clock: () => Date;
}

/** Exit statuses: what a script can tell apart. */
export const EXIT = { done: 0, refused: 1, usage: 2, trouble: 3, unknown: 4 } as const;
