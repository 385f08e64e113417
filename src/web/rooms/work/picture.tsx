import type { HolderAnswer, WorkAnswer } from '../../../actions/works/answers.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Square } from '../../parts/figures/square.tsx';
import { useLocale } from '../../words/locale.tsx';
import { isZero, percentText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useExplained } from './opened.ts';

/** How many people the legend names before it sums up the rest. */
const NAMED = 8;

/** The Square, and beside it its table: who put in what. */
export function Picture({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const holders = work.people.filter(({ obligation }) => !isZero(obligation));
  const isOpen = work.status === 'open';
  return (
    <section className="work-picture" aria-label={say('square.legend')}>
      <div className="work-square">
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
        <Legend holders={holders} />
      )}
      <p className="caption work-caption">
        {say(isOpen ? 'square.caption.open' : 'square.caption')}
      </p>
    </section>
  );
}

function Legend({ holders }: { readonly holders: readonly HolderAnswer[] }) {
  const say = useWorkRoomWords();
  const rest = holders.length - NAMED;
  return (
    <ul className="legend">
      {holders.slice(0, rest === 1 ? NAMED + 1 : NAMED).map((holder, index) => (
        <LegendRow key={holder.agent} holder={holder} step={Math.min(index + 1, 5)} />
      ))}
      {rest > 1 ? <li className="caption">{say('square.rest', { n: rest })}</li> : null}
    </ul>
  );
}

function LegendRow({ holder, step }: { readonly holder: HolderAnswer; readonly step: number }) {
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
      <span className="caption legend-share">
        <bdi>{percentText(holder.share, locale)}</bdi>
      </span>
    </li>
  );
}
