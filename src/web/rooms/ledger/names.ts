import { useMemo } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { AccountAnswer, TransferAnswer } from '../../../actions/ledger/answers.ts';
import type { Money } from '../../../domain/money/amount.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { useLineName } from '../work/line-name.ts';
import { accountsAsked, isOwed } from './asked.ts';

/** An amount with the other sign. */
export const negated = ({ amount, currency }: Money): Money => ({
  amount: amount.startsWith('-') ? amount.slice(1) : /[1-9]/.test(amount) ? `-${amount}` : amount,
  currency,
});

/** What a transfer is called by. */
type Matter = Pick<TransferAnswer, 'kind' | 'about' | 'given'>;

/** What accounts and transfers are called in the reader's language, and how amounts are read. */
export function useNames() {
  const say = useLedgerWords();
  const lineName = useLineName();
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
    const kindSaid = (kind: string): string => named(`kind.${kind}`, kind);
    const aboutOf = ({ about, given }: Matter): readonly string[] => {
      if (given !== null) return [lineName({ what: about, kind: given })];
      return about === null ? [] : [about];
    };
    return {
      kindOf,
      of: (account: string): string =>
        (known.get(account)?.of ?? []).map(ofText).join(say('between')),
      account: (account: string): string => {
        const of = (known.get(account)?.of ?? []).map(ofText).join(say('between'));
        return of === '' ? kindOf(account) : `${kindOf(account)} · ${of}`;
      },
      /** What stands on accounts of a kind. */
      meansOf: (account: string): string => {
        const [kind = ''] = account.split(':');
        return named(`means.${kind}`, kind);
      },
      kind: kindSaid,
      /** What a transfer was, and who or what it was about. */
      matter: (transfer: Matter): string =>
        [kindSaid(transfer.kind), ...aboutOf(transfer)].join(': '),
      /** Who or what it was about, as the rest of the app calls it. */
      about: (transfer: Matter): string | undefined => aboutOf(transfer)[0],
      /** As people read it: what is held and what is owed are both above zero. */
      readAs,
    };
  }, [say, lineName, data]);
}
