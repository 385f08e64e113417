import { signAct } from '../domain/record/act.ts';
import type { SigningKey } from '../domain/record/signature.ts';
import type { Signer } from './acts.ts';

/** Signs with a key that the node never holds. For programs on Node; browsers bring their own. */
export const keySigner = (key: SigningKey): Signer => ({
  sign: (unsigned) => Promise.resolve(signAct(unsigned, key)),
});
