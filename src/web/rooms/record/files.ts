// What somebody takes along from a look at the record, as a file of their own.

import { formatVerifierKey } from '../../../domain/record/note.ts';
import { fromMultikey } from '../../../domain/record/multibase.ts';
import type { Report } from './audit.ts';

/** The key of the node as a verifier key (C2SP), which other programs take. */
const verifierOf = ({ node, key }: Report): string =>
  formatVerifierKey({ name: node, publicKey: fromMultikey(key) });

/** What was found, with all that another needs to find the same: the proof, or the evidence. */
export function reportText(report: Report, lookedAt: string): string {
  const { node, note, size, root, entries, signatures, before, wrong } = report;
  const found = {
    node,
    lookedAt,
    verifierKey: verifierOf(report),
    size,
    root,
    entries,
    signatures,
  };
  const kept = before === undefined ? {} : { seenBefore: before };
  const fault = wrong === undefined ? {} : { wrong };
  return `${JSON.stringify({ ...found, checkpoint: note, ...kept, ...fault }, null, 2)}\n`;
}
