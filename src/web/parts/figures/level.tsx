import './level.css';

/** How much of a whole is paid, from 0 to 1. Its figures stand beside it. */
export function Level({ part }: { readonly part: number }) {
  return (
    <div className="level" aria-hidden="true">
      {part <= 0 ? null : (
        <div
          className={part < 1 ? 'level-paid' : 'level-paid is-whole'}
          style={{ inlineSize: `${(part * 100).toFixed(2)}%` }}
        />
      )}
    </div>
  );
}
