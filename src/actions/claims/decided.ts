import type { Situation } from '../action.ts';
import { considerOpening } from '../releases/consider-opening.ts';

/**
 * A line of a release was decided: its acceptance, rejection, withdrawal or cancellation. An
 * opening that only waited for it happens now.
 */
export async function lineDecided(situation: Situation, release: string): Promise<void> {
  await considerOpening(situation, release, null);
}
