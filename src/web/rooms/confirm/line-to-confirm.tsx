import { lazy, Suspense, useId, useState } from 'react';
import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import { placesOf } from '../../../domain/money/decimals.ts';
import { parseDecimal, divide, compare, ZERO, formatRatio } from '../../../domain/money/ratio.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import type { Workings } from '../../../domain/effort/workings.ts';
import { Problem } from '../../../sdk/client.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useNumberNote } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Happened } from '../../parts/states/error-note.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { daysText, decimalText, quantityText } from '../../words/numbers.ts';
import { Stepper } from '../add/stepper.tsx';
import { useLineName } from '../work/line-name.ts';
import { Wrong } from './wrong.tsx';
import type { Worth } from './worth.ts';

const Worked = lazy(() => import('./worked.tsx'));

interface Props {
  readonly line: ContributionLine;
  readonly quantity: string;
  readonly worth: Worth | undefined;
  readonly steward: string;
  readonly isOut: boolean;
  /** It has no value as long as nobody says what an hour of it costs. */
  readonly isRateMissing: boolean;
  /** What is owed for it never grows. */
  readonly isMost: boolean;
  readonly onType: (quantity: string) => void;
  readonly onOut: (isOut: boolean) => void;
}

/** One line of theirs: what it was, how much it really was, and what it comes to as one types. */
export function LineToConfirm(props: Props) {
  const { line, quantity, worth, steward, isOut, onType, onOut } = props;
  const { isRateMissing, isMost } = props;
  const say = useConfirmRoomWords();
  const { locale } = useLocale();
  const [isWrong, setIsWrong] = useState(false);
  const name = useLineName()(line);
  return (
    <li className={isOut ? 'confirm-line is-out' : 'confirm-line'}>
      <div className="confirm-line-head">
        <div>
          <p className="name">
            <bdi>{name}</bdi>
          </p>
          <p className="caption">
            {daysText(line.on, locale)} · {quantityText(line, locale)}
          </p>
        </div>
        {line.unit === 'h' ? <Hours {...{ name, quantity, onType }} /> : null}
      </div>
      <Value {...{ line, worth, isRateMissing, isMost }} />
      {isWrong ? (
        <Wrong {...{ line, name, steward }} onBack={() => setIsWrong(false)} />
      ) : (
        <div className="row confirm-line-acts">
          <Button look="plain" aria-pressed={isOut} onClick={() => onOut(!isOut)}>
            {say(isOut ? 'take-in' : 'leave-out')}
          </Button>
          <Button look="plain" onClick={() => setIsWrong(true)}>
            {say('wrong')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface HoursProps extends Pick<Props, 'quantity' | 'onType'> {
  readonly name: string;
}

/** How many hours it really was, and what was understood of what is typed. */
function Hours({ name, quantity, onType }: HoursProps) {
  const say = useConfirmRoomWords();
  const id = useId();
  const { meant, wrong } = useNumberNote(quantity, { unit: 'h' });
  const note = wrong ?? meant;
  return (
    <div className="confirm-line-hours">
      <Stepper
        label={`${say('quantity')}: ${name}`}
        value={quantity}
        invalid={wrong !== undefined}
        note={note === undefined ? undefined : id}
        onType={onType}
      />
      {note === undefined ? null : (
        <p id={id} className={wrong === undefined ? 'field-hint' : 'field-error'}>
          <bdi className={wrong === undefined ? 'field-meant' : undefined}>{note}</bdi>
        </p>
      )}
    </div>
  );
}

/** What it comes to: the hour, its cost, the return; and on demand every step of it. */
function Value(props: Pick<Props, 'line' | 'worth' | 'isRateMissing' | 'isMost'>) {
  const { line, worth, isRateMissing, isMost } = props;
  const say = useConfirmRoomWords();
  const { locale } = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const { answer, stale = false, error } = worth ?? {};
  if (answer === undefined && isRateMissing) {
    return <p className="confirm-line-sum second">{say('rate.first')}</p>;
  }
  if (answer === undefined) return <NoValue {...{ line, error }} />;
  const { cost, obligation } = answer;
  const workings = answer.workings as unknown as Workings;
  const { quantity } = answer.contribution;
  const hour = line.unit === 'h' ? each(cost, quantity) : undefined;
  const times = workings.steps.find((step) => step.name === 'return')?.value;
  return (
    <div className={stale ? 'confirm-line-sum is-stale' : 'confirm-line-sum'} aria-busy={stale}>
      <span className="second">{say('then')}</span>
      <strong aria-live="polite">
        <Money value={obligation} even />
      </strong>
      <span className="caption confirm-line-how">
        {hour === undefined
          ? say.rich('cost', { cost: <Money key="cost" value={cost} even /> })
          : say.rich('hour', {
              quantity: decimalText(quantity, locale),
              hour: <Money key="hour" value={hour} even />,
            })}
        {times === undefined ? null : ` ${say('times', { times: decimalText(times, locale) })}`}
        {isMost ? say('most') : null}
      </span>
      <Button look="plain" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {say('how')}
      </Button>
      {isOpen ? (
        <div className="confirm-line-steps">
          <Suspense fallback={null}>
            <Worked workings={workings} />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}

/** What one unit of a quantity costs, rounded for the eye as amounts are. */
function each(cost: Value, quantity: string): Value | undefined {
  const count = parseDecimal(quantity);
  if (compare(count, ZERO) <= 0) return undefined;
  const places = placesOf(cost.amount);
  const amount = formatRatio(divide(parseDecimal(cost.amount), count), places);
  return { amount, currency: cost.currency };
}

/** As much room as how it is worked out will take, so that nothing moves when it comes. */
function RoomForHow() {
  const say = useConfirmRoomWords();
  return (
    <>
      <span className="caption confirm-line-how" aria-hidden="true">
        {'\u00a0'}
      </span>
      <span className="button plain confirm-line-room" aria-hidden="true">
        {say('how')}
      </span>
    </>
  );
}

/** Why it has no value: what the node said, where it said something. */
function NoValue({ line, error }: { readonly line: ContributionLine; readonly error: unknown }) {
  const say = useConfirmRoomWords();
  const isSaid = error instanceof Problem && error.code !== 'node-unreachable';
  return (
    <p className="confirm-line-sum">
      {isSaid ? (
        <span className="second">
          <Happened error={error} andTodo />
        </span>
      ) : line.obligation === null || error !== null ? (
        <span className="second">{say('unvalued')}</span>
      ) : (
        <>
          <span className="second">{say('then')}</span>
          <strong>
            <Money value={line.obligation} even />
          </strong>
          <RoomForHow />
        </>
      )}
    </p>
  );
}
