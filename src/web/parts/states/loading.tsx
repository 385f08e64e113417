import { useEffect, useState } from 'react';
import { useAppWords } from '../../words/app/words.ts';

/** Says that something is being read, once that has taken longer than a glance. */
export function Loading() {
  const say = useAppWords();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 600);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading caption" role="status">
      {slow ? say('loading') : null}
    </p>
  );
}
