import type { Told, Workings } from '../../../../domain/effort/workings.ts';
import { useLocale } from '../../../words/locale.tsx';
import { currencySign, dayText, decimalText, moneyText } from '../../../words/numbers.ts';
import { useWorkingsWords } from '../../../words/workings/words.ts';
import type { ShownStep } from './neutral.ts';

/** Something that workings say: in the reader's language, else in the words of the node. */
export interface Saying {
  readonly text: string;
  /** Of the text, where it is not that of the page. */
  readonly lang?: 'en';
}

/** A name or a sign of any script keeps its own direction in a sentence. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

const money = /^(-?[\d.]+) ([A-Z]{3,})$/;
const perUnit = /^([A-Za-z][A-Za-z0-9-]*)\/(h|day|month)$/;
const forOne = /^(\S+) for 1 (\S+)$/;

/** Says notes, units and tables of workings in the reader's language. */
export function useTold() {
  const say = useWorkingsWords();
  const { locale } = useLocale();
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const values = (told: Told['values'], unit: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, valueText(name, value, unit)]),
    );
  const valueText = (name: string, value: string, unit: string): string => {
    if (['from', 'to', 'date', 'day'].includes(name)) return dayText(value, locale);
    if (name === 'country')
      return /^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : value;
    const [, amount, currency] = money.exec(value) ?? [];
    if (amount !== undefined && currency !== undefined)
      return moneyText({ amount, currency }, locale);
    const of = perUnit.exec(unit)?.[1];
    if (name === 'amount' && of !== undefined) {
      return moneyText({ amount: value, currency: of }, locale);
    }
    // A year is no quantity: it has no separator of thousands.
    return name === 'hours' || name === 'days' ? decimalText(value, locale) : isolated(value);
  };
  return {
    note: ({ told, note, unit }: ShownStep): Saying => {
      const { from, to } = told?.values ?? {};
      const isOneDay = told?.code === 'days' && from === to;
      const name = `told.${isOneDay ? 'day' : (told?.code ?? '')}`;
      if (told !== undefined && say.has(name))
        return { text: say(name, values(told.values, unit)) };
      return note === '' || told !== undefined ? { text: '' } : { text: note, lang: 'en' };
    },
    notice: ({ code, text, values: given = {} }: Workings['notes'][number]): Saying => {
      const name = `note.${code}`;
      const isWhole = Object.keys(given).length > 0 || code === 'rate-proposed';
      if (say.has(name) && isWhole) return { text: say(name, values(given, '')) };
      return { text, lang: 'en' };
    },
    unit: ({ unit, told, name }: ShownStep, currency: string): string => {
      const country = told?.values['country'];
      if (name === 'parity' && country !== undefined) {
        return say('unit.parity', { country: valueText('country', country, unit) });
      }
      const [, home, foreign] = forOne.exec(unit) ?? [];
      if (home !== undefined && foreign !== undefined)
        return say('unit.exchange', {
          home: isolated(home),
          foreign: isolated(foreign),
        });
      const [, code, per] = perUnit.exec(unit) ?? [];
      const word = `unit.per-${per ?? ''}`;
      if (code !== undefined && say.has(word)) {
        return say(word, { currency: isolated(currencySign(code, locale)) });
      }
      const own = `unit.${unit}`;
      if (unit !== '' && say.has(own)) return say(own);
      return unit.replaceAll(currency, isolated(currencySign(currency, locale)));
    },
    table: (id: string, title: string): string => {
      const name = `table.${id}`;
      return say.has(name) ? say(name) : title;
    },
  };
}
