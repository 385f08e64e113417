import type { PaymentAnswer } from '../../../actions/payments/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { isZero } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';

interface Props {
  readonly paid: Pick<PaymentAnswer, 'offered' | 'excess' | 'excessTo'>;
}

/** That more came in than is owed, and who has the rest; nothing where all of it is needed. */
export function CameSaid({ paid: { offered, excess, excessTo } }: Props) {
  const say = useMoneyWords();
  if (isZero(excess)) return null;
  return (
    <p>
      {say.rich(`came.${excessTo}`, {
        amount: <Money key="amount" value={offered} even />,
        excess: <Money key="excess" value={excess} even />,
      })}
    </p>
  );
}
