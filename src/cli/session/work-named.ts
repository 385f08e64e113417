import { createHash } from 'node:crypto';
import { ID_BYTES, idOf } from '../../domain/agents/id.ts';
import type { IdPrefix } from '../../domain/agents/id.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Client } from '../../sdk/client.ts';
import type { Session } from './session.ts';

export type Work = Awaited<ReturnType<Client['works']['show']>>;

/**
 * A work and its release that a command means: the newest that is not open, or what `--release`
 * says, a number or an id.
 */
export async function workNamed(session: Session, text: string, release?: string): Promise<Work> {
  const id = await session.work(text);
  const work = await session.client.works.show(id);
  if (release === undefined) return work;
  const found = work.releases.find((one) => one.id === release || String(one.number) === release);
  if (found === undefined) return refuse('release-unknown', { work: work.title, release });
  return found.id === work.release.id ? work : session.client.works.show(id, { release: found.id });
}

/** An id that follows from others, so that the same command with the same `--id` says the same. */
export const idFrom = (prefix: IdPrefix, ...parts: readonly string[]): string =>
  idOf(
    prefix,
    createHash('sha256').update(parts.join('\n')).digest().subarray(0, Math.max(ID_BYTES, 16)),
  );

/** `50 AUD`, or `50` in the currency that is meant where none is named. */
export function moneyOf(text: string, currency: string): { amount: string; currency: string } {
  const [, amount = text.trim(), code = currency] = /^\s*(\S+)\s+(\S+)\s*$/.exec(text) ?? [];
  return { amount, currency: code };
}
