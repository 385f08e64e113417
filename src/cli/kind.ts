import type { Command } from 'commander';
import { refuse } from '../domain/refusals.ts';
import type { Client } from '../sdk/client.ts';
import { facts, table } from './print/table.ts';
import { said } from './print/text.ts';
import { acting, common, doing, example, wrong } from './session/session.ts';
import type { ActingOptions, CommonOptions, Session } from './session/session.ts';
import { showing } from './session/showing.ts';
import type { Terminal } from './session/terminal.ts';

type Kind = Awaited<ReturnType<Client['kinds']['show']>>;
type Currency = Awaited<ReturnType<Client['currencies']['show']>>;

const kindText = (kind: Kind): string =>
  facts([
    ['kind', said(kind.id)],
    ['name', said(kind.name)],
    ['measured as', kind.measure],
    ['units', kind.units.map(said).join(', ')],
    ['rate from', kind.rateSource],
    ['evidence', `${kind.evidenceMin} at least`],
    ['factors', kind.factors ? 'agreed ones may apply' : 'none'],
    ['added here', kind.own ? 'yes' : 'no'],
  ]);

interface AddKindOptions extends ActingOptions {
  readonly kind: string;
  readonly name: string;
  readonly measure: string;
  readonly unit: readonly string[];
  readonly rateSource?: string;
  readonly evidenceMin?: string;
  readonly factors?: boolean;
}

function wholeNumber(option: string, text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : wrong(option, text, 'a whole number is needed');
}

async function addKind(session: Session, options: AddKindOptions): Promise<void> {
  const { kind, name, measure, unit, rateSource, evidenceMin, factors } = options;
  const body = {
    kind,
    name,
    measure,
    units: [...unit],
    rateSource,
    evidenceMin: evidenceMin === undefined ? undefined : wholeNumber('--evidence-min', evidenceMin),
    factors: factors === false ? false : undefined,
  };
  session.show(await session.client.kinds.add(body, await session.how()), kindText);
}

/** `webizen kind …` */
export function kind(program: Command, terminal: Terminal): void {
  const noun = program.command('kind').description('kinds of contribution');
  const adding = noun
    .command('add')
    .description('add a kind of contribution, without code')
    .requiredOption('--kind <word>', 'its name in commands: night-shift-moderation')
    .requiredOption('--name <name>', 'its name for people')
    .requiredOption('--measure <measure>', 'time, money, use or energy')
    .requiredOption('--unit <unit...>', 'units that it is counted in: h')
    .option('--rate-source <source>', 'terms, agreed or price')
    .option('--evidence-min <number>', 'how many pieces of evidence it needs')
    .option('--no-factors', 'agreed factors never apply to it');
  example(
    acting(adding, 'this act').action(doing(terminal, addKind)),
    'webizen kind add --kind night-shift-moderation --name "Night-shift moderation" \\',
    '  --measure time --unit h',
  );
  const listing = noun.command('list').description('every kind of contribution');
  example(
    common(listing).action(
      doing(terminal, async (session) => {
        session.show(await session.client.kinds.list(), ({ items }) =>
          table(items, [
            { title: 'kind', of: (one) => said(one.id) },
            { title: 'name', of: (one) => said(one.name) },
            { title: 'measured as', of: (one) => one.measure },
            { title: 'units', of: (one) => one.units.map(said).join(', ') },
            { title: 'added here', of: (one) => (one.own ? 'yes' : '') },
          ]),
        );
      }),
    ),
    'webizen kind list',
  );
  showing(noun, terminal, {
    description: 'one kind',
    argument: ['kind'],
    example: 'webizen kind show labour',
    find: ({ client }, id) => client.kinds.show(id),
    text: kindText,
  });
}

const currencyText = (currency: Currency): string =>
  facts([
    ['currency', said(currency.code)],
    ['name', currency.name === null ? undefined : said(currency.name)],
    ['decimals', String(currency.scale)],
    ['from', currency.own ? 'this node' : 'ISO 4217'],
  ]);

interface AddCurrencyOptions extends ActingOptions {
  readonly code: string;
  readonly scale: string;
  readonly name: string;
}

