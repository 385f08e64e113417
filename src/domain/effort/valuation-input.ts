import type { Money } from '../money/amount.ts';
import type { Currencies, Currency } from '../money/currency.ts';
import type { Days } from './days.ts';
import type { GivenExchange } from './exchange.ts';
import type { EffortTables, TablePin } from './tables.ts';

/** How a kind of contribution is measured. */
export type Measure = 'time' | 'money' | 'use' | 'energy';

/**
 * Where the rate of a kind comes from: the terms' `rateBy` (`terms`), what both sides agree
 * (`agreed`), or the amount itself (`price`).
 */
export type RateSource = 'terms' | 'agreed' | 'price';

/** What a valuation needs to know of a kind of contribution. */
export interface ValuedKind {
  readonly id: string;
  readonly measure: Measure;
  /** Units that it is counted in; `currency` stands for any currency. */
  readonly units: readonly string[];
  readonly rateSource: RateSource;
  readonly evidenceMin: number;
  /** Whether the agreed factors may apply. */
  readonly factors: boolean;
}

/** A rate that the terms agree on for one agent, from a day on. */
export interface AgreedRate {
  readonly agent: string;
  readonly kind?: string | undefined;
  readonly amount: Money;
  readonly from: string;
}

/** What a valuation needs of an agreement's terms, by the keys that the terms have. */
export interface ValuationTerms {
  readonly rateBy: 'award' | 'agreed' | 'equal';
  readonly parity: 'none' | 'ppp';
  readonly classification: string | null;
  readonly return: string;
  readonly 'return.cash': string;
  readonly 'factor.exclusive': string;
  readonly 'factor.urgent': string;
  readonly rateFloor: 'off' | 'warn' | 'refuse';
  readonly rates: readonly AgreedRate[];
  readonly equalRate?: Money | { readonly classification: string } | null | undefined;
  /** The tables that the agreement pins; absent, every vintage passes. */
  readonly tables?: readonly TablePin[] | undefined;
}

/** Who gave it. */
export interface Author {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'machine';
  /** ISO 3166-1 code of the country whose purchasing power counts; null: that of the table. */
  readonly jurisdiction: string | null;
}

/** One line of work, money or things, and what it is valued by. */
export interface ValuationInput {
  readonly kind: ValuedKind;
  /** A decimal, strictly. */
  readonly quantity: string;
  readonly unit: string;
  readonly days: Days;
  readonly today: string;
  readonly author: Author;
  /** Who enters the line. */
  readonly declaredBy: string;
  /** Price of one unit, where a rate is stated. */
  readonly rate?: Money | undefined;
  readonly classification?: string | undefined;
  readonly exchange?: GivenExchange | undefined;
  /** Wear of the machine over this use, beside its energy. */
  readonly depreciation?: Money | undefined;
  /** What was paid for it on the day. */
  readonly paid?: Money | undefined;
  readonly gift?: boolean | undefined;
  readonly exclusive?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  readonly evidence: readonly string[];
  /** The work's currency. */
  readonly currency: Currency;
  /** Every currency that the node knows. */
  readonly currencies: Currencies;
  readonly terms: ValuationTerms;
  readonly tables: EffortTables;
}
