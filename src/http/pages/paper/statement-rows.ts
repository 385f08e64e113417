// A statement as the rows of a document: every text as it is printed, nothing left to reckon.

import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { formatRatio, parseDecimal, subtract } from '../../../domain/money/ratio.ts';
import { amountText, bareText, dayText, daysText, quantityText } from '../amounts.ts';
import { publicWords } from '../words/words.ts';
import type { PublicLanguage } from '../words/words.ts';
import { paperWords } from './paper-words.ts';

type Work = StatementAnswer['works'][number];

/** A table. */
export interface PaperTable {
  readonly heads: readonly string[];
  /** Which columns hold figures, and not text. */
  readonly figures: readonly boolean[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly end: boolean }[];
}

/** A part of a document, under its heading. */
export interface PaperPart {
  readonly title: string;
  readonly tables: readonly PaperTable[];
}

/** A document as it is printed. */
export interface Paper {
  readonly language: PublicLanguage;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly node: string;
  readonly days: string;
  readonly foot: string;
  /** With the places for two numbers. */
  readonly page: string;
  /** From nought to nine. */
  readonly digits: readonly string[];
  readonly parts: readonly PaperPart[];
}

export interface About {
  readonly node: string;
  /** The day on which it is printed, YYYY-MM-DD. */
  readonly on: string;
  readonly language: PublicLanguage;
}

type Name = Exclude<keyof (typeof paperWords)['en'], 'days' | 'kinds' | 'states'>;
type Found = Money | readonly Money[];

interface Line {
  readonly name: Name;
  readonly sign?: '+' | '\u2212';
  readonly of: (one: StatementAnswer | Work) => Found | undefined;
  readonly end?: true;
}

const MINUS = '\u2212';

/** By how much payments have lowered what was owed: what is not owed any more. */
function paidOf({ obligation, owed }: StatementAnswer | Work): readonly Money[] {
  const left = listOf(owed);
  return listOf(obligation).map(({ amount, currency }) => {
    const still = left.find((one) => one.currency === currency)?.amount ?? '0';
    const places = placesOf(amount);
    const paid = subtract(parseDecimal(amount), parseDecimal(still));
    return { amount: formatRatio(paid, places), currency };
  });
}

const ends: readonly Line[] = [
  { name: 'obligation', of: ({ obligation }) => obligation },
  { name: 'paid', sign: MINUS, of: paidOf },
  { name: 'owed', of: ({ owed }) => owed, end: true },
  { name: 'earned', of: ({ earned }) => earned },
  { name: 'received', sign: MINUS, of: ({ received }) => received },
  { name: 'outstanding', of: ({ outstanding }) => outstanding, end: true },
];

/** What stood before the first day, what happened since, and what stands at the end. */
const moves: readonly Line[] = [
  { name: 'before.owed', of: ({ period }) => period?.before.owed },
  { name: 'accepted', sign: '+', of: ({ period }) => period?.accepted },
  { name: 'grown', sign: '+', of: ({ period }) => period?.grown },
  { name: 'cancelled', sign: MINUS, of: ({ period }) => period?.cancelled },
  { name: 'paid', sign: MINUS, of: ({ period }) => period?.paid },
  { name: 'owed', of: ({ owed }) => owed, end: true },
  { name: 'before.outstanding', of: ({ period }) => period?.before.outstanding },
  { name: 'earned', sign: '+', of: ({ period }) => period?.earned },
  { name: 'received', sign: MINUS, of: ({ period }) => period?.received },
  { name: 'outstanding', of: ({ outstanding }) => outstanding, end: true },
];

const listOf = (found: Found | undefined): readonly Money[] =>
  found === undefined ? [] : 'amount' in found ? [found] : found;

/** How many currencies stand beside each other: more do not fit a page. */
const ABREAST = 4;

const chunksOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);

