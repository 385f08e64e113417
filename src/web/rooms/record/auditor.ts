// The audit beside the page, in a worker: a hundred thousand entries do not hold up a finger.

import { Refusal } from '../../../domain/refusals.ts';
import { Problem } from '../../../sdk/client.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import { seenOf } from '../../keep/seen.ts';
import { audit } from './audit.ts';
import type { Report } from './audit.ts';
import { witness } from './client.ts';

/** What the auditor says while it works, and at its end. */
export type Said =
  | { readonly what: 'progress'; readonly done: number; readonly total: number }
  | { readonly what: 'report'; readonly report: Report }
  | { readonly what: 'failed'; readonly problem: Problem['document'] }
  | { readonly what: 'broken'; readonly message: string };

// oxlint-disable-next-line require-post-message-target-origin -- a worker talks to its page alone
const say = (said: Said): void => self.postMessage(said);

/** A refusal of the node, or one that was met here. */
function failure(error: unknown): Said {
  if (error instanceof Problem) return { what: 'failed', problem: error.document };
  if (error instanceof Refusal) return { what: 'failed', problem: problemFrom(error).document };
  return { what: 'broken', message: String(error) };
}

void audit({
  client: witness,
  seenOf,
  now: () => new Date(),
  progress: (done, total) => say({ what: 'progress', done, total }),
}).then(
  (report) => say({ what: 'report', report }),
  (error: unknown) => say(failure(error)),
);
