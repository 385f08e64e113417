import type { WorkAnswer } from '../../../actions/works/answers.ts';

/**
 * The acts of a work, at its head: adding work, inviting, a quote. Each is a room of its own; their
 * links stand here, one of them in ink.
 */
export function WorkActs(_: { readonly work: WorkAnswer }) {
  return null;
}
