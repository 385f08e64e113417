import { z } from 'zod';
import type { StoredAgent } from '../../../store/agents.ts';
import type { ImportedRow } from '../../../store/contributions.ts';
import { day, decimal, id, money, sha256Hex, text } from '../../shapes.ts';

/** An author as the source names them; their address never comes here, only its hash. */
export const importedAuthor = z.strictObject({
  /** The agent that is made where the author is unknown; or the agent who they are. */
  id,
  /** `authorIdentity` of the node and of what the source knows them by. */
  identity: sha256Hex,
  name: text,
  bot: z.boolean().optional(),
});

export const importedLine = z.strictObject({
  /** The contribution that is made of it. */
  id,
  /** The line of the source, from 1. */
  line: z.number().int().min(1).optional(),
  /** What stays the same when the line changes. */
  key: z.string().min(1).max(300),
  /** What changes when the line does. */
  contentHash: z.string().min(1).max(128),
  /** The identity of its author. */
  author: sha256Hex,
  kind: z.string().max(200),
  quantity: decimal,
  unit: z.string().max(40),
  from: day,
  to: day,
  what: text.optional(),
  classification: z.string().max(500).optional(),
  rate: money.optional(),
  evidence: z.array(text).max(100),
  estimate: z.boolean(),
});

export type ImportedAuthor = z.output<typeof importedAuthor>;
export type ImportedLine = z.output<typeof importedLine>;

/** One import, before its lines. */
export interface Importing {
  readonly id: string;
  readonly work: string;
  readonly release: string;
  readonly format: string;
  readonly source: string;
  readonly authors: readonly ImportedAuthor[];
  /** Who imports: answers for the bots among the authors. */
  readonly importedBy: StoredAgent;
  /** What earlier imports brought to the work, by key. */
  readonly known: Map<string, ImportedRow>;
}
