import { z } from 'zod';
import { listOf } from '../shapes.ts';

/** One entry of the record: what everybody may see of an act. */
export const recordEntryAnswer = z.object({
  seq: z.number().int(),
  type: z.string(),
  id: z.string(),
  by: z.string(),
  recordedAt: z.string(),
  /** SHA-256 of salt and act, hex. */
  commitment: z.string(),
  leafHash: z.string(),
  /** As it was signed, and the salt of the commitment, hex; where acts were asked for. */
  act: z.looseObject({}).optional(),
  salt: z.string().optional(),
});
export type RecordEntryAnswer = z.infer<typeof recordEntryAnswer>;

export const recordEntryList = listOf(recordEntryAnswer).extend({
  /** How many fit altogether; said where `skip` was. */
  total: z.number().int().optional(),
});
export type RecordEntryList = z.infer<typeof recordEntryList>;

/** An act as it was signed, with what proves that the record holds it. */
export const actAnswer = z.object({
  seq: z.number().int(),
  recordedAt: z.string(),
  act: z.looseObject({}),
  /** Hex; with it the commitment can be computed from the act. */
  salt: z.string(),
  commitment: z.string(),
  leafHash: z.string(),
  /** The tree that the proof is about. */
  size: z.number().int(),
  /** Hashes of RFC 6962's inclusion proof, hex. */
  proof: z.array(z.string()),
});
export type ActAnswer = z.infer<typeof actAnswer>;

/** A proof that the record of one size begins with the record of another. */
export const consistencyAnswer = z.object({
  from: z.number().int(),
  to: z.number().int(),
  proof: z.array(z.string()),
});
export type ConsistencyAnswer = z.infer<typeof consistencyAnswer>;
