import type { AccountList } from '../../../actions/ledger/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { decimalSum } from '../../words/numbers.ts';
import { useLedgerWords } from '../../words/ledger/words.ts';
import { isOwed } from './asked.ts';
import { useNames } from './names.ts';

interface Props {
  readonly accounts: AccountList;
  readonly currency: string;
  readonly onClose: () => void;
}

/** How the sum of all books comes to nothing: what is held, less what is owed. */
export function SumSheet({ accounts, currency, onClose }: Props) {
  const say = useLedgerWords();
  const names = useNames();
  const items = accounts.items.filter(({ balance }) => balance.currency === currency);
  const sum = accounts.sums.find((one) => one.currency === currency);
  if (sum === undefined) return null;
  const kinds = Map.groupBy(items, ({ account }) => account.split(':')[0] ?? '');
  const rows = [...kinds].map(([kind, [first, ...others]]) => ({
    kind,
    owed: first !== undefined && isOwed(first),
    amount: decimalSum([first, ...others].map((item) => item?.balance.amount ?? '0')),
  }));
  // What is held comes first, what is owed below it.
  const ordered = rows.toSorted((one, other) => Number(one.owed) - Number(other.owed));
  return (
    <Sheet title={say('sum')} figure={<Money value={sum} even />} onClose={onClose}>
      <p className="lead">{say('sum.why')}</p>
      <SumRows>
        {ordered.map(({ kind, owed, amount }) => (
          <SumRow key={kind} name={names.kindOf(kind)} more={say(owed ? 'sum.owed' : 'sum.held')}>
            <Money value={{ amount, currency }} even signed />
          </SumRow>
        ))}
        <SumRow name={say('explain.sum')} is="end">
          <Money value={sum} even />
        </SumRow>
      </SumRows>
      <p className="second">{say('in.out')}</p>
      <p className="second">{say('explain.exact')}</p>
    </Sheet>
  );
}
