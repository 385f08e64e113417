import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Icon } from '../../parts/icons.tsx';
import '../begin/path.css';

/** The way back from a room of a work to the work. */
export function BackToWork({ work }: { readonly work: Pick<WorkAnswer, 'id' | 'title'> }) {
  return (
    <Link to="/works/$work" params={{ work: work.id }} className="path-back no-print">
      <Icon name="back" />
      <bdi>{work.title}</bdi>
    </Link>
  );
}
