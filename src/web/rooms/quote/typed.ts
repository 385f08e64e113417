// A tax rate as people type it.

/** A percentage, such as "10" or "8.25", as a part of one: "0.1", "0.0825". */
export function partOfPercent(percent: string): string {
  const [whole = '0', rest = ''] = percent.split('.');
  const digits = whole.padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`;
  return text
    .replace(/0+$/, '')
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '');
}
