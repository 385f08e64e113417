import { printable, shownWidth } from '../try/columns.ts';

export { printable, shownWidth };

/** Money as answers have it. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** The digits before the point in groups of three, from the decimal text itself. */
export function grouped(amount: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(amount) ?? [];
  if (whole === '') return amount;
  return `${sign === '-' ? '−' : ''}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** `AUD 9,240.81`. */
export const moneyText = ({ amount, currency }: Money): string =>
  `${printable(currency)} ${grouped(amount)}`;

/** Amounts of several currencies in one line; nothing is a dash. */
export const moniesText = (monies: readonly Money[]): string =>
  monies.length === 0 ? '–' : monies.map(moneyText).join(' + ');

/** A share as a percentage with two decimals, rounded half up: `0.739610` is `73.96 %`. */
export function shareText(share: string): string {
  const [, whole = '0', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(share) ?? [];
  const units = BigInt(whole + decimals.padEnd(4, '0').slice(0, 4));
  const rounded = units + ((decimals[4] ?? '0') >= '5' ? 1n : 0n);
  const digits = String(rounded).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)} %`;
}

/** A rate as a percentage, from the decimal text itself: `0.1` is `10 %`. */
export function percentText(share: string): string {
  const [whole = '0', decimals = ''] = share.split('.');
  const padded = decimals.padEnd(2, '0');
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return rest === '' ? `${digits} %` : `${digits}.${rest} %`;
}

/** One day, or the first and the last of several. */
export const daysText = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from} to ${to}`;

/** `1 line`, `3 lines`. */
export const counted = (count: number, one: string, many: string): string =>
  `${grouped(String(count))} ${count === 1 ? one : many}`;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Text that somebody wrote, as one line that cannot steer a terminal: control characters and marks
 * of direction are replaced, and right-to-left text is isolated, so that what stands beside it
 * keeps its place.
 */
export function said(text: string): string {
  const plain = printable(text.replaceAll(/\s*\n\s*/g, ' '));
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** As `said`, cut to so many columns. */
export function shortened(text: string, width: number): string {
  const plain = printable(text.replaceAll(/\s*\n\s*/g, ' '));
  if (shownWidth(plain) <= width) return said(text);
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(plain)) {
    if (shownWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return said(`${kept.trimEnd()}…`);
}
