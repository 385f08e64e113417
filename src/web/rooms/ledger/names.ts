import { useMemo } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { AccountAnswer, TransferAnswer } from '../../../actions/ledger/answers.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { accountsAsked, isOwed } from './asked.ts';

/** An amount with the other sign. */
export const negated = ({ amount, currency }: Money): Money => ({
  amount: amount.startsWith('-') ? amount.slice(1) : /[1-9]/.test(amount) ? `-${amount}` : amount,
  currency,
});

/** What accounts and transfers are called in the reader's language, and how amounts are read. */
export function useNames() {
  const say = useLedgerWords();
  const { data } = useSuspenseQuery(accountsAsked);
  return useMemo(() => {
    const named = (name: string, plain: string): string => (say.has(name) ? say(name) : plain);
    const known = new Map(data.items.map((item) => [item.account, item]));
    const ofText = ({ name, release, tranche }: AccountAnswer['of'][number]): string => {
      const parts = [`\u2068${name}\u2069`];
      if (release !== null && release > 1) parts.push(say('release', { number: release }));
      if (tranche !== null && tranche > 1) parts.push(say('tranche', { number: tranche }));
      return parts.join(say('between'));
    };
    const kindOf = (account: string): string => {
      const [kind = ''] = account.split(':');
      return named(`account.${kind}`, kind);
    };
    const readAs = (account: string, value: Money): Money => {
      const item = known.get(account);
      return item !== undefined && isOwed(item) ? negated(value) : value;
    };
    return {
      kindOf,
      of: (account: string): string =>
        (known.get(account)?.of ?? []).map(ofText).join(say('between')),
      account: (account: string): string => {
        const of = (known.get(account)?.of ?? []).map(ofText).join(say('between'));
        return of === '' ? kindOf(account) : `${kindOf(account)} · ${of}`;
      },
      kind: (kind: string): string => named(`kind.${kind}`, kind),
      /** What a transfer was, and who or what it was about. */
      matter: ({ kind, about }: Pick<TransferAnswer, 'kind' | 'about'>): string =>
        [named(`kind.${kind}`, kind), ...(about === null ? [] : [about])].join(': '),
      /** As people read it: what is held and what is owed are both above zero. */
      readAs,
    };
  }, [say, data]);
}
