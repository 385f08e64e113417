import { parseArgs } from 'node:util';
import { refuse } from '../../domain/refusals.ts';

/** What `webizen try` was asked, as text where another module reads it. */
export interface TryOptions {
  readonly source: string;
  readonly classification: string;
  /** Instead of a classification: so much for an hour. */
  readonly rate?: string;
  readonly rateCurrency?: string;
  readonly returnFactor: string;
  readonly payment?: string;
  readonly currency?: string;
  readonly sessionSeconds: number;
  readonly firstSeconds: number;
  readonly bots: readonly string[];
  readonly humans: readonly string[];
  readonly branch?: string;
  readonly allowShallow: boolean;
  readonly json: boolean;
  readonly progress: boolean;
  /** Rows of the table in text; the others are summed up. */
  readonly limit: number;
}

/** The classification that a first look values hours at. */
export const defaultClassification = 'MA000065/6';

const spec = {
  'allow-shallow': { type: 'boolean' },
  bot: { type: 'string', multiple: true },
  branch: { type: 'string' },
  classification: { type: 'string' },
  currency: { type: 'string' },
  first: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  human: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  payment: { type: 'string' },
  progress: { type: 'boolean' },
  rate: { type: 'string' },
  'rate-currency': { type: 'string' },
  return: { type: 'string' },
  session: { type: 'string' },
} as const;

/** The help text of the command. */
export const tryHelp = `Usage: webizen try SOURCE [options]

Estimates from a history of commits who gave how many hours, what that cost at one rate, what a
fixed return on it would be, and who would get what of a payment. It leaves nothing behind.

SOURCE is a folder of any git repository, or a history file (plain or gzip).

  --classification C     rate of an Australian award, AWARD/LEVEL (default ${defaultClassification})
  --rate AMOUNT          one rate for an hour, instead of a classification
  --rate-currency CODE   its currency (default that of --currency, else AUD)
  --return FACTOR        the fixed return (default 1.5)
  --payment AMOUNT       show what each would get of a payment
  --currency CODE        its currency (default that of the rate)
  --session DURATION     commits less than this apart are one session (default 2h)
  --first DURATION       what the first commit of a session adds (default 2h)
  --bot NAME             a name or address that is a program; may be repeated
  --human NAME           a name or address that is a person after all; may be repeated
  --branch NAME          a branch, tag or commit instead of HEAD
  --allow-shallow        read what is there of a history that was cut off
  --limit N              people shown in the table (default 20; 0 for all)
  --json                 print one JSON object
  --progress             show progress even for a short read
  --help                 print this

Examples:
  webizen try .
  webizen try ~/src/project --payment 1000 --currency AUD
  webizen try history.log.gz --rate 80 --rate-currency EUR --return 2 --json
  webizen try . --session 90m --first 1h --bot "Release Script"
`;

/**
 * Reads the arguments after `try`; undefined where help was asked for. Refuses option-malformed,
 * with what the option takes.
 */
export function parseTryOptions(argv: readonly string[]): TryOptions | undefined {
  const { values, positionals } = parsed(argv);
  if (values.help === true) return undefined;
  const [source, extra] = positionals;
  if (source === undefined) {
    const what = 'name a git repository or a history file, such as: webizen try .';
    return refuse('option-malformed', { option: 'SOURCE', text: '', what });
  }
  if (extra !== undefined) {
    refuse('option-malformed', { option: 'SOURCE', text: extra, what: 'one source is read' });
  }
  if (values.rate !== undefined && values.classification !== undefined) {
    const what = 'a classification has a rate already; give one of the two';
    refuse('option-malformed', { option: '--rate', text: values.rate, what });
  }
  if (values['rate-currency'] !== undefined && values.rate === undefined) {
    const what = 'it says the currency of --rate, which is not given';
    refuse('option-malformed', { option: '--rate-currency', text: values['rate-currency'], what });
  }
  return {
    source,
    classification: values.classification ?? defaultClassification,
    ...optional('rate', values.rate),
    ...optional('rateCurrency', values['rate-currency']),
    returnFactor: values.return ?? '1.5',
    ...optional('payment', values.payment),
    ...optional('currency', values.currency),
    sessionSeconds: durationSeconds('--session', values.session ?? '2h'),
    firstSeconds: durationSeconds('--first', values.first ?? '2h'),
    bots: values.bot ?? [],
    humans: values.human ?? [],
    ...optional('branch', values.branch),
    allowShallow: values['allow-shallow'] ?? false,
    json: values.json ?? false,
    progress: values.progress ?? false,
    limit: limitOf(values.limit ?? '20'),
  };
}

const parsed = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: spec, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const option = /'(--?[\w-]+)/.exec(error.message)?.[1] ?? 'try';
    const what = error.message.includes('Unknown option')
      ? 'there is no such option'
      : (error.message.split(/[.\n]/)[0] ?? 'it does not fit');
    return refuse('option-malformed', { option, text: argv.join(' '), what });
  }
};

const optional = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: string });

const dayMost = 366 * 86_400;

/** Whole seconds of a duration such as `2h`, `90m`, `1h30m`, `45s`, `1.5h`. */
export function durationSeconds(option: string, text: string): number {
  const what = 'write a duration such as 2h, 90m or 1h30m';
  const parts = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+)m(?:in)?)?(?:(\d+)s)?$/.exec(text.toLowerCase());
  if (parts === null || text === '') return refuse('option-malformed', { option, text, what });
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const total = Math.round(Number(hours) * 3600) + Number(minutes) * 60 + Number(seconds);
  if (total > dayMost) refuse('option-malformed', { option, text, what: `${what}, up to a year` });
  return total;
}

const limitOf = (text: string): number => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  return refuse('option-malformed', { option: '--limit', text, what: 'write a whole number' });
};
