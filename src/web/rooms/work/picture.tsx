import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HolderAnswer, WorkAnswer } from '../../../actions/works/answers.ts';
import { useMay } from '../../app/may.ts';
import { linesAsked } from '../../app/questions.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Square } from '../../parts/figures/square.tsx';
import { useLocale } from '../../words/locale.tsx';
import { isZero, percentText, quantityText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { gaveOf } from './gave.ts';
import type { Gave } from './gave.ts';
import { useLineName } from './line-name.ts';
import { useExplained } from './opened.ts';
import { openedBy } from './opened-by.ts';

const captions = {
  nothing: 'square.caption.open',
  all: 'square.caption.open',
  part: 'square.caption.open-part',
  reversed: 'square.caption.reversed',
} as const;

/** How many people the legend names before it sums up the rest. */
const NAMED = 8;

/** The Square, and beside it its table: who put in what. */
export function Picture({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const holders = work.people.filter(({ obligation }) => !isZero(obligation));
  const isOpen = work.status === 'open';
  const openCaption = captions[openedBy(work)];
  return (
    <section className="work-picture" aria-label={say('square.legend')}>
      <div>
        <Square
          labels
          whole={work.obligation}
          paid={work.paid}
          open={isOpen}
          parts={holders.map(({ agent, name, share }) => ({
            key: agent,
            name,
            share: Number(share),
          }))}
        />
      </div>
      {holders.length === 0 ? (
        <p className="second">{say('square.nobody')}</p>
      ) : (
        <Legend work={work} holders={holders} />
      )}
      <p className="caption work-caption">{say(isOpen ? openCaption : 'square.caption')}</p>
    </section>
  );
}

interface LegendProps {
  readonly work: WorkAnswer;
  readonly holders: readonly HolderAnswer[];
}

function Legend({ work, holders }: LegendProps) {
  const say = useWorkRoomWords();
  const gave = useGave(work);
  const rest = holders.length - NAMED;
  return (
    <ul>
      {holders.slice(0, rest === 1 ? NAMED + 1 : NAMED).map((holder, index) => (
        <LegendRow
          key={holder.agent}
          holder={holder}
          gave={gave(holder.agent)}
          step={Math.min(index + 1, 5)}
        />
      ))}
      {rest > 1 ? <li className="caption">{say('square.rest', { n: rest })}</li> : null}
    </ul>
  );
}

/**
 * What each gave, in words: out of the lines that the page shows anyway. Of a list that is longer
 * than they are it would not be all, and nothing is said.
 */
function useGave(work: WorkAnswer): (agent: string) => string {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const lineName = useLineName();
  const allowed = useMay({ work: work.id });
  const filter = { work: work.id, release: work.release.id, status: undefined, kind: undefined };
  const { data } = useQuery({
    ...linesAsked(filter, 0),
    enabled: allowed('contributions.list'),
  });
  const gave = useMemo(
    () => (data === undefined || data.next !== undefined ? undefined : gaveOf(data.items)),
    [data],
  );
  return (agent) =>
    (gave?.get(agent) ?? [])
      .map((one) => ({ quantity: quantityText(one, locale), what: lineName(confirmed(one)) }))
      .map((said) => say('gave.of', said))
      .join(say('gave.and'));
}

/** What was accepted was confirmed before. */
const confirmed = (one: Gave) => ({ ...one, estimate: false });

interface RowProps {
  readonly holder: HolderAnswer;
  readonly gave: string;
  readonly step: number;
}

function LegendRow({ holder, gave, step }: RowProps) {
  const { open } = useExplained();
  const { locale } = useLocale();
  return (
    <li className="legend-row">
      <span className={`swatch of-${step}`} />
      <span className="name">
        <bdi>{holder.name}</bdi>
      </span>
      <span className="name legend-sum">
        <Figure label={holder.name} onOpen={() => open({ of: 'person', id: holder.agent })}>
          <Money value={holder.obligation} even />
        </Figure>
      </span>
      <span className="caption legend-gave" title={gave}>
        <bdi>{gave}</bdi>
      </span>
      <span className="caption legend-share">
        <bdi>{percentText(holder.share, locale)}</bdi>
      </span>
    </li>
  );
}
