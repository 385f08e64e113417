// Numbers as people type them.

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';

/**
 * What somebody typed as a number, as a plain decimal string: Arabic digits, a comma or a point
 * before the decimals, and signs between thousands are understood. Undefined where it is no number.
 */
export function decimalTyped(typed: string): string | undefined {
  const latin = Array.from(typed.trim())
    .map((sign) => {
      const digit = Math.max(ARABIC.indexOf(sign), PERSIAN.indexOf(sign));
      return digit >= 0 ? String(digit) : sign;
    })
    .join('')
    .replaceAll('\u066b', '.')
    .replace(/[\s\u066c'’_]/g, '');
  const plain = withPoint(latin);
  return /^\d{1,15}(\.\d{1,8})?$/.test(plain) ? plain : undefined;
}

/** Of point and comma, the later one stands before the decimals, unless it parts thousands. */
function withPoint(text: string): string {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (comma < 0) return text;
  if (point > comma) return text.replaceAll(',', '');
  if (point >= 0) return text.replaceAll('.', '').replace(',', '.');
  const groups = /^\d{1,3}(,\d{3})+$/.test(text);
  return groups ? text.replaceAll(',', '') : text.replace(',', '.');
}

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
