import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { daysText, quantityText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { Stepper } from '../add/stepper.tsx';

interface Props {
  readonly line: ContributionLine;
  readonly quantity: string;
  readonly isOut: boolean;
  readonly onType: (quantity: string) => void;
  readonly onOut: (isOut: boolean) => void;
}

/** One line of theirs: what it was, how much it really was, what it would come to. */
export function LineToConfirm({ line, quantity, isOut, onType, onOut }: Props) {
  const say = useConfirmRoomWords();
  const sayWork = useWorkRoomWords();
  const { locale } = useLocale();
  const kind = `kind.${line.kind}`;
  const isSame = quantity === line.quantity;
  return (
    <li className={isOut ? 'confirm-line is-out' : 'confirm-line'}>
      <div className="confirm-line-head">
        <div>
          <p className="name">
            <bdi>{line.what ?? (sayWork.has(kind) ? sayWork(kind) : line.kind)}</bdi>
          </p>
          <p className="caption">
            {daysText(line.on, locale)} · {quantityText(line, locale)}
          </p>
        </div>
        {line.unit === 'h' ? (
          <Stepper
            label={`${say('quantity')}: ${line.what ?? line.kind}`}
            value={quantity}
            onType={onType}
          />
        ) : null}
      </div>
      <p className="confirm-line-sum">
        {line.obligation === null || !isSame ? (
          <span className="second">
            {isSame
              ? say('unvalued')
              : quantityText({ ...line, quantity: quantity || '0', estimate: false }, locale)}
          </span>
        ) : (
          <>
            <span className="second">{say('then')}</span>
            <strong>
              <Money value={line.obligation} />
            </strong>
          </>
        )}
      </p>
      <div>
        <Button look="plain" aria-pressed={isOut} onClick={() => onOut(!isOut)}>
          {say(isOut ? 'take-in' : 'leave-out')}
        </Button>
      </div>
    </li>
  );
}
