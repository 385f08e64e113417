/** Where progress is written, and whether a person watches it. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
}

/** What the command is given of the world. */
export interface TryIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
  readonly now: Date;
  readonly cwd: string;
}

/** Told how a read comes along. */
export interface Progress {
  readonly commit: () => void;
  readonly bytes: (read: number, total: number) => void;
  /** Clears what was shown, where that can be done. */
  readonly end: () => void;
}

const commitsBetween = 20_000;
const longFileBytes = 4_000_000;

/**
 * Shows progress of a read that takes a while: in place on a terminal, else a line now and then for
 * large files. `always` shows it for small ones too.
 */
export function progressOn(stream: ProgressStream, source: string, always: boolean): Progress {
  const inPlace = stream.isTTY === true;
  let commits = 0;
  let tenths = 0;
  let shown = false;
  const show = (text: string): void => {
    shown = true;
    stream.write(inPlace ? `\r${text}\u001b[K` : `${text}\n`);
  };
  const far = (): string => `${commits.toLocaleString('en-GB')} commits`;
  return {
    commit: () => {
      commits += 1;
      if (tenths === 0 && commits % commitsBetween === 0 && (inPlace || always)) {
        show(`Reading ${source}: ${far()}`);
      }
    },
    bytes: (read, total) => {
      const reached = Math.floor((read * 10) / Math.max(total, 1));
      if (reached === tenths || (!always && total < longFileBytes)) return;
      tenths = reached;
      if (inPlace || reached % 2 === 0) show(`Reading ${source}: ${reached * 10} %, ${far()}`);
    },
    end: () => {
      if (shown && inPlace) stream.write('\r\u001b[K');
      else if (always) stream.write(`Read ${source}: ${far()}\n`);
    },
  };
}
