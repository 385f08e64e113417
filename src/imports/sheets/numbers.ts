/**
 * Reads a decimal number as people and their programs write it, with a point or a comma before the
 * decimals and the other one between thousands: `1.5`, `1,5`, `1.234,5`, `1,234.5`, `2.000,0`. A
 * comma or point that stands alone is a decimal one. Gives it with a point; undefined for none.
 */
export function decimalText(text: string): string | undefined {
  const marks = text.replace(/[0-9]/g, '');
  if (/^[0-9]+$/.test(text)) return text;
  if (!/^[.,]+$/.test(marks)) return undefined;
  if (/^[0-9]*[.,][0-9]+$/.test(text)) return text.replace(',', '.').replace(/^\./, '0.');
  const decimal = marks.at(-1);
  const thousands = decimal === ',' ? '.' : ',';
  const [whole, decimals, more] = text.split(decimal ?? '.');
  if (whole === undefined || decimals === undefined || more !== undefined) return undefined;
  const groups = whole.split(thousands);
  const fits = groups.every((group, index) =>
    index === 0 ? /^[0-9]{1,3}$/.test(group) : /^[0-9]{3}$/.test(group),
  );
  return fits && /^[0-9]+$/.test(decimals) ? `${groups.join('')}.${decimals}` : undefined;
}

/**
 * Whole seconds of a duration: `02:00:00`, `2:00`, hours as a decimal, or a clock time such as
 * `02:00:00 AM`, as which some exports write two hours (`12:20:00 AM` is twenty minutes). Decimal
 * hours are rounded half up to the second. Undefined for anything else.
 */
export function durationSeconds(text: string): number | undefined {
  const clock = /^([0-9]{1,4}):([0-5][0-9])(?::([0-5][0-9]))?\s*([AP]M)?$/i.exec(text);
  if (clock === null) return decimalHours(text);
  const [, hours = '', minutes = '', seconds = '0', half] = clock;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  return hour === undefined ? undefined : hour * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Seconds after midnight of a time of day, on a 24-hour or a 12-hour clock. */
export function timeSeconds(text: string): number | undefined {
  const seconds = durationSeconds(text);
  const isClock = text.includes(':') && seconds !== undefined;
  return isClock && seconds <= 86_400 ? seconds : undefined;
}

const hourOf = (hour: number, half: string): number | undefined => {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
};

const decimalHours = (text: string): number | undefined => {
  const decimal = decimalText(text);
  if (decimal === undefined || decimal.length > 15) return undefined;
  const [whole = '', decimals = ''] = decimal.split('.');
  const scale = 10n ** BigInt(decimals.length);
  const seconds = (BigInt(whole + decimals) * 7200n + scale) / (2n * scale);
  return Number(seconds);
};

/** Hours as a decimal string from whole seconds: at most six decimals, half-even. */
export function hoursOf(seconds: number): string {
  const scaled = BigInt(seconds) * 1_000_000n;
  const down = scaled / 3600n;
  const twice = 2n * (scaled - down * 3600n);
  const up = twice > 3600n || (twice === 3600n && down % 2n === 1n);
  const millionths = (up ? down + 1n : down).toString().padStart(7, '0');
  return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`.replace(/\.?0+$/, '');
}
