// How lines are confirmed and the agreement is signed, in one go: first all is tried out, then it
// is signed, then each line is handed in. What fails on the way leaves the rest as done.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Problem } from '../../../sdk/client.ts';
import type { Client } from '../../../sdk/client.ts';
import { reader, useClient } from '../../app/session.ts';
import type { Draft } from '../../keep/draft.ts';
import { useToast } from '../../parts/panels/toast.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { searchOf } from '../work/opened-by.ts';
import type { Corrected } from './corrected.ts';
import { correctionsOf } from './worth.ts';
import type { Asking } from './worth.ts';

/** A line that was not confirmed, and why. */
export interface Left {
  readonly line: ContributionLine;
  readonly error: unknown;
}

/** What was done before it stopped, and what was not. */
export interface Stopped {
  /** The agreement was signed by this very act. */
  readonly signed: boolean;
  /** It has been signed: now, or before. */
  readonly hasSigned: boolean;
  readonly confirmed: number;
  readonly left: readonly Left[];
}

interface Given {
  readonly work: WorkAnswer;
  readonly lines: readonly ContributionLine[];
  readonly draft: Draft<Corrected>;
  readonly asking: Asking;
  readonly agreement?: AgreementAnswer | undefined;
  /** The agreement was signed before. */
  readonly isSigned: boolean;
}

type State =
  | { readonly busy: boolean; readonly failed?: undefined; readonly stopped?: undefined }
  | { readonly busy: false; readonly failed: unknown; readonly stopped?: undefined }
  | { readonly busy: false; readonly failed?: undefined; readonly stopped: Stopped };

const isAway = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'node-unreachable';

/** Signs the agreement, then hands in each line that was not left out. Each can be done again. */
export function useConfirming(given: Given) {
  const { work, draft, agreement } = given;
  const say = useConfirmRoomWords();
  const client = useClient();
  const questions = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const [state, setState] = useState<State>({ busy: false });
  const [isSignedHere, setSignedHere] = useState(false);
  const signature = useRef<string>(undefined);
  const hasSigned = given.isSigned || isSignedHere;
  const isToSign = agreement !== undefined && !hasSigned;

  /** Without some lines, which stay drafts. */
  const confirm = async (without: readonly string[] = []): Promise<void> => {
    if (state.busy) return;
    setState({ busy: true });
    const out = new Set([...draft.value.leftOut, ...without]);
    if (without.length > 0) draft.change({ leftOut: [...out] });
    const taken = given.lines.filter(({ id }) => !out.has(id));
    try {
      if (isToSign) {
        const left = await refusedOf(taken, given);
        if (left.length > 0) {
          const stopped = { signed: false, hasSigned, confirmed: 0, left };
          return setState({ busy: false, stopped });
        }
        const { id, termsHash, textHash } = agreement;
        const how = { id: (signature.current ??= client.newId('act_')) };
        await client.agreements.sign({ agreement: id, termsHash, textHash }, how);
        setSignedHere(true);
      }
    } catch (failed) {
      return setState({ busy: false, failed });
    }
    const left = await handIn(client, taken, given);
    const confirmed = taken.length - left.length;
    if (left.length > 0) {
      const has = hasSigned || isToSign;
      setState({ busy: false, stopped: { signed: isToSign, hasSigned: has, confirmed, left } });
      await questions.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      return;
    }
    await draft.discard();
    const done = doneOf(isToSign, confirmed);
    if (done !== undefined) toast({ text: say(done) });
    await navigate({
      to: '/works/$work',
      params: { work: work.id },
      search: searchOf(work),
    });
  };
  return { confirm, hasSigned, ...state };
}

/** What to say when all is done. */
function doneOf(signed: boolean, confirmed: number) {
  if (confirmed > 0) return signed ? 'done' : 'done.confirmed';
  return signed ? 'done.signed' : undefined;
}

/** Which lines the node would not take as they are; nothing is written. */
async function refusedOf(
  taken: readonly ContributionLine[],
  { draft, asking }: Given,
): Promise<readonly Left[]> {
  const tried = taken.map(async (line): Promise<Left | undefined> => {
    try {
      await reader.contributions.explain(line.id, correctionsOf(line, draft.value, asking));
      return undefined;
    } catch (error) {
      if (isAway(error)) throw error;
      return { line, error };
    }
  });
  return (await Promise.all(tried)).filter((left) => left !== undefined);
}

/** Hands in lines, one after the other; gives those that were not taken, and why. */
async function handIn(
  client: Client,
  taken: readonly ContributionLine[],
  { draft, asking }: Given,
): Promise<readonly Left[]> {
  const left: Left[] = [];
  for (const line of taken) {
    const before = left.at(-1)?.error;
    // Where the node has gone away, it is not called for each line.
    if (isAway(before)) {
      left.push({ line, error: before });
      continue;
    }
    try {
      const corrections = correctionsOf(line, draft.value, asking);
      await client.contributions.confirm({ contribution: line.id, ...corrections });
    } catch (error) {
      left.push({ line, error });
    }
  }
  return left;
}
