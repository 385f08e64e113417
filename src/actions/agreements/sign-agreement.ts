import { z } from 'zod';
import { signVersion } from '../../domain/agreements/version.ts';
import { insertSignature } from '../../store/agreements.ts';
import { action } from '../action.ts';
import { claimedAgent } from '../agents/known-agent.ts';
import { partyOf } from '../contributions/known-line.ts';
import { id, sha256Hex } from '../shapes.ts';
import { knownRelease, knownWork } from '../works/known-work.ts';
import { adoptVersions, agreementFor } from './force.ts';
import { knownAgreement, showVersion } from './show-agreement.ts';

/**
 * Signs a version, over the hashes of its terms and of the text that was shown. It is in force for
 * the one who signs at once, unless it changes locked terms: then when all claim holders have
 * signed.
 *
 * @throws Refusal agreement-unknown, agent-unclaimed, machine-cannot-sign, text-not-shown,
 *   already-signed, version-superseded
 */
export const signAgreement = action({
  type: 'agreement.signed',
  body: z.strictObject({ agreement: id, termsHash: sha256Hex, textHash: sha256Hex }),
  async run({ id: signature, by, body }, situation) {
    const { tx, seq, recordedAt: signedAt } = situation;
    const stored = await knownAgreement(situation, body.agreement);
    const agent = partyOf(await claimedAgent(tx, by));
    const { title } = await knownWork(tx, stored.work);
    const standing = await agreementFor(tx, await knownRelease(tx, stored.release));
    const { termsHash, textHash } = body;
    const shown = { termsHash, textHash, templateHash: stored.templateHash };
    const request = { work: title, version: stored.version, agent, by: agent, shown, signedAt };
    signVersion(request, standing.versions, standing.signatures, standing.force);
    const agreement = stored.id;
    await insertSignature(tx, { id: signature, agreement, agent: by, signedAt, seq });
    await adoptVersions(situation, stored.work);
  },
  answer: ({ body }, sight) => showVersion(sight, body.agreement),
});
