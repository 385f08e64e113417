import type { QuoteAnswer } from '../../../actions/quotes/answers.ts';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useQuoteWords } from '../../words/quote/words.ts';

const shapes = {
  valid: 'submitted',
  expired: 'withdrawn',
  'part-paid': 'submitted',
  paid: 'paid',
  reversed: 'reversed',
} as const;

/** How a quote stands. */
export function QuoteChip({ status }: { readonly status: QuoteAnswer['status'] }) {
  const say = useQuoteWords();
  return <StatusChip status={shapes[status]} word={say(`status.${status}`)} />;
}
