import { z } from 'zod';
import { refuse } from '../../../domain/refusals.ts';
import { importedLines } from '../../../store/contributions.ts';
import { findImport, insertImport } from '../../../store/imports.ts';
import { action } from '../../action.ts';
import { claimedAgent } from '../../agents/known-agent.ts';
import { id } from '../../shapes.ts';
import { workAndOwingRelease } from '../../works/known-work.ts';
import type { ImportAnswer } from '../answers.ts';
import { Importer } from './importer.ts';
import { importedAuthor, importedLine } from './importing.ts';

/**
 * Takes many lines at once, as drafts that count for nothing until their authors confirm them.
 * Authors whom nobody knows become unclaimed agents. The same import twice adds nothing; a changed
 * line replaces its draft; what was handed in stays. A line that cannot be read is skipped, and
 * said so; the others are taken.
 *
 * @throws Refusal agent-unclaimed, work-unknown, release-id-unknown, release-elsewhere,
 *   already-open, act-malformed for a line whose author is not among the authors, id-reused
 */
export const importContributions = action({
  type: 'contributions.imported',
  body: z.strictObject({
    work: id,
    release: id,
    format: z.string().min(1).max(40),
    source: z.string().max(1000),
    authors: z.array(importedAuthor).max(100_000),
    lines: z.array(importedLine).max(200_000),
  }),
  texts: ({ lines }) => lines.flatMap(({ what, evidence }) => [what, ...evidence]),
  async run({ id: importId, by, body }, situation) {
    const { tx, seq } = situation;
    const importing = await claimedAgent(tx, by);
    const { work } = await workAndOwingRelease(tx, body);
    const importer = new Importer(situation, {
      id: importId,
      ...body,
      importedBy: importing,
      known: await importedLines(tx, work.id),
    });
    const listed = new Set(body.authors.map(({ identity }) => identity));
    for (const [index, line] of body.lines.entries()) {
      if (!listed.has(line.author)) {
        refuse('act-malformed', { where: `body.lines.${index}.author`, what: 'not an author' });
      }
      await importer.take(line, line.line ?? index + 1);
    }
    await insertImport(tx, { id: importId, work: work.id, outcome: importer.outcome(), seq });
  },
  async answer({ id: importId }, { tx }): Promise<ImportAnswer> {
    const found = await findImport(tx, importId);
    if (found === undefined) throw new Error(`There is no import ${importId}.`);
    // Written by this node, in the form of the answer.
    return found.outcome as ImportAnswer;
  },
});
