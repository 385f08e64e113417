import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PartsAnswer, PaymentAnswer } from '../../../actions/payments/answers.ts';
import type { HolderAnswer, WorkAnswer } from '../../../actions/works/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { useMember } from '../../app/session.ts';
import { Level } from '../../parts/figures/level.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, fractionOf, isZero, less, noneOf } from '../../words/numbers.ts';
import { useMoneyWords } from '../../words/money/words.ts';
import '../../parts/figures/sum-rows.css';

interface Props {
  readonly payment: PaymentAnswer;
  readonly parts: PartsAnswer;
  readonly work: WorkAnswer;
}

/** What whoever looks has of the payment, beside what they have of the work; else nothing. */
export function MyCard({ payment, parts, work }: Props) {
  const say = useMoneyWords();
  const { locale } = useLocale();
  const member = useMember();
  const holder = work.people.find(({ agent }) => agent === member?.id);
  const has = parts.parts.some(({ agent }) => agent === member?.id);
  if (holder === undefined || (isZero(holder.obligation) && !has)) return null;
  const { agent, name, obligation, owed, received } = holder;
  const part = parts.parts.find((one) => one.agent === agent);
  const none = noneOf(work.dust);
  const others = othersOf(holder, payment, part?.amount);
  const level = obligation.amount === owed.amount ? 0 : 1 - fractionOf(owed, obligation);
  const out = received.length === 0 ? [none] : received;
  const line = (title: string, all: readonly Value[], look = '') => (
    <Line title={title} look={look} to={agent} work={work}>
      {all.map((one, at) => (
        <span key={one.currency}>
          {at === 0 ? null : ', '}
          <Money value={one} bare={one.currency === work.currency && look !== 'is-last'} even />
        </span>
      ))}
    </Line>
  );
  return (
    <section className="payment-card">
      <p className="second">{say('card')}</p>
      <h2 className="panel-title">
        <bdi>{name}</bdi>
      </h2>
      <Level part={level} />
      <dl className="sums">
        {line(say('card.gave'), [obligation])}
        {line(
          say('card.earned', { day: dayText(payment.on, locale) }),
          [part?.amount ?? noneOf(payment.accepted)],
          'is-paid',
        )}
        {others === undefined ? null : line(say('card.others'), [others], 'is-paid')}
        {line(say('card.owed'), [owed], 'is-last')}
      </dl>
      <dl className="sums">{line(say('card.received'), out)}</dl>
      <p>
        <Link to="/statement" search={{}}>
          {say('card.statement')}
        </Link>
      </p>
    </section>
  );
}

/** What other payments have paid of it; undefined where that is nothing, or of another currency. */
function othersOf(
  { obligation, owed }: HolderAnswer,
  { status }: PaymentAnswer,
  part: Value | undefined,
): Value | undefined {
  if (part !== undefined && part.currency !== obligation.currency) return undefined;
  const paid = less(obligation, owed);
  const others = part === undefined || status !== 'received' ? paid : less(paid, part);
  return isZero(others) ? undefined : others;
}

interface LineProps {
  readonly title: string;
  readonly look: string;
  readonly to: string;
  readonly work: WorkAnswer;
  readonly children: ReactNode;
}

/** One figure of it; it leads to what the person has in the work, line by line. */
function Line({ title, look, to, work, children }: LineProps) {
  return (
    <div className={look === 'is-last' ? look : ''}>
      <dt>{title}</dt>
      <dd className={look === 'is-paid' ? look : ''}>
        <Link
          to="/works/$work"
          params={{ work: work.id }}
          search={{ release: work.release.id, explain: `person:${to}` }}
          className="figure"
        >
          {children}
        </Link>
      </dd>
    </div>
  );
}
