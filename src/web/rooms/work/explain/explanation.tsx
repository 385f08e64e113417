import { lazy, Suspense } from 'react';
import type { WorkAnswer } from '../../../../actions/works/answers.ts';
import type { Explained } from '../opened.ts';

const Line = lazy(() => import('./line-workings.tsx'));
const Claim = lazy(() => import('./claim.tsx'));
const Contribution = lazy(() => import('../../contribution/contribution-sheet.tsx'));
const Licence = lazy(() => import('../licence-sheet.tsx'));
const NextRelease = lazy(() => import('../next-release/next-release.tsx'));
const Sums = lazy(() => import('./sums.tsx'));

interface Props {
  readonly work: WorkAnswer;
  readonly explained: Explained;
  readonly onClose: () => void;
}

/** A contribution, a licence, a release to add, or the workings of a figure, over the page. */
export function Explanation({ work, explained, onClose }: Props) {
  return (
    <Suspense fallback={null}>
      {explained.of === 'line' ? (
        <Line key={explained.id} id={explained.id} onClose={onClose} />
      ) : explained.of === 'claim' ? (
        <Claim key={explained.id} work={work} id={explained.id} onClose={onClose} />
      ) : explained.of === 'licence' ? (
        <Licence key={explained.id} work={work} release={explained.id} onClose={onClose} />
      ) : explained.of === 'next' ? (
        <NextRelease work={work} onClose={onClose} />
      ) : explained.of === 'contribution' ? (
        <Contribution key={explained.id} work={work} id={explained.id} onClose={onClose} />
      ) : (
        <Sums work={work} explained={explained} onClose={onClose} />
      )}
    </Suspense>
  );
}
