import { amount, toMoney, type Money } from '../../domain/money/amount.ts';
import { formatRatio, ratio } from '../../domain/money/ratio.ts';
import { hoursText } from '../../imports/git-hours.ts';
import type { FirstLook } from './look.ts';

/** A first look as one JSON object. Money, hours and shares are decimal strings. */
export function reportJson(look: FirstLook): Record<string, unknown> {
  const { estimates, rate } = look;
  const money = (minor: bigint): Money => toMoney(amount(minor, rate.currency));
  return {
    contributors: estimates.people.map((person) => ({
      agent: person.agent,
      hours: hoursText(person.seconds),
      seconds: person.seconds,
      commits: person.commits,
      cost: money(person.cost),
      obligation: money(person.obligation),
      share: shareText(person.obligation, estimates.obligation, 6),
    })),
    bots: look.bots,
    hours: hoursText(estimates.seconds),
    cost: money(estimates.cost),
    obligation: money(estimates.obligation),
    ...paymentJson(look, money),
    rate: {
      amount: rate.text,
      currency: rate.currency.code,
      unit: 'h',
      name: rate.name,
      date: rate.date,
      ...(rate.classification === undefined ? {} : { classification: rate.classification }),
      source: rate.source,
    },
    method: {
      name: 'git-hours',
      url: 'https://github.com/kimmobrunfeldt/git-hours',
      sessionSeconds: look.rule.sessionSeconds,
      firstSeconds: look.rule.firstSeconds,
      return: look.returnText,
      rounding: 'seconds / 3600 x rate x return, half-even once for each contributor',
      estimate: true,
      commits: look.commits,
    },
    notes: look.notes,
  };
}

const paymentJson = (
  { payment, split, estimates }: FirstLook,
  money: (minor: bigint) => Money,
): Record<string, unknown> => {
  if (payment === undefined || split === undefined) return {};
  return {
    payment: {
      amount: toMoney(payment),
      parts: estimates.people.map(({ agent }, index) => ({
        agent,
        amount: money(split.parts[index] ?? 0n),
      })),
      dust: money(split.dust),
      excess: money(split.excess),
    },
  };
};

/** A share of the whole as a decimal string, half-even; nothing of nothing is nothing. */
export function shareText(part: bigint, whole: bigint, places: number): string {
  return formatRatio(whole === 0n ? ratio(0n) : ratio(part, whole), places);
}
