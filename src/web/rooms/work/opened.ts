import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What a sheet over the work explains; `next`: the next release, to be added. */
export type Explained =
  | { readonly of: 'owed' | 'paid' | 'next' }
  | { readonly of: (typeof things)[number]; readonly id: string };

/**
 * What the address says is open: `owed`, `paid`, `next`, `person:agent_…`, `line:con_…` for the
 * workings of a contribution, `claim:con_…` for what is still owed of it, `contribution:con_…` for
 * itself, `licence:rel_…` for the licence of a release.
 */
export function explainedOf(text: string | undefined): Explained | undefined {
  if (text === 'owed' || text === 'paid' || text === 'next') return { of: text };
  const found = /^(person|line|claim|contribution|licence):(.+)$/.exec(text ?? '');
  const [, of, id] = found ?? [];
  return isOfThing(of) && id !== undefined ? { of, id } : undefined;
}

const things = ['person', 'line', 'claim', 'contribution', 'licence'] as const;

const isOfThing = (of: string | undefined): of is (typeof things)[number] =>
  things.some((thing) => thing === of);

/** The text of an address for it. */
export const textOf = (explained: Explained): string =>
  'id' in explained ? `${explained.of}:${explained.id}` : explained.of;

/** Which workings are open over the work, kept in the address: Back closes, a link opens. */
export function useExplained() {
  const search = useSearch({ from: '/works/$work' });
  const navigate = useNavigate({ from: '/works/$work' });
  const open = useCallback(
    (next: Explained) =>
      void navigate({
        search: (now) => ({ ...now, explain: textOf(next) }),
        resetScroll: false,
      }),
    [navigate],
  );
  const close = useCallback(
    () =>
      void navigate({
        search: (now) => ({ ...now, explain: undefined }),
        resetScroll: false,
        replace: true,
      }),
    [navigate],
  );
  return { explained: explainedOf(search.explain), open, close };
}

/** A licence as people say it: a licence of one's own has a mark before its name (SPDX). */
export const licenceName = (id: string): string => id.replace(/^LicenseRef-/, '');
