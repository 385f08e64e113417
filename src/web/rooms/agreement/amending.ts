import { placesOf } from '../../../domain/money/decimals.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AgreementAnswer, AgreementLine } from '../../../actions/agreements/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import type { Terms } from '../../../domain/agreements/fields.ts';
import type { Party } from '../../../domain/agreements/reading/structures.ts';
import { parseTerms } from '../../../domain/agreements/terms.ts';
import type { WorkKind } from '../../../domain/works/work.ts';
import { useMay } from '../../app/may.ts';
import { agreementAsked, allAgentsAsked, currenciesAsked } from '../../app/questions.ts';
import { sessionAsked } from '../../app/session.ts';
import { useLocale } from '../../words/locale.tsx';
import { termsIn } from './asked.ts';
import { nameIn } from './names.ts';
import { choosable, checked, currenciesOf } from './terms/checked.ts';
import type { Checked } from './terms/checked.ts';
import { entryOf } from './terms/typed.ts';
import type { At, Typed } from './terms/typed.ts';

/** What a change to an agreement starts from. */
export interface Base {
  /** The version that governs; undefined where none does, and the preset is what it starts from. */
  readonly governing: AgreementLine | undefined;
  /** A draft that nobody has signed: the next one replaces it. */
  readonly draft: AgreementLine | undefined;
}

/** What a change for a release starts from, of all versions of the work. */
export function baseOf(versions: readonly AgreementLine[], release: string): Base {
  const governing = versions.filter(({ governs }) => governs);
  const newest = versions.at(-1);
  return {
    governing: governing.findLast((one) => one.release === release) ?? governing.at(-1),
    draft: newest?.status === 'draft' ? newest : undefined,
  };
}

/** The terms of a preset, before anybody has agreed on anything. */
function presetTerms(work: WorkAnswer, preset: string, steward: Party): Terms {
  const { id, title, kind, currency } = work;
  return parseTerms({}, preset, {
    work: { id, title, kind: kind as WorkKind, currency },
    steward,
    currencies: currenciesOf([{ code: currency, scale: scaleOf(work) }]),
    tables: [],
    upstream: work.buildsOn.map(({ release, share }) => ({ release, share })),
  });
}

/** The decimals of a work's currency, as its amounts have them. */
const scaleOf = ({ owed }: Pick<WorkAnswer, 'owed'>): number => placesOf(owed.amount);

/** What a draft proposes over other terms, as if it had been typed. */
export function typedOf(terms: Terms, draft: AgreementAnswer, locale: string): Typed {
  const writing = { currency: terms.currency, locale };
  const keys = new Set(draft.changes.map(({ key }) => key));
  const proposed = choosable.filter(({ key }) => keys.has(key) && key !== 'tables');
  return Object.fromEntries(
    proposed.map((field) => [field.key, entryOf(field, draft.terms[field.key], writing)]),
  );
}

/** Everybody whom terms can name: who has to do with the work, and, for who may ask, all here. */
function usePeople(work: WorkAnswer, terms: Terms): readonly Party[] {
  const allowed = useMay({ work: work.id });
  const member = useQuery(sessionAsked).data?.agent;
  const agents = useQuery({ ...allAgentsAsked, enabled: allowed('agents.list') }).data;
  return useMemo(() => {
    const { signed = [], unsigned = [] } = work.agreement ?? {};
    const known = (agents ?? []).filter((one) => !one.unclaimed && one.claimedBy === null);
    const all: Party[] = [
      ...terms.parties,
      terms.steward,
      ...[...signed, ...unsigned, ...work.people].map(({ agent, name }) => ({ agent, name })),
      ...(member === undefined || member === null ? [] : [{ agent: member.id, name: member.name }]),
      ...known.map(({ id, name }) => ({ agent: id, name })),
    ];
    const first = new Map(all.toReversed().map((one) => [one.agent, one]));
    return [...first.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  }, [work, terms, member, agents]);
}

/** What is typed over terms, as the node would see it, with all that reading it takes. */
export function useChecked(
  work: WorkAnswer,
  terms: Terms,
  typed: Typed,
): { readonly at: At; readonly result: Checked } {
  const people = usePeople(work, terms);
  const own = useSuspenseQuery(currenciesAsked).data.items;
  const { currency } = work;
  const { locale } = useLocale();
  return useMemo(() => {
    const at = { currency, locale, people };
    const currencies = currenciesOf([...own, { code: currency, scale: scaleOf(work) }]);
    return { at, result: checked(terms, typed, { ...at, currencies }) };
  }, [work, currency, locale, people, own, terms, typed]);
}

/** The terms that a change starts from. */
export function useBaseTerms(work: WorkAnswer, base: Base, preset: string): Terms {
  const id = base.governing?.id;
  const governing = useQuery({ ...agreementAsked(id ?? ''), enabled: id !== undefined }).data;
  const steward = { agent: work.steward, name: nameIn(work, work.steward) };
  return useMemo(
    () => (governing === undefined ? presetTerms(work, preset, steward) : termsIn(governing)),
    // The steward follows from the work.
    [governing, work, preset],
  );
}
