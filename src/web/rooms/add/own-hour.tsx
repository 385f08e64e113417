import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { everyItem } from '../../../sdk/client.ts';
import { reader } from '../../app/session.ts';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, decimalText } from '../../words/numbers.ts';
import { hoursTyped } from '../../words/typed-hours.ts';
import { typedFrom } from '../../words/typed-number.ts';
import { costOf } from './own-rate.ts';

interface Props {
  readonly work: string;
  readonly agent: string;
  readonly currency: string;
  readonly value: string;
  /** How many hours, where what they come to is not said elsewhere. */
  readonly hours?: string;
  /** That a number is missing here. */
  readonly error?: string;
  readonly onType: (rate: string) => void;
}

/** What an hour of theirs costs, where the agreement leaves it to them: their proposal. */
export function OwnHour({ work, agent, currency, value, hours = '', error, onType }: Props) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  useLastRate({ work, agent, currency, value, onType });
  const cost = costOf(hours, value, currency);
  return (
    <div className="group">
      <NumberField
        label={say('own-hour', { currency: currencySign(currency, locale) })}
        hint={say('own-hour.hint')}
        {...(error !== undefined && { error })}
        currency={currency}
        value={value}
        onType={onType}
      />
      {cost === undefined ? null : (
        <p className="second" aria-live="polite">
          {say.rich('own-hour.comes', {
            hours: decimalText(hoursTyped(hours, locale) ?? hours, locale),
            cost: <Money key="cost" value={cost} even />,
          })}
        </p>
      )}
    </div>
  );
}

/** The rate that somebody named last for an hour of theirs in a work; null for none. */
const lastRateAsked = (work: string, agent: string) =>
  queryOptions({
    queryKey: ['last-rate', work, agent],
    queryFn: async (): Promise<Value | null> => {
      const asked = { work, agent, limit: 1000 };
      const lines = await everyItem((query) => reader.contributions.list(query), asked);
      const last = lines.findLast(({ unit, status }) => unit === 'h' && status !== 'draft');
      return last === undefined ? null : (await reader.contributions.show(last.id)).rate;
    },
    staleTime: 60_000,
  });

/** Begins with the rate of their last line, once, and leaves alone what they type. */
function useLastRate({ work, agent, currency, value, onType }: Omit<Props, 'hours' | 'error'>) {
  const { data: last } = useQuery(lastRateAsked(work, agent));
  const { locale } = useLocale();
  const isTouched = useRef(value !== '');
  const typing = useRef(onType);
  typing.current = onType;
  useEffect(() => {
    if (value !== '') isTouched.current = true;
    if (isTouched.current || last?.currency !== currency) return;
    isTouched.current = true;
    typing.current(typedFrom(last.amount, locale));
  }, [value, last, currency, locale]);
}
