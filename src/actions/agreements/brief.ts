import type { z } from 'zod';
import { governingHash, versionsOf } from '../../store/agreements.ts';
import type { StoredWork } from '../../store/works.ts';
import type { Sight } from '../action.ts';
import type { agreementBrief } from '../works/answers.ts';
import { showVersion } from './show-agreement.ts';

type Brief = z.infer<typeof agreementBrief>;

/** The newest version of a work's agreement, in short, or null where nobody has drafted one. */
export async function agreementBriefOf(sight: Sight, work: StoredWork): Promise<Brief | null> {
  const newest = (await versionsOf(sight.tx, work.id)).at(-1);
  return newest === undefined ? null : briefOf(sight, newest.id);
}

/** The version that governs a release, in short, or null before one is in force. */
export async function governingBriefOf(sight: Sight, release: string): Promise<Brief | null> {
  const governing = await governingHash(sight.tx, release);
  return governing === undefined ? null : briefOf(sight, governing.id);
}

async function briefOf(sight: Sight, agreement: string): Promise<Brief> {
  const { id, version, preset, signed, unsigned } = await showVersion(sight, agreement);
  return {
    id,
    version,
    preset,
    signed: signed.map(({ agent, name }) => ({ agent, name })),
    unsigned,
  };
}
