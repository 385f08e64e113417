import { lazy, Suspense } from 'react';
import type { WorkAnswer } from '../../../../actions/works/answers.ts';
import type { Explained } from '../opened.ts';

const Line = lazy(() => import('./line-workings.tsx'));
const Sums = lazy(() => import('./sums.tsx'));

interface Props {
  readonly work: WorkAnswer;
  readonly explained: Explained;
  readonly onClose: () => void;
}

/** The workings of a figure, over the page: of one line, of a person, of the whole work. */
export function Explanation({ work, explained, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      {explained.of === 'line' ? (
        <Line key={explained.id} id={explained.id} onClose={onClose} />
      ) : (
        <Sums work={work} explained={explained} onClose={onClose} />
      )}
    </Suspense>
  );
}
