// What the rooms of an agreement ask the node for.

import { queryOptions } from '@tanstack/react-query';
import type { AgreementAnswer, AgreementLine } from '../../../actions/agreements/answers.ts';
import type { Terms } from '../../../domain/agreements/fields.ts';
import { everyItem } from '../../../sdk/client.ts';
import { reader } from '../../app/session.ts';

/** All versions of a work's agreement, the earliest first. */
export const versionsAsked = (work: string) =>
  queryOptions({
    queryKey: ['agreements', work],
    queryFn: () => everyItem((query) => reader.agreements.list(query), { work, limit: 500 }),
  });

/** The one object of terms of a version, as the node completed and checked it. */
export const termsIn = (agreement: Pick<AgreementAnswer, 'terms'>): Terms =>
  agreement.terms as Terms;

/** The version with that number, else the newest; undefined where there is none. */
export const meantVersion = (
  versions: readonly AgreementLine[],
  number?: number,
): AgreementLine | undefined =>
  versions.find(({ version }) => version === number) ?? versions.at(-1);
