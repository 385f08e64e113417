import { amount, formatAmount } from '../../domain/money/amount.ts';
import { hoursText } from '../../imports/git-hours.ts';
import { layOut, printable, type Column } from './columns.ts';
import type { FirstLook } from './look.ts';
import { shareText } from './report-json.ts';

/** A first look as text for people; `limit` rows of people (0 for all), the others summed up. */
export function reportText(look: FirstLook, source: string, limit: number): string {
  const paragraphs = [
    headOf(look, source),
    tableOf(look, limit),
    botsOf(look),
    paymentOf(look),
    workingsOf(look),
    whatNext,
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const headOf = (look: FirstLook, source: string): string[] => {
  const people = counted(look.estimates.people.length, 'person', 'people');
  const bots = counted(look.bots.length, 'program', 'programs');
  return [
    `A first look at ${printable(source)}`,
    `${counted(look.commits, 'commit', 'commits')} by ${people} and ${bots}. Commits carry no ` +
      'hours: what follows is estimated from',
    'their times, and an estimate counts for nothing until its author confirms it.',
  ];
};

interface Row {
  readonly who: string;
  readonly seconds: number;
  readonly cost: bigint;
  readonly obligation: bigint;
  readonly part: bigint;
}

const tableOf = (look: FirstLook, limit: number): string[] => {
  const { estimates, split, rate, payment } = look;
  const rows = estimates.people.map((person, index): Row => {
    return { ...person, who: person.agent, part: split?.parts[index] ?? 0n };
  });
  if (rows.length === 0) return [];
  const shownCount = limit === 0 || rows.length <= limit + 1 ? rows.length : limit;
  const others = rows.slice(shownCount);
  const shown = rows.slice(0, shownCount);
  if (others.length > 0) shown.push(sumOf(others, `and ${grouped(String(others.length))} others`));
  shown.push(sumOf(rows, 'together'));
  const number = (title: string): Column => ({ title, align: 'right' });
  const columns: Column[] = [
    { title: 'who', align: 'left' },
    number('hours (est.)'),
    number(`cost ${rate.currency.code}`),
    number(`obligation ${rate.currency.code}`),
    number('share'),
    ...(payment === undefined ? [] : [number(`of ${grouped(formatAmount(payment))}`)]),
  ];
  const text = (minor: bigint): string => grouped(formatAmount(amount(minor, rate.currency)));
  const cells = shown.map((row) => [
    row.who,
    grouped(hoursText(row.seconds)),
    text(row.cost),
    text(row.obligation),
    `${percent(row.obligation, estimates.obligation)} %`,
    ...(payment === undefined ? [] : [text(row.part)]),
  ]);
  return layOut(columns, cells);
};

const sumOf = (rows: readonly Row[], who: string): Row => ({
  who,
  seconds: rows.reduce((sum, row) => sum + row.seconds, 0),
  cost: rows.reduce((sum, row) => sum + row.cost, 0n),
  obligation: rows.reduce((sum, row) => sum + row.obligation, 0n),
  part: rows.reduce((sum, row) => sum + row.part, 0n),
});

const percent = (part: bigint, whole: bigint): string => shareText(part * 100n, whole, 2);

const botsOf = (look: FirstLook): string[] => {
  if (look.bots.length === 0) return [];
  const listed = look.bots
    .slice(0, botsListed)
    .map(({ agent, commits }) => `${printable(agent)} (${counted(commits, 'commit', 'commits')})`);
  const more = look.bots.length - listed.length;
  const rest = more === 0 ? '' : `, and ${more} more`;
  return [
    `Programs, not counted: ${listed.join(', ')}${rest}.`,
    'One of them is a person? --human NAME. One above is a program? --bot NAME.',
  ];
};

const botsListed = 12;

const paymentOf = ({ payment, split, rate }: FirstLook): string[] => {
  if (payment === undefined || split === undefined) return [];
  const text = (minor: bigint): string =>
    `${rate.currency.code} ${grouped(formatAmount(amount(minor, rate.currency)))}`;
  const paid = split.parts.reduce((sum, part) => sum + part, 0n);
  return [
    `Of a payment of ${text(payment.minor)} (tax and splits left out): ${text(paid)} to people, ` +
      `dust ${text(split.dust)},`,
    `back to the payer, as it exceeds the obligation: ${text(split.excess)}.`,
  ];
};

const workingsOf = (look: FirstLook): string[] => {
  const { rate, rule } = look;
  const source =
    'tableId' in rate.source
      ? `${rate.source.title}, line ${rate.source.row}, in force from ${rate.source.date}`
      : rate.source.title;
  return [
    'How it was worked out',
    `  Hours: git-hours (https://github.com/kimmobrunfeldt/git-hours): commits less than ` +
      `${duration(rule.sessionSeconds)} apart are`,
    `  one session; a session's first commit adds ${duration(rule.firstSeconds)}.`,
    `  Rate: ${rate.currency.code} ${rate.text} an hour, ${printable(rate.name)}`,
    `  (${source}; looked up for ${rate.date}).`,
    `  Obligation: hours x rate x ${look.returnText} (the fixed return), rounded once, half-even.`,
    ...look.notes.slice(2).map((note) => `  ${note}`),
  ];
};

const whatNext = [
  'What next',
  '  Other terms: --rate, --classification, --return, --session, --first (webizen try --help).',
  '  What each would get of a payment: --payment 1000.',
  '  To make it real: webizen work add, then webizen contribution import SOURCE --format git;',
  '  each author then confirms or corrects their own lines.',
];

const counted = (count: number, one: string, many: string): string =>
  `${grouped(String(count))} ${count === 1 ? one : many}`;

/** Groups the digits before the point by three. */
const grouped = (text: string): string => {
  const [whole = '', decimals] = text.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
};

const duration = (seconds: number): string => {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [
    hours === 0 ? '' : `${hours} h`,
    minutes === 0 ? '' : `${minutes} min`,
    seconds % 60 === 0 ? '' : `${seconds % 60} s`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '0 h' : parts.join(' ');
};
