import { presetOf } from '../../../domain/agreements/presets.ts';
import type { PresetName } from '../../../domain/agreements/presets.ts';
import { isoCurrencies } from '../../../domain/money/currency.ts';
import { formatRatio, multiply, parseDecimal } from '../../../domain/money/ratio.ts';
import type { Ratio } from '../../../domain/money/ratio.ts';
import { Money } from '../../parts/figures/money.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { typedOr, usualTimes } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** What an hour costs in the example where nobody has typed anything. */
const HOUR = '38';
const HOURS = '10';
const CASH = '100';

/** The most that a claim can be of its cost: the width of the picture. */
const MOST = 4;

interface Props {
  readonly preset: PresetName;
  readonly typed: Beginning;
}

/** Ten hours, and cash where it weighs otherwise, in numbers: what they cost, what is owed. */
export function PresetExample({ preset, typed }: Props) {
  const say = useBeginRoomWords();
  const { terms } = presetOf(preset);
  const isChosen = typed.preset === preset;
  const { locale } = useLocale();
  const own = isChosen ? typedOr(typed.times, locale) : undefined;
  const times = own ?? usualTimes(preset);
  const ofCash = terms['return.cash'];
  const cashTimes = typeof ofCash === 'string' ? ofCash : times;
  const ownHour = isChosen && preset !== 'award' ? typedOr(typed.hour, locale) : undefined;
  const hour = parseDecimal(ownHour ?? HOUR);
  const cost = multiply(hour, parseDecimal(HOURS));
  const owed = (value: Ratio, by: string): Ratio => multiply(value, parseDecimal(by));
  const scale = isoCurrencies().get(typed.currency)?.scale ?? 2;
  const money = (name: string, value: Ratio) => (
    <Money
      key={name}
      value={{ amount: formatRatio(value, scale), currency: typed.currency }}
      even
    />
  );
  const cash = parseDecimal(CASH);
  return (
    <span className="path-example">
      <Bars times={times} />
      <span>
        {say.rich('example', {
          hour: money('hour', hour),
          cost: money('cost', cost),
          owed: money('owed', owed(cost, times)),
        })}
      </span>
      {cashTimes === times ? null : (
        <>
          <Bars times={cashTimes} />
          <span>
            {say.rich('example.cash', {
              cash: money('cash', cash),
              owed: money('owed', owed(cash, cashTimes)),
            })}
          </span>
        </>
      )}
    </span>
  );
}

/** What it cost, filled, in what is owed for it, a frame: the picture of the sentence beside it. */
function Bars({ times }: { readonly times: string }) {
  const most = Math.min(Math.max(Number(times), 0), MOST);
  const unit = 100 / MOST;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="xMinYMid"
      className="path-bars"
      aria-hidden="true"
    >
      <rect x="0.5" y="0.5" width={Math.max(most * unit - 1, 0)} height="7" className="is-owed" />
      <rect x="0.5" y="0.5" width={unit - 1} height="7" className="is-cost" />
    </svg>
  );
}
