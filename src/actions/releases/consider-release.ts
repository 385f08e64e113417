import { z } from 'zod';
import { action } from '../action.ts';
import { id } from '../shapes.ts';
import { showRelease } from '../works/show-work.ts';
import { considerOpening } from './consider-opening.ts';

/**
 * The day has come on which an opening waits no longer for lines that were handed in before. The
 * calendar's act, by the node's own agent; the opening follows from it.
 */
export const considerRelease = action({
  type: 'release.considered',
  internal: true,
  body: z.strictObject({ release: id }),
  async run({ body }, situation) {
    await considerOpening(situation, body.release, null);
  },
  answer: ({ body }, sight) => showRelease(sight, body.release),
});