/** Names and titles keep their own direction within a sentence. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Everything that a statement says on paper, in the language that is asked for. */
export function statementRows(statement: StatementAnswer, about: About): Paper {
  const { language, node, on } = about;
  const words = paperWords[language];
  const { locale, direction } = publicWords[language];
  const until = dayText(statement.to ?? on, locale);
  const { between, until: fromFirst, all } = words.days;
  const days = statement.period === null ? all : statement.from === null ? fromFirst : between;
  const from = statement.from === null ? '' : dayText(statement.from, locale);
  return {
    language,
    direction,
    title: filled(words['title.of'], { name: isolated(statement.name) }),
    node,
    days: filled(days, { from, to: until }),
    foot: filled(words.asOf, { to: dayText(on, locale) }),
    page: words.page,
    digits: Array.from({ length: 10 }, (_, digit) => new Intl.NumberFormat(locale).format(digit)),
    parts: [
      { title: words.sums, tables: sumsOf(statement, language) },
      ...statement.works.map((work) => partOf(work, language)),
      ...payoutsOf(statement, language),
    ],
  };
}

function sumsOf(one: StatementAnswer | Work, language: PublicLanguage): readonly PaperTable[] {
  const words = paperWords[language];
  const { locale } = publicWords[language];
  const lines = one.period === null ? ends : moves;
  const found = lines.map((line) => ({ line, values: listOf(line.of(one)) }));
  const codes = new Set(found.flatMap(({ values }) => values.map(({ currency }) => currency)));
  return chunksOf([...codes].toSorted(), ABREAST).map((some) => ({
    heads: ['', ...some],
    figures: [false, ...some.map(() => true)],
    rows: found.map(({ line: { name, sign, end = false }, values }) => ({
      cells: [
        sign === undefined ? words[name] : `${sign} ${words[name]}`,
        ...some.map((code) => {
          const value = values.find(({ currency }) => currency === code);
          return value === undefined ? '\u2013' : bareText(value, locale);
        }),
      ],
      end,
    })),
  }));
}

function partOf(work: Work, language: PublicLanguage): PaperPart {
  const words = paperWords[language];
  const number = new Intl.NumberFormat(publicWords[language].locale).format(work.number);
  const name = filled(words.release, { work: isolated(work.title), number });
  return {
    title: work.status === 'open' ? `${name} (${words.open})` : name,
    tables: [...sumsOf(work, language), ...(work.gave.length > 0 ? [gaveOf(work, language)] : [])],
  };
}

function gaveOf({ gave, obligation }: Work, language: PublicLanguage): PaperTable {
  const words = paperWords[language];
  const { locale } = publicWords[language];
  return {
    heads: [words.when, words.what, words.quantity, words.state, obligation.currency],
    figures: [false, false, true, false, true],
    rows: gave.map((line) => ({
      cells: [
        daysText(line.on, locale),
        line.what === '' ? (words.kinds[line.kind] ?? line.kind) : isolated(line.what),
        quantityText(line, locale),
        words.states[line.status] ?? line.status,
        isDecided(line) ? bareText(line.obligation, locale) : words['not-yet'],
      ],
      end: false,
    })),
  };
}

const isDecided = ({ status }: Work['gave'][number]): boolean =>
  status !== 'submitted' && status !== 'draft';

function payoutsOf({ payouts }: StatementAnswer, language: PublicLanguage): readonly PaperPart[] {
  if (payouts.length === 0) return [];
  const words = paperWords[language];
  const { locale } = publicWords[language];
  const rows = payouts.map(({ on, reference, evidence, amount }) => ({
    cells: [
      dayText(on, locale),
      [reference, evidence]
        .filter((text) => text !== null)
        .map(isolated)
        .join(' · '),
      amountText(amount, { locale }),
    ],
    end: false,
  }));
  const heads = [words.when, words.reference, words.amount];
  return [{ title: words.payouts, tables: [{ heads, figures: [false, false, true], rows }] }];
}
