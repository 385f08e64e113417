import { Link } from '@tanstack/react-router';
import { useMay } from '../../app/may.ts';
import { useBringRoomWords } from '../../words/bring/words.ts';
import '../begin/path.css';

/** Leads whoever keeps a work to where sheets and histories are brought in. */
export function BringLink({ work }: { readonly work: string }) {
  const say = useBringRoomWords();
  if (!useMay({ work })('contributions.imported')) return null;
  return (
    <p>
      <Link to="/works/$work/bring" params={{ work }} className="path-onward">
        {say('lead')}
      </Link>
    </p>
  );
}
