import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import type { Draft } from '../../keep/draft.ts';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { ExchangeFields } from '../add/exchange-fields.tsx';
import { isExchangeAsked, missingOf } from '../add/exchange-typed.ts';
import { OwnHour } from '../add/own-hour.tsx';
import type { Corrected } from './corrected.ts';
import type { Asking, Worth } from './worth.ts';

interface AwardProps {
  readonly draft: Draft<Corrected>;
  /** Nothing is worth anything until it is answered. */
  readonly isAsked: boolean;
}

/** The award and level of all lines of time. */
export function Award({ draft, isAsked }: AwardProps) {
  const say = useConfirmRoomWords();
  return (
    <ClassificationField
      label={say('classification')}
      hint={say(isAsked ? 'classification.asked' : 'classification.hint')}
      value={draft.value.classification}
      onType={(classification) => draft.change({ classification })}
    />
  );
}

interface Props {
  readonly work: string;
  readonly agent: string;
  readonly lines: readonly ContributionLine[];
  readonly worths: readonly Worth[];
  readonly draft: Draft<Corrected>;
  readonly asking: Asking;
  /** Whether somebody wanted to confirm: only then is it said what is missing. */
  readonly asked: boolean;
}

/** What lines lack to have a value: what an hour of theirs costs, and an exchange rate. */
export function Lacking({ work, agent, lines, worths, draft, asking, asked }: Props) {
  const { rate, exchange } = draft.value;
  const isTyped = exchange.rate !== '' || exchange.source !== '';
  const isExchange = isTyped || worths.some(({ error }) => isExchangeAsked(error));
  return (
    <>
      {lines.some(asking.isRateAsked) ? (
        <OwnHour
          {...{ work, agent, currency: asking.currency }}
          value={rate}
          onType={(typed) => draft.change({ rate: typed })}
        />
      ) : null}
      {isExchange ? (
        <ExchangeFields
          home={asking.currency}
          value={exchange}
          missing={asked ? missingOf(exchange) : undefined}
          onType={(next) => draft.change({ exchange: { ...exchange, ...next } })}
        />
      ) : null}
    </>
  );
}
