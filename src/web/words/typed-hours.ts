// Hours as people type them: as a number, by the clock, or in hours and minutes with their signs or
// their names in a language of the app.

import { add, divide, formatRatio, parseDecimal, ratio } from '../../domain/money/ratio.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import { locales } from './languages.ts';
import { decimalTyped, latinOf } from './typed-number.ts';

type Unit = 'hour' | 'minute';

const SIGNS = { hour: ['h'], minute: ['m', 'min'] } as const;

/** Counts for which a language may have a word of its own: one, two, few, many, other. */
const COUNTS = [1, 2, 3, 11, 100];

function namesOf(unit: Unit): readonly string[] {
  const found: string[] = [...SIGNS[unit]];
  for (const locale of Object.values(locales)) {
    for (const unitDisplay of ['narrow', 'short', 'long'] as const) {
      const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
      for (const count of COUNTS) {
        const name = format.formatToParts(count).find(({ type }) => type === 'unit')?.value;
        if (name !== undefined) found.push(name.trim().toLowerCase().replace(/\.$/, ''));
      }
    }
  }
  return found;
}

let known: ReadonlyMap<string, Unit> | undefined;

/** Which unit a word names, in any language of the app. */
function unitOf(name: string): Unit | undefined {
  known ??= new Map(
    (['minute', 'hour'] as const).flatMap((unit) =>
      namesOf(unit).map((one) => [one, unit] as const),
    ),
  );
  return known.get(name);
}

const minutes = (text: string): Ratio => divide(parseDecimal(text), ratio(60n));

/** As the import of time sheets does: at most six decimals, half to even. */
const PLACES = 6;

const hoursText = (hours: Ratio): string => formatRatio(hours, PLACES).replace(/\.?0+$/, '');

const CLOCK = /^(\d{1,4}):([0-5]\d)$/;
const WITH_UNITS = /^([^\p{L}]+)(\p{L}+)\.?(?:[\s,]*(\d{1,2})\s*(\p{L}*)\.?)?$/u;

/**
 * What somebody typed as hours, as a plain decimal string of hours: `1.5`, `1:30`, `1h30`,
 * `1 h 30 min` and `90 min` are all `1.5`. Undefined where it is none.
 */
export function hoursTyped(typed: string, locale: string): string | undefined {
  const plain = decimalTyped(typed, locale);
  if (plain !== undefined) return plain;
  const text = latinOf(typed.trim()).toLowerCase();
  const [, hour, minute] = CLOCK.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) {
    return hoursText(add(parseDecimal(hour), minutes(minute)));
  }
  const [, count = '', name = '', rest, restName = ''] = WITH_UNITS.exec(text) ?? [];
  const [many, unit] = [decimalTyped(count, locale), unitOf(name)];
  if (many === undefined || unit === undefined) return undefined;
  if (rest === undefined) return unit === 'hour' ? many : hoursText(minutes(many));
  const isMinutes = unit === 'hour' && (restName === '' || unitOf(restName) === 'minute');
  if (!isMinutes || !/^\d+$/.test(many) || Number(rest) >= 60) return undefined;
  return hoursText(add(parseDecimal(many), minutes(rest)));
}

/** How much of a unit somebody typed, as a plain decimal string: hours in any of their writings. */
export const quantityTyped = (typed: string, unit: string, locale: string): string | undefined =>
  unit === 'h' ? hoursTyped(typed, locale) : decimalTyped(typed, locale);
