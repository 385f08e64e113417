import type { z } from 'zod';
import { versionsOf } from '../../store/agreements.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import type { agreementBrief } from '../works/answers.ts';
import { showVersion } from './show-agreement.ts';

/** The newest version of a work's agreement, in short, or null where nobody has drafted one. */
export async function agreementBriefOf(
  sight: Sight,
  work: StoredWork,
): Promise<z.infer<typeof agreementBrief> | null> {
  const newest = (await versionsOf(sight.tx, work.id)).at(-1);
  if (newest === undefined) return null;
  const { id, version, preset, signed, unsigned } = await showVersion(sight, newest.id);
  return {
    id,
    version,
    preset,
    signed: signed.map(({ agent, name }) => ({ agent, name })),
    unsigned,
  };
}
