import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseTerms } from '../../../domain/agreements/terms.ts';
import type { WorkKind } from '../../../domain/works/work.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { sessionAsked } from '../../app/session.ts';
import { useLocale } from '../../words/locale.tsx';
import { checked, currenciesOf } from '../agreement/terms/checked.ts';
import { TermsEditor } from '../agreement/terms/terms-editor.tsx';
import type { Typed } from '../agreement/terms/typed.ts';
import { freeClasses } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** What the three questions ask for already. */
const ASKED = ['return', 'open.licence', 'classification', 'equalRate', 'rates', 'tables'] as const;

interface Props {
  readonly typed: Beginning;
  readonly change: (next: Partial<Beginning>) => void;
}

/** All terms beside the three questions, over what the chosen preset says. */
export default function MoreTerms({ typed, change }: Props) {
  const { preset, title, kind, currency, more, free } = typed;
  const { agent, now } = useSuspenseQuery(sessionAsked).data;
  const own = useSuspenseQuery(currenciesAsked).data.items;
  const known = useMemo(() => {
    const steward = { agent: agent?.id ?? 'agent', name: agent?.name ?? '' };
    const currencies = currenciesOf(own);
    const work = { id: 'work', title: title.trim() || 'work', kind: kind as WorkKind, currency };
    const context = { work, steward, currencies, tables: [], upstream: [] };
    return {
      terms: parseTerms({ classes: freeClasses(free) }, preset, context),
      currencies,
      people: [steward],
    };
  }, [preset, title, kind, currency, free, agent, own]);
  const { terms, currencies, people } = known;
  const { locale } = useLocale();
  const at = { currency, locale, people };
  return (
    <TermsEditor
      terms={terms}
      typed={more}
      checked={checked(terms, more, { ...at, currencies })}
      at={at}
      today={now.slice(0, 10)}
      without={ASKED}
      onType={(next: Typed) => change({ more: next })}
    />
  );
}
