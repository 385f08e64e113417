import type { PublicWork } from '../../../actions/consents/answers.ts';

interface Change {
  /** Under which name somebody is shown now, and would be. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly isMaker: boolean;
}

/** Who is named on a public page, and how many are not, once somebody is shown in another way. */
export function seenWith(
  { people, others }: Pick<PublicWork, 'people' | 'others'>,
  { before, after, isMaker }: Change,
): { readonly people: readonly string[]; readonly others: number } {
  if (!isMaker) return { people, others };
  const at = before === undefined ? -1 : people.indexOf(before);
  const rest = people.filter((_, index) => index !== at);
  const all = people.length + others;
  const named = after === undefined ? rest : [...rest, after];
  return {
    people: named.toSorted((left, right) => (left < right ? -1 : 1)),
    others: all - named.length,
  };
}
