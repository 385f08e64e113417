import './progress.css';

interface Props {
  /** What is under way, for a screen reader. */
  readonly label: string;
  readonly done?: number;
  /** 0 while nobody knows how much there is. */
  readonly total?: number;
}

/** How far something is that takes a while. */
export function Progress({ label, done = 0, total = 0 }: Props) {
  return (
    <progress
      className="progress"
      aria-label={label}
      {...(total > 0 && { max: total, value: done })}
    />
  );
}
