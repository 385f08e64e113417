import type { Money as Value } from '../../../domain/money/amount.ts';
import { useLocale } from '../../words/locale.tsx';
import { moneyParts, moneyText } from '../../words/numbers.ts';
import './money.css';

interface Props {
  readonly value: Value;
  /** Without its currency, in a column whose head names it. */
  readonly bare?: boolean;
  /** Sign and cents as dark as the rest. */
  readonly even?: boolean;
  /** With a plus where it is above zero: a change of something. */
  readonly signed?: boolean;
}

/** An amount in the language's digits: whole, isolated from the text around it, never broken. */
export function Money({ value, bare = false, even = false, signed = false }: Props) {
  const { locale } = useLocale();
  const plus = signed && /^[^-]*[1-9]/.test(value.amount) ? '+\u202f' : '';
  // One text where all of it is as dark: long lists are full of them.
  if (even) return <bdi className="money">{plus + moneyText(value, locale, bare)}</bdi>;
  const parts = moneyParts(value, locale, bare);
  return (
    <bdi className="money">
      {plus}
      {parts.map(({ text, faint }, index) =>
        faint ? (
          <span key={index} className="faint">
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}
