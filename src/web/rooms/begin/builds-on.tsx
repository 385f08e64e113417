import { useLocale } from '../../words/locale.tsx';
import { Foundation, useOthers } from '../work/next-release/foundation.tsx';
import { readBelow } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

interface Props {
  readonly typed: Beginning;
  readonly change: (next: Partial<Beginning>) => void;
  readonly asked: boolean;
}

/** What a new work builds on, of the other works of the node; it stands once that is booked. */
export default function BuildsOn({ typed, change, asked }: Props) {
  const { locale } = useLocale();
  const known = useOthers(typed.work);
  if (known.length === 0 || typed.added) return null;
  return (
    <Foundation
      known={known}
      rows={typed.buildsOn}
      read={readBelow(typed, locale)}
      asked={asked}
      onChange={(buildsOn) => change({ buildsOn })}
    />
  );
}
