// The work and the draft of its agreement: nothing is written before all of it can be.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../../../domain/refusals.ts';
import { problemFrom } from '../../../sdk/problem.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { isReused } from '../../app/reused.ts';
import { useClient, useMember } from '../../app/session.ts';
import { useLocale } from '../../words/locale.tsx';
import type { StepProps } from './beginning.ts';
import { readBelow, termsOf } from './terms-typed.ts';

interface Making {
  /** The id of the work, once it is in the books with a draft of its agreement. */
  readonly make: () => Promise<string | undefined>;
  readonly busy: boolean;
  readonly failed: unknown;
}

/**
 * Adds the work and drafts its agreement, once the agreement could be read as the node reads it.
 * Ids are kept first, so that a second try is the same.
 */
export function useMaking({ typed, change }: StepProps): Making {
  const write = useWriting({ typed, change });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const make = async (): Promise<string | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setFailed(undefined);
    try {
      return await write();
    } catch (error) {
      setFailed(error instanceof Refusal ? problemFrom(error) : error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { make, busy, failed };
}

function useWriting({ typed, change }: StepProps): () => Promise<string | undefined> {
  const client = useClient();
  const member = useMember();
  const questions = useQueryClient();
  const { locale } = useLocale();
  return async () => {
    if (member === undefined) return undefined;
    const { work, release, draftedAs, title, kind, currency, preset } = typed;
    const today = new Date().toISOString().slice(0, 10);
    const steward = { agent: member.id, name: member.name };
    const terms = termsOf(typed, { agent: member.id, today, people: [steward], locale });
    const { tried } = await import('./tried.ts');
    const { items: currencies } = await questions.ensureQueryData(currenciesAsked);
    tried(typed, terms, { steward, currencies, locale });
    const { buildsOn } = readBelow(typed, locale);
    const built = buildsOn.length === 0 ? {} : { buildsOn: [...buildsOn] };
    if (!typed.added) {
      await client.works.add({ title, kind, currency, release, ...built }, { id: work });
    }
    change({ added: true });
    const body = { work, release, preset, terms };
    // Once it is drafted, or was drafted otherwise, the next one is another version.
    const next = { draftedAs: client.newId('agr_') };
    try {
      const { id } = await client.agreements.draft(body, { id: draftedAs });
      const ids = { signature: client.newId('act_'), import: client.newId('imp_') };
      change({ agreement: id, ...ids, ...next });
    } catch (error) {
      if (isReused(error)) change(next);
      throw error;
    }
    return work;
  };
}
