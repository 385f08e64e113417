import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';

interface Props {
  readonly payment: Pick<PaymentAnswer, 'exchange' | 'accepted'>;
  /** Code of the work's currency. */
  readonly home: string;
}

/** At which rate a payment in another currency counts, from where, and of which day. */
export function ExchangeSaid({ payment: { exchange, accepted }, home }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  if (exchange === null) return null;
  // It is kept with twelve places; zeros at its end say nothing.
  const amount = exchange.rate.replace(/(\.\d{2}\d*?)0+$/, '$1');
  return (
    <p className="second">
      {say.rich('exchange', {
        rate: <Money key="rate" value={{ amount, currency: home }} even />,
        one: <Money key="one" value={{ amount: '1', currency: accepted.currency }} even />,
        source: <bdi key="source">{exchange.source}</bdi>,
        day: dayText(exchange.date, locale),
      })}
    </p>
  );
}
