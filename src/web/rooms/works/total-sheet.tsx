import { Link } from '@tanstack/react-router';
import type { WorkLine } from '../../../actions/works/answers.ts';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useWorksRoomWords } from '../../words/works/words.ts';
import type { Total } from './total.ts';

interface Props {
  readonly total: Total;
  /** Those of its currency. */
  readonly works: readonly WorkLine[];
  readonly onClose: () => void;
}

/** What makes a sum over works: each release leads to its own. */
export default function TotalSheet({ total: { of, value }, works, onClose }: Props) {
  const say = useWorksRoomWords();
  return (
    <Sheet title={say(`sum.${of}`)} figure={<Money value={value} even />} onClose={onClose}>
      <p className="lead">{say('sum.why')}</p>
      <SumRows>
        {works.flatMap((work) =>
          work.releases.map((release) => (
            <SumRow
              key={release.id}
              name={work.title}
              more={say('release', { number: release.number })}
            >
              <Link
                to="/works/$work"
                params={{ work: work.id }}
                search={{ release: release.id, explain: of }}
                className="figure"
              >
                <span className="hidden-text">{work.title} </span>
                <Money value={release[of]} even />
              </Link>
            </SumRow>
          )),
        )}
        <SumRow name={say(`sum.${of}`)} is="end">
          <Money value={value} even />
        </SumRow>
      </SumRows>
    </Sheet>
  );
}