/** `webizen currency …` */
export function currency(program: Command, terminal: Terminal): void {
  const noun = program.command('currency').description('whatever is counted');
  const adding = noun
    .command('add')
    .description('add a currency beside those of ISO 4217')
    .requiredOption('--code <code>', 'letters, digits and dashes: TBH')
    .requiredOption('--scale <number>', 'how many decimals it has, for good')
    .requiredOption('--name <name>');
  example(
    acting(adding, 'this act').action(
      doing<AddCurrencyOptions>(terminal, async (session, { code, name, scale }) => {
        const body = { code, name, scale: wholeNumber('--scale', scale) };
        session.show(await session.client.currencies.add(body, await session.how()), currencyText);
      }),
    ),
    'webizen currency add --code TBH --scale 2 --name "Hours of the time bank"',
  );
  const listing = noun
    .command('list')
    .description('every currency')
    .option('--own', 'only those that were added here');
  example(
    common(listing).action(
      doing<CommonOptions & { own?: boolean }>(terminal, async (session, { own }) => {
        session.show(await session.client.currencies.list({ own }), ({ items }) =>
          table(items, [
            { title: 'currency', of: (one) => said(one.code) },
            { title: 'decimals', right: true, of: (one) => String(one.scale) },
            { title: 'name', of: (one) => said(one.name ?? '') },
            { title: 'from', of: (one) => (one.own ? 'this node' : 'ISO 4217') },
          ]),
        );
      }),
    ),
    'webizen currency list --own',
  );
  showing(noun, terminal, {
    description: 'one currency',
    argument: ['code'],
    example: 'webizen currency show AUD',
    find: ({ client }, code) => client.currencies.show(code),
    text: currencyText,
  });
}

interface SearchOptions extends CommonOptions {
  readonly search?: string;
  readonly limit?: string;
}

/** A rate as tables of money show it: 31.3 is 31.30. */
const inCents = (rate: string): string => {
  const [whole = '', cents = ''] = rate.split('.');
  return `${whole}.${cents.padEnd(2, '0')}`;
};

async function classifications(
  session: Session,
  search: string,
  limit: string | undefined,
): Promise<void> {
  const query = { search, limit: limit === undefined ? undefined : wholeNumber('--limit', limit) };
  const found = await session.client.classifications.list(query);
  session.show(found, ({ items, next }) => {
    if (items.length === 0) return 'No row of the tables holds all of these words.';
    const rows = table(items, [
      { title: 'classification', of: (one) => said(one.classification) },
      { title: 'rate', right: true, of: (one) => `${inCents(one.rate)} ${said(one.rateType)}` },
      { title: 'from', of: (one) => one.from },
      { title: 'name', of: (one) => said([one.parent, one.name].filter(Boolean).join(': ')) },
    ]);
    return next === undefined ? rows : `${rows}\n\nThere are more: give more words, or --limit.`;
  });
}

/** `webizen classification …` */
export function classification(program: Command, terminal: Terminal): void {
  const noun = program.command('classification').description('rows of the rate tables');
  const listing = noun
    .command('list')
    .description('rows of the award tables that hold all of the words')
    .option('--search <words>', 'words of the award, the name or its heading', '')
    .option('--limit <number>', 'how many rows (50)');
  example(
    common(listing).action(
      doing<SearchOptions>(terminal, async (session, { search = '', limit }) =>
        classifications(session, search, limit),
      ),
    ),
    'webizen classification list --search engineer',
  );
  const showing = noun
    .command('show')
    .description('the rows of one award')
    .argument('<award>', 'such as MA000065');
  example(
    common(showing).action(
      doing(terminal, async (session, _, [award = '']) => {
        const { items } = await session.client.classifications.list({ search: award, limit: 1 });
        if (items.length > 0) return classifications(session, award, '1000');
        const day = terminal.clock().toISOString().slice(0, 10);
        return refuse('classification-unknown', {
          text: award.slice(0, 100),
          day,
          near: 'nothing',
        });
      }),
    ),
    'webizen classification show MA000065',
  );
}
