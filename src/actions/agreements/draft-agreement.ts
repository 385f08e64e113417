import { z } from 'zod';
import type { Terms } from '../../domain/agreements/fields.ts';
import { amendTerms, parseTerms } from '../../domain/agreements/terms.ts';
import type { DraftingContext } from '../../domain/agreements/terms.ts';
import { agreementText } from '../../domain/agreements/text.ts';
import { presetOf } from '../../domain/agreements/presets.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { workKindOf } from '../../domain/works/work.ts';
import { insertAgreement, versionsOf } from '../../store/agreements.ts';
import { upstreamsOf } from '../../store/releases.ts';
import type { StoredRelease } from '../../store/releases.ts';
import type { StoredWork } from '../../store/works.ts';
import { action } from '../action.ts';
import type { Situation } from '../action.ts';
import { claimedAgent, knownAgent } from '../agents/known-agent.ts';
import { id } from '../shapes.ts';
import { workAndOwingRelease } from '../works/known-work.ts';
import { exampleHour } from './example-hour.ts';
import { findGoverningTerms } from './governing.ts';
import { showVersion } from './show-agreement.ts';

/**
 * Drafts the next version of a work's agreement. Terms are completed from the preset; where a
 * version of the same preset governs the release, they are that version's, changed by what is
 * given. What a draft between them proposed, and nobody made hold, is not in it. It binds nobody
 * before they sign it.
 *
 * @throws Refusal agent-unclaimed, work-unknown, release-id-unknown, release-elsewhere,
 *   already-open, and those of `parseTerms`
 */
export const draftAgreement = action({
  type: 'agreement.drafted',
  body: z.strictObject({
    work: id,
    release: id,
    preset: z.string().max(100),
    terms: z.record(z.string(), z.unknown()),
  }),
  texts: ({ terms }) => textsIn(terms),
  async run({ id: agreement, by, body }, situation) {
    const { tx, seq, recordedAt } = situation;
    await claimedAgent(tx, by);
    const { work, release } = await workAndOwingRelease(tx, body);
    const preset = presetOf(body.preset).name;
    const newest = (await versionsOf(tx, work.id)).at(-1);
    const context = await contextOf(situation, work, release);
    const governing = await findGoverningTerms(tx, release.id);
    const complete = (drafting: DraftingContext): Terms =>
      governing?.preset === preset
        ? amendTerms(governing, body.terms, drafting)
        : parseTerms(body.terms, preset, drafting);
    const example = exampleHour(situation, complete(context));
    const terms = complete(example === null ? context : { ...context, example });
    const { termsHash, templateHash, textHash, template } = agreementText(terms);
    await insertAgreement(tx, {
      id: agreement,
      work: work.id,
      release: release.id,
      version: (newest?.version ?? 0) + 1,
      preset,
      terms: canonicalJson(terms),
      termsHash,
      template,
      templateHash,
      textHash,
      draftedBy: by,
      draftedAt: recordedAt,
      seq,
    });
  },
  answer: ({ id: agreement }, sight) => showVersion(sight, agreement),
});

async function contextOf(
  { tx, currencies, tables }: Situation,
  work: StoredWork,
  release: StoredRelease,
): Promise<DraftingContext> {
  const steward = await knownAgent(tx, work.steward);
  const { id: workId, title, currency } = work;
  return {
    work: { id: workId, title, kind: workKindOf(work.kind), currency },
    steward: { agent: steward.id, name: steward.name },
    currencies,
    tables: tables.pins(),
    upstream: await upstreamsOf(tx, release.id),
  };
}

/** Every text in the terms, however deep it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
