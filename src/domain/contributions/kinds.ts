import type { Measure, RateSource, ValuedKind } from '../effort/valuation-input.ts';
import { refuse } from '../refusals.ts';

export { assertUnit } from '../effort/units.ts';

/** A kind of contribution. Kinds are data: users add their own without code. */
export interface Kind extends ValuedKind {
  readonly name: string;
}

/** The kinds of a node, by id. */
export type Kinds = ReadonlyMap<string, Kind>;

const time = { measure: 'time', units: ['h', 'day'], rateSource: 'terms', factors: true } as const;
const use = { measure: 'use', rateSource: 'agreed', factors: true, evidenceMin: 0 } as const;

/** The kinds that every node has (agreements, clause 3: kinds alike, with evidence). */
export const BUILT_IN_KINDS: readonly Kind[] = [
  { id: 'knowledge-work', name: 'Knowledge work', ...time, evidenceMin: 0 },
  { id: 'labour', name: 'Labour', ...time, evidenceMin: 0 },
  {
    id: 'cash',
    name: 'Cash',
    measure: 'money',
    units: ['currency'],
    rateSource: 'price',
    evidenceMin: 0,
    factors: false,
  },
  { id: 'equipment', name: 'Equipment', ...use, units: ['h', 'day', 'month', 'item', 'currency'] },
  {
    id: 'supplies',
    name: 'Supplies',
    ...use,
    units: ['item', 'kg', 'l', 'm', 'm2', 'm3', 'currency'],
  },
  {
    id: 'intellectual-property',
    name: 'Intellectual property',
    ...use,
    units: ['item', 'month', 'year', 'currency'],
  },
  {
    id: 'resource',
    name: 'Another resource',
    ...use,
    units: ['h', 'day', 'month', 'item', 'm2', 'GB', 'currency'],
  },
  {
    id: 'machine-time',
    name: 'Machine time and energy',
    measure: 'energy',
    units: ['kWh', 'h'],
    rateSource: 'agreed',
    evidenceMin: 0,
    factors: false,
  },
];

const builtIn: Kinds = new Map(BUILT_IN_KINDS.map((kind) => [kind.id, kind]));

/** The kinds that every node has, by id. */
export function builtInKinds(): Kinds {
  return builtIn;
}

/** The kind of an id. ✗ `kind-unknown` */
export function kindOf(kinds: Kinds, id: string): Kind {
  const known = [...kinds.keys()].join(', ');
  return kinds.get(id) ?? refuse('kind-unknown', { kind: id.slice(0, 60), known });
}

/** A user's own kind, as it comes in. */
export interface KindDraft {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly units: readonly string[];
  readonly rateSource?: string | undefined;
  readonly evidenceMin?: number | undefined;
  readonly factors?: boolean | undefined;
}

const MEASURES: readonly Measure[] = ['time', 'money', 'use', 'energy'];
const RATE_SOURCES: readonly RateSource[] = ['terms', 'agreed', 'price'];

/**
 * Checks a user's own kind and adds it. Without a rate source, time is priced by the terms, money
 * by itself, the rest as agreed. Adding the same kind again changes nothing; a kind that is there
 * keeps its meaning, as lines were entered under it. ✗ `kind-malformed`
 */
export function withKind(kinds: Kinds, draft: KindDraft): Kinds {
  const kind = parseKind(draft);
  const known = kinds.get(kind.id);
  if (known === undefined) return new Map([...kinds, [kind.id, kind]]);
  if (JSON.stringify(known) !== JSON.stringify(kind)) malformed(draft, 'there is one of that id');
  return kinds;
}

/** Checks a user's own kind. ✗ `kind-malformed` */
export function parseKind(draft: KindDraft): Kind {
  const measure = MEASURES.find((each) => each === draft.measure);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(draft.id) || draft.id.length > 60) {
    malformed(draft, 'an id is small letters, digits and dashes');
  }
  if (draft.name.trim() === '' || draft.name.length > 200) malformed(draft, 'it needs a name');
  if (measure === undefined) return malformed(draft, `its measure is ${MEASURES.join(', ')}`);
  const rateSource = parseRateSource(draft, measure);
  const evidenceMin = draft.evidenceMin ?? 0;
  if (!Number.isInteger(evidenceMin) || evidenceMin < 0 || evidenceMin > 3) {
    malformed(draft, 'it asks for 0 to 3 pieces of evidence');
  }
  const units = parseUnits(draft, measure);
  const mayHaveFactors = measure === 'time' || measure === 'use';
  if (draft.factors === true && !mayHaveFactors) {
    malformed(draft, 'factors never apply to cash or machines');
  }
  const factors = draft.factors ?? mayHaveFactors;
  const { id, name } = draft;
  return { id, name: name.trim(), measure, units, rateSource, evidenceMin, factors };
}

function parseRateSource(draft: KindDraft, measure: Measure): RateSource {
  const usual = { time: 'terms', money: 'price', use: 'agreed', energy: 'agreed' } as const;
  const asked = draft.rateSource ?? usual[measure];
  const found = RATE_SOURCES.find((each) => each === asked);
  if (found === undefined) {
    return malformed(draft, `its rate source is ${RATE_SOURCES.join(', ')}`);
  }
  const fits = (found === 'price') === (measure === 'money');
  if (!fits || (found === 'terms' && measure !== 'time')) {
    malformed(draft, `a rate source of ${found} does not fit the measure ${measure}`);
  }
  return found;
}

function parseUnits(draft: KindDraft, measure: Measure): readonly string[] {
  const units = [...new Set(draft.units)];
  const allowed = { time: ['h', 'day'], money: ['currency'], use: null, energy: ['kWh', 'h'] };
  const only = allowed[measure];
  if (units.length === 0) malformed(draft, 'it needs a unit');
  if (units.some((unit) => !/^[\p{L}][\p{L}\p{N}/-]{0,19}$/u.test(unit))) {
    malformed(draft, 'a unit is a short word');
  }
  if (only !== null && units.some((unit) => !only.includes(unit))) {
    malformed(draft, `what is measured by ${measure} is counted in ${only.join(', ')}`);
  }
  return units;
}

const malformed = (draft: KindDraft, what: string): never =>
  refuse('kind-malformed', { kind: draft.id.slice(0, 60), what });
