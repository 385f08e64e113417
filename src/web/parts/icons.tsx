// Hand-drawn on a grid of 20, in the ink of the text beside them. None stands without a word, but
// back, close and more.

const paths = {
  works:
    'M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.5 11.5h13',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5z' +
    'M2.5 16.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5' +
    'M13 4.2a2.7 2.7 0 0 1 0 5.1M14.5 12.4c1.9.5 3 2 3 4.1',
  statement: 'M4.5 2.5h11v15l-2.2-1.5-1.6 1.5-1.7-1.5-1.7 1.5-1.6-1.5-2.2 1.5zM7.5 6.5h5M7.5 10h5',
  ledger: 'M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12.2h13M8 3.5v13M12.4 8v8.5',
  record: 'M7 5h9.5M7 10h9.5M7 15h9.5M3.5 5h.5M3.5 10h.5M3.5 15h.5',
  settings:
    'M3 6h6M13 6h4M3 14h3M10 14h7M11 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4z' +
    'M8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  link:
    'M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-1 1' +
    'M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l1-1',
  down: 'M5 7.5l5 5 5-5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  undo: 'M7 4.5L3.5 8 7 11.5M3.5 8h8a4 4 0 0 1 0 8H9',
  shield: 'M10 2.5l6 2.2v4.8c0 3.8-2.5 6.5-6 8-3.5-1.5-6-4.2-6-8V4.7zM7.3 9.8l2 2 3.6-3.8',
  warning: 'M10 3.5l7.5 13h-15zM10 8.5v3.5M10 14.4v.01',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  download: 'M10 3v9M6 8.5l4 4 4-4M3.5 16.5h13',
  key: 'M6.5 12.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM9.5 9.5h8v3M14.5 9.5v2',
  machine: 'M5 4.5h10v8H5zM3 16h14M8 7.5v2M12 7.5v2',
  organisation: 'M4.5 16.5v-13h7v13M11.5 8h4v8.5M2.5 16.5h15M7 6.5h2M7 9.5h2M7 12.5h2',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2',
  offline: 'M3 8a10 10 0 0 1 14 0M5.7 10.8a6 6 0 0 1 8.6 0M10 15h.01M4 3l12 14',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word. Screen readers pass it over. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  const turns = name === 'back';
  return (
    <svg
      className={turns ? 'icon turns' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark: the Square with a little of it paid. */
export function Mark({
  size = 24,
  paid = 0.35,
}: {
  readonly size?: number;
  readonly paid?: number;
}) {
  const height = 13 * Math.min(1, Math.max(0, paid));
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="icon">
      <rect
        x="2.25"
        y="2.25"
        width="19.5"
        height="19.5"
        rx="2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
      />
      <rect className="mark-paid" x="5.5" y={18.5 - height} width="13" height={height} />
    </svg>
  );
}
