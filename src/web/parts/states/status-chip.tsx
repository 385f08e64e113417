import { useAppWords } from '../../words/app/words.ts';
import './status-chip.css';

/** How a thing stands. Each has a shape and a word, so that no colour is the only sign. */
export type Status =
  | 'accepted'
  | 'submitted'
  | 'estimate'
  | 'draft'
  | 'rejected'
  | 'withdrawn'
  | 'cancelled'
  | 'paid'
  | 'open'
  | 'owing'
  | 'reversed';

const shapes: Readonly<Record<Status, 'tick' | 'half' | 'ring' | 'cross' | 'square' | 'frame'>> = {
  accepted: 'tick',
  submitted: 'half',
  estimate: 'ring',
  draft: 'ring',
  rejected: 'cross',
  withdrawn: 'cross',
  cancelled: 'cross',
  paid: 'square',
  open: 'square',
  owing: 'frame',
  reversed: 'cross',
};

/** As what a line stands: hours that were estimated are told as such until they are decided. */
export const statusOf = <S extends Status>(line: {
  readonly status: S;
  readonly estimate: boolean;
}): S | 'estimate' => (line.estimate && line.status === 'draft' ? 'estimate' : line.status);

interface Props {
  readonly status: Status;
  readonly more?: string;
  /** In place of the word of its own. */
  readonly word?: string;
}

/** A shape and a word, no pill. `more` says by whom, or what it waits for. */
export function StatusChip({ status, more, word }: Props) {
  const say = useAppWords();
  return (
    <span className={`chip ${status}`}>
      <Shape of={status} />
      <span>
        {word ?? say(`status.${status}`)}
        {more === undefined ? null : <span className="chip-more"> {more}</span>}
      </span>
    </span>
  );
}

function Shape({ of }: { readonly of: Status }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="icon">
      {drawing(shapes[of])}
    </svg>
  );
}

function drawing(shape: (typeof shapes)[Status]) {
  if (shape === 'tick') {
    return (
      <>
        <circle cx="8" cy="8" r="7.5" fill="currentColor" />
        <path d="M4.8 8.2l2.2 2.2 4.2-4.6" className="chip-cut" />
      </>
    );
  }
  if (shape === 'half') {
    return (
      <>
        <circle cx="8" cy="8" r="6.8" className="chip-line" />
        <path d="M8 1.2a6.8 6.8 0 0 1 0 13.6z" fill="currentColor" />
      </>
    );
  }
  if (shape === 'ring') {
    return <circle cx="8" cy="8" r="6.5" className="chip-line" strokeDasharray="2.6 2.5" />;
  }
  if (shape === 'cross') {
    return (
      <>
        <circle cx="8" cy="8" r="6.8" className="chip-line" />
        <path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" className="chip-line" />
      </>
    );
  }
  if (shape === 'frame') {
    return <rect x="2" y="2" width="12" height="12" rx="1.5" className="chip-line" />;
  }
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2" className="chip-paid" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.6" className="chip-on-paid" />
    </>
  );
}
