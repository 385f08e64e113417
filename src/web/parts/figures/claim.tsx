import type { ContributionLine } from '../../../actions/contributions/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { useAppWords } from '../../words/app/words.ts';
import { noneOf } from '../../words/numbers.ts';
import { Money } from './money.tsx';
import './claim.css';

type Line = Pick<ContributionLine, 'status' | 'obligation'>;

/** Whether a line is owed for, waits to be, or is over without. */
type ClaimState = 'owed' | 'waits' | 'over';

const claimState = ({ status }: Pick<Line, 'status'>): ClaimState => {
  if (status === 'accepted') return 'owed';
  return status === 'draft' || status === 'submitted' ? 'waits' : 'over';
};

/** A line's claim: null where nothing values it yet, and nothing once it is over. */
export function claimOf(line: Line): { readonly is: ClaimState; readonly value: Value } | null {
  const { obligation } = line;
  const is = claimState(line);
  if (obligation === null) return null;
  return { is, value: is === 'over' ? noneOf(obligation) : obligation };
}

interface Props {
  readonly line: Line;
  /** Without its currency, in a column whose head names it. */
  readonly bare?: boolean;
}

/** What is owed for a line; while it waits, what that would be, and said to be so. */
export function Claim({ line, bare = false }: Props) {
  const say = useAppWords();
  const claim = claimOf(line);
  if (claim === null) return <>–</>;
  const amount = <Money key="amount" value={claim.value} bare={bare} even />;
  if (claim.is !== 'waits') return claim.is === 'owed' ? <b className="name">{amount}</b> : amount;
  return <span className="claim-waits">{say.rich('claim.would', { amount })}</span>;
}
