import { refuse } from '../../domain/refusals.ts';
import type { Tx } from '../../store/engine.ts';
import { findRelease } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import { findWork } from '../../store/works.ts';
import type { StoredWork } from '../../store/works.ts';

/**
 * The work of an id.
 *
 * @throws Refusal work-unknown
 */
export async function knownWork(tx: Tx, id: string): Promise<StoredWork> {
  return (await findWork(tx, id)) ?? refuse('work-unknown', { id });
}

/**
 * The release of an id.
 *
 * @throws Refusal release-id-unknown
 */
export async function knownRelease(tx: Tx, id: string): Promise<StoredRelease> {
  return (await findRelease(tx, id)) ?? refuse('release-id-unknown', { id });
}

/**
 * A work and one of its releases.
 *
 * @throws Refusal work-unknown, release-id-unknown, release-elsewhere
 */
export async function workAndRelease(
  tx: Tx,
  ids: { readonly work: string; readonly release: string },
): Promise<{ work: StoredWork; release: StoredRelease }> {
  const work = await knownWork(tx, ids.work);
  const release = await knownRelease(tx, ids.release);
  if (release.work !== work.id) refuse('release-elsewhere', { release: release.id, work: work.id });
  return { work, release };
}

/**
 * A work and one of its releases that still takes contributions and payments.
 *
 * @throws Refusal work-unknown, release-id-unknown, release-elsewhere, already-open
 */
export async function workAndOwingRelease(
  tx: Tx,
  ids: { readonly work: string; readonly release: string },
): Promise<{ work: StoredWork; release: StoredRelease }> {
  const found = await workAndRelease(tx, ids);
  if (found.release.status === 'open') refuse('already-open', { release: ids.release });
  return found;
}
