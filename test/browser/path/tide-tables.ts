// A node with one work whose currency no table quotes, and its agreement signed.

import { emptyNode } from '../almanac-node.ts';
import type { AlmanacNode } from '../almanac-node.ts';

/** A node with one work. */
export interface TideTables extends AlmanacNode {
  /** The id of the work. */
  readonly work: string;
}

/** Starts a node with the work "Tide Tables", in dinars of Kuwait, under a preset as it is. */
export async function tideTables(preset: string): Promise<TideTables> {
  const node = await emptyNode();
  const { works, agreements } = node.client;
  const added = await works.add({ title: 'Tide Tables', kind: 'data', currency: 'KWD' });
  const place = { work: added.id, release: added.release.id, preset, terms: {} };
  const { id, termsHash, textHash } = await agreements.draft(place);
  await agreements.sign({ agreement: id, termsHash, textHash });
  return { ...node, work: added.id };
}
