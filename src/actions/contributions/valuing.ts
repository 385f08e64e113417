import type { Terms } from '../../domain/agreements/fields.ts';
import type {
  ValuationInput,
  ValuationTerms,
  ValuedKind,
} from '../../domain/effort/valuation-input.ts';
import { value } from '../../domain/effort/valuation.ts';
import type { Workings } from '../../domain/effort/workings.ts';
import { toMoney } from '../../domain/money/amount.ts';
import { currencyOf } from '../../domain/money/currency.ts';
import type { StoredAgent } from '../../store/agents.ts';
import type { Sight } from '../action.ts';
import type { Line, Said, Valued } from './said.ts';

/** A line that is to be valued, with all that its value depends on. */
export interface ToValue {
  readonly line: Pick<Line, 'from' | 'to'> & { readonly said: Said };
  readonly author: StoredAgent;
  readonly kind: ValuedKind;
  readonly terms: Terms;
  /** Code of the work's currency. */
  readonly currency: string;
}

/**
 * What a line is worth under the terms, with its workings. Whoever enters it is its author.
 *
 * @throws Refusal as `value` in domain/effort
 */
export function valued(sight: Omit<Sight, 'tx' | 'node'>, given: ToValue): Valued {
  const { workings, ...sums } = valuedAndTold(sight, given);
  return { ...sums, workings: asKept(workings) };
}

/** The same with the codes of its notes, for whoever says them in another language. */
export function valuedAndTold(sight: Omit<Sight, 'tx' | 'node'>, given: ToValue): Valued {
  const { cost, obligation, workings } = value(inputOf(sight, given));
  return { cost: toMoney(cost), obligation: toMoney(obligation), workings };
}

/** What is kept of workings is what always was: the codes of notes follow from the line. */
const asKept = (workings: Workings): Workings => ({
  ...workings,
  steps: workings.steps.map(({ told: _, ...step }) => step),
  notes: workings.notes.map(({ code, text }) => ({ code, text })),
});

function inputOf(sight: Omit<Sight, 'tx' | 'node'>, given: ToValue): ValuationInput {
  const { line, author, terms } = given;
  const { import: _, what: __, ...said } = line.said;
  const rule = terms.kinds.find(({ id }) => id === given.kind.id);
  const kind = rule === undefined ? given.kind : { ...given.kind, evidenceMin: rule.evidenceMin };
  return {
    ...said,
    kind,
    days: { from: line.from, to: line.to },
    today: sight.today,
    author: { id: author.id, kind: author.kind, jurisdiction: author.jurisdiction },
    declaredBy: author.id,
    currency: currencyOf(sight.currencies, given.currency),
    currencies: sight.currencies,
    terms: valuationTermsOf(terms),
    tables: sight.tables.pinned(terms.tables),
  };
}

/** The terms as a valuation reads them. */
function valuationTermsOf(terms: Terms): ValuationTerms {
  const { equalRate } = terms;
  return {
    rateBy: terms.rateBy,
    parity: terms.parity,
    classification: terms.classification,
    return: terms.return,
    'return.cash': terms['return.cash'],
    'factor.exclusive': terms['factor.exclusive'],
    'factor.urgent': terms['factor.urgent'],
    rateFloor: terms.rateFloor,
    rates: terms.rates,
    equalRate: 'amount' in equalRate ? equalRate.amount : equalRate,
    tables: terms.tables,
  };
}
