import { z } from 'zod';
import { listOf, moneyAnswer } from '../shapes.ts';

/** The condition on which a release opens. */
export const opensWhenAnswer = z.object({
  threshold: z.string(),
  remaining: moneyAnswer,
  licence: z.string(),
  text: z.string(),
});

/** What a release builds on. */
export const buildsOnAnswer = z.object({
  release: z.string(),
  work: z.string(),
  title: z.string(),
  number: z.number().int(),
  share: z.string(),
  status: z.enum(['owing', 'open']),
  /** What is held for it here, until it is passed on: one entry a currency. */
  held: z.array(moneyAnswer),
});

/** Money of one currency that a release holds for another that it builds on. */
export const holdingAnswer = z.object({
  /** Who holds it. */
  release: z.string(),
  work: z.string(),
  title: z.string(),
  number: z.number().int(),
  amount: moneyAnswer,
});
export type HoldingAnswer = z.infer<typeof holdingAnswer>;

/** Where a release stands. owed + paid = obligation, in the work's currency. */
const figures = {
  obligation: moneyAnswer,
  owed: moneyAnswer,
  /** Part of `owed` that refills what a reversal took; the rest is owed to claims. */
  refill: moneyAnswer,
  paid: moneyAnswer,
  dust: moneyAnswer,
};

export const releaseAnswer = z.object({
  id: z.string(),
  work: z.string(),
  number: z.number().int(),
  status: z.enum(['owing', 'open']),
  licence: z.string(),
  ...figures,
  deficits: z.array(moneyAnswer),
  opensWhen: opensWhenAnswer,
  buildsOn: z.array(buildsOnAnswer),
  /** What releases that build on this one hold for it, until they pass it on. */
  heldFor: z.array(holdingAnswer),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
});
export type ReleaseAnswer = z.infer<typeof releaseAnswer>;

/** What one person has in a release. */
export const holderAnswer = z.object({
  agent: z.string(),
  name: z.string(),
  obligation: moneyAnswer,
  owed: moneyAnswer,
  earned: z.array(moneyAnswer),
  received: z.array(moneyAnswer),
  outstanding: z.array(moneyAnswer),
  /** Part of the release's obligation, a decimal of six places. */
  share: z.string(),
});
export type HolderAnswer = z.infer<typeof holderAnswer>;

const signatory = z.object({ agent: z.string(), name: z.string() });

/** A version of the agreement, in short. */
export const agreementBrief = z.object({
  id: z.string(),
  version: z.number().int(),
  preset: z.string(),
  signed: z.array(signatory),
  unsigned: z.array(signatory),
});

/** A work as answers show it; the figures at its top are those of the release meant. */
export const workAnswer = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  currency: z.string(),
  steward: z.string(),
  status: z.enum(['owing', 'open']),
  licence: z.string(),
  ...figures,
  opensWhen: opensWhenAnswer,
  release: releaseAnswer,
  releases: z.array(releaseAnswer.pick({ id: true, number: true, status: true, licence: true })),
  /** The newest version, a draft that nobody has signed too. */
  agreement: agreementBrief.nullable(),
  /** The version that governs the release; null before one is in force. */
  governing: agreementBrief.nullable(),
  people: z.array(holderAnswer),
  /** How many contributions of the release there are of each status. */
  counts: z.record(z.string(), z.number().int()),
  buildsOn: z.array(buildsOnAnswer),
});
export type WorkAnswer = z.infer<typeof workAnswer>;

/** A work in a list. */
export const workLine = workAnswer
  .pick({
    id: true,
    title: true,
    kind: true,
    currency: true,
    steward: true,
    status: true,
    licence: true,
    obligation: true,
    owed: true,
    paid: true,
    opensWhen: true,
  })
  .extend({
    release: z.string(),
    number: z.number().int(),
    /** Number of the newest release that is open; null where none is. */
    opened: z.number().int().nullable(),
    /** Every release with its own figures: what one was paid stays when the next begins. */
    releases: z.array(releaseAnswer.pick({ id: true, number: true, owed: true, paid: true })),
  });
export type WorkLine = z.infer<typeof workLine>;

export const workList = listOf(workLine);
