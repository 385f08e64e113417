import type { Command } from 'commander';
import { common, doing, example } from './session.ts';
import type { CommonOptions, Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** A command that shows one thing. */
interface Shown<T> {
  readonly description: string;
  /** What its argument is called, and what it may be. */
  readonly argument: readonly [name: string, what?: string];
  /** An option that belongs to a work: which of its releases is meant. */
  readonly release?: readonly [flags: string, what: string];
  readonly example: string;
  readonly find: (session: Session, text: string, release?: string) => Promise<T>;
  readonly text: (one: T) => string;
}

/** Adds `show` to a noun: one thing, by its id or its name. */
export function showing<T>(noun: Command, terminal: Terminal, shown: Shown<T>): void {
  const command = noun.command('show').description(shown.description);
  command.argument(`<${shown.argument[0]}>`, shown.argument[1] ?? '');
  if (shown.release !== undefined) command.option(...shown.release);
  example(
    common(command).action(
      doing<CommonOptions & { readonly release?: string }>(
        terminal,
        async (session, { release }, [text = '']) => {
          session.show(await shown.find(session, text, release), shown.text);
        },
      ),
    ),
    shown.example,
  );
}
