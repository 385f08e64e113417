import { useQuery } from '@tanstack/react-query';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { agreementAsked } from '../../app/questions.ts';
import { useAddRoomWords } from '../../words/add/words.ts';
import { ExchangeFields } from '../add/exchange-fields.tsx';
import { exchangeOf, isExchangeAsked, missingOf } from '../add/exchange-typed.ts';
import { OwnHour } from '../add/own-hour.tsx';
import { isOwnRateAsked } from '../add/own-rate.ts';
import { readerLocale } from '../../words/typed-number.ts';
import { countTyped } from './typed.ts';
import type { LackingTyped } from './typed.ts';

/** What the agreement asks of a line: a rate of its author's own, or an award. */
export function useAskedOf(line: ContributionAnswer, work: WorkAnswer) {
  const { agreement } = work;
  const id = agreement?.id ?? '';
  const { data } = useQuery({ ...agreementAsked(id), enabled: agreement !== null });
  const isTime = line.unit === 'h' || line.unit === 'day';
  const whose = { agent: line.agent, kind: line.kind, day: line.on.from };
  return {
    isHourAsked: isTime && isOwnRateAsked(data, whose),
    isByAward: data === undefined || data.terms['rateBy'] === 'award',
  };
}

/** What of it keeps it from being sent. */
export function wrongOf(typed: LackingTyped, isHourAsked: boolean) {
  return {
    isRate: isHourAsked && countTyped(typed.rate, readerLocale()) === undefined,
    exchange: missingOf(typed.exchange),
  };
}

/** What of it goes with an act. */
export function lackingSaid(typed: LackingTyped, isHourAsked: boolean, currency: string) {
  const amount = countTyped(typed.rate, readerLocale());
  const exchange = exchangeOf(typed.exchange);
  return {
    ...(isHourAsked && amount !== undefined && { rate: { amount, currency } }),
    ...(exchange !== undefined && { exchange }),
  };
}

interface Props {
  readonly line: ContributionAnswer;
  readonly work: WorkAnswer;
  readonly typed: LackingTyped;
  readonly quantity: string;
  readonly isHourAsked: boolean;
  /** What is wrong with it, once it was to be sent. */
  readonly wrong?: ReturnType<typeof wrongOf> | undefined;
  /** What was refused: perhaps it asks for an exchange rate. */
  readonly error: unknown;
  readonly onType: (next: Partial<LackingTyped>) => void;
}

/** The rate of an hour where the agreement leaves it to the author, and an exchange where asked. */
export function Lacking(props: Props) {
  const { line, work, typed, quantity, isHourAsked, wrong, error, onType } = props;
  const say = useAddRoomWords();
  const { rate, source } = typed.exchange;
  const isExchange = rate !== '' || source !== '' || isExchangeAsked(error);
  return (
    <>
      {isHourAsked ? (
        <OwnHour
          work={work.id}
          agent={line.agent}
          currency={work.currency}
          value={typed.rate}
          hours={line.unit === 'h' ? quantity : ''}
          {...(wrong?.isRate === true && { error: say('own-hour.missing') })}
          onType={(rate) => onType({ rate })}
        />
      ) : null}
      {isExchange ? (
        <ExchangeFields
          home={work.currency}
          missing={wrong?.exchange}
          value={typed.exchange}
          onType={(next) => onType({ exchange: { ...typed.exchange, ...next } })}
        />
      ) : null}
    </>
  );
}
