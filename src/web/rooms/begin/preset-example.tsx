import { presetOf } from '../../../domain/agreements/presets.ts';
import type { PresetName } from '../../../domain/agreements/presets.ts';
import { formatRatio, multiply, parseDecimal } from '../../../domain/money/ratio.ts';
import { useScale } from '../../app/scale.ts';
import { useHourlyRate } from '../../parts/controls/classification-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { typedOr, usualTimes } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** The awards that ship with a node are of one country. */
export const AWARD_CURRENCY = 'AUD';

/** About what an hour costs by an award where nobody has named one, and at a lower level. */
const AWARD_HOUR = '38';
const OTHER_AWARD_HOUR = '27';
/** Of somebody whose hour costs more. */
const TWICE = '2';
const HOURS = '10';
const CASH = '100';

interface Props {
  readonly preset: PresetName;
  readonly typed: Beginning;
}

/**
 * Ten hours: what they cost, what is owed. Then that by which the preset is another one than the
 * others: ten hours of somebody else, or cash where that weighs otherwise.
 */
export function PresetExample({ preset, typed }: Props) {
  const { locale } = useLocale();
  const { terms } = presetOf(preset);
  const own = typed.preset === preset ? typedOr(typed.times, locale) : undefined;
  const times = own ?? usualTimes(preset);
  const ofCash = terms['return.cash'];
  const cashTimes = typeof ofCash === 'string' && ofCash !== times ? ofCash : undefined;
  const hour = useHour({ preset, typed });
  const scale = useScale(typed.currency);
  return (
    <span className="path-example">
      {hour === undefined || scale === undefined ? (
        <InWords {...{ preset, times, cashTimes }} />
      ) : (
        <InMoney {...{ preset, hour, times, cashTimes, scale }} currency={typed.currency} />
      )}
    </span>
  );
}

/** What an hour costs in the example: as it was typed, or by an award, in its own currency. */
function useHour({ preset, typed }: Props): string | undefined {
  const { locale } = useLocale();
  const scale = useScale(typed.currency);
  const byAward = useHourlyRate(preset === 'award' ? typed.classification : '');
  if (preset === 'award') {
    return typed.currency === AWARD_CURRENCY ? (byAward ?? AWARD_HOUR) : undefined;
  }
  if (typed.preset === preset) {
    const typedHour = typedOr(typed.hour, locale, scale);
    if (typedHour !== undefined) return typedHour;
  }
  return typed.currency === AWARD_CURRENCY ? AWARD_HOUR : undefined;
}

interface Weights {
  readonly preset: PresetName;
  readonly times: string;
  readonly cashTimes: string | undefined;
}

/** Where no sum would be true: how it is reckoned. */
function InWords({ preset, times, cashTimes }: Weights) {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  const said = (by: string): string => decimalText(by, locale);
  return (
    <>
      <span>{say('example.words', { times: said(times) })}</span>
      {preset === 'slicing-pie' ? null : <span>{say(`example.words.${preset}`)}</span>}
      {cashTimes === undefined ? null : (
        <span>{say('example.words.cash', { times: said(cashTimes) })}</span>
      )}
    </>
  );
}

interface InMoneyProps extends Weights {
  readonly hour: string;
  readonly currency: string;
  readonly scale: number;
}

function InMoney({ preset, hour, times, cashTimes, currency, scale }: InMoneyProps) {
  const say = useBeginRoomWords();
  const money = (name: string, ...factors: readonly string[]) => {
    const value = factors.map(parseDecimal).reduce(multiply);
    const amount = { amount: formatRatio(value, scale), currency };
    return <Money key={name} value={amount} even />;
  };
  const others = {
    award: [OTHER_AWARD_HOUR],
    rates: [hour, TWICE],
    equal: [hour],
    'slicing-pie': undefined,
  }[preset];
  return (
    <>
      <span>
        {say.rich('example', {
          hour: money('hour', hour),
          cost: money('cost', hour, HOURS),
          owed: money('owed', hour, HOURS, times),
        })}
      </span>
      {others === undefined || preset === 'slicing-pie' ? null : (
        <span>
          {say.rich(`example.${preset}`, {
            hour: money('other', ...others),
            owed: money('others', ...others, HOURS, times),
          })}
        </span>
      )}
      {cashTimes === undefined ? null : (
        <span>
          {say.rich('example.cash', {
            cash: money('cash', CASH),
            owed: money('owed', CASH, cashTimes),
          })}
        </span>
      )}
    </>
  );
}
