import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WorkLine } from '../../../actions/works/answers.ts';
import { worksAsked } from '../../app/questions.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { fractionOf, isZero } from '../../words/numbers.ts';
import { useWorksRoomWords } from '../../words/works/words.ts';
import { lineOpenedBefore } from '../work/opened-by.ts';
import { Totals } from './totals.tsx';
import './works-room.css';

/** All works of the node, each with what it owes and how much of it has been paid. */
export default function WorksRoom() {
  const say = useWorksRoomWords();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(worksAsked);
  const works = data.pages.flatMap(({ items }) => items);
  if (hasNextPage) void fetchNextPage();
  return (
    <div className="stack">
      <div className="row apart">
        <h1 className="title">{say('title')}</h1>
        {works.length === 0 ? null : <Begin look="outlined" />}
      </div>
      {works.length === 0 ? (
        <Empty title={say('empty')} acts={<Begin look="ink" />}>
          {say('empty.how')}
        </Empty>
      ) : (
        <>
          {works.length === 1 ? null : <Totals works={works} />}
          <ul className="works" aria-label={say('table')}>
            {works.map((work) => (
              <WorkRow key={work.id} work={work} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Begin({ look }: { readonly look: 'ink' | 'outlined' }) {
  const say = useWorksRoomWords();
  return (
    <Link to="/begin" className={buttonClass(look)}>
      {say('begin')}
    </Link>
  );
}

/** From here on a name may be cut short on a small screen, and is whole in its tooltip. */
const LONG = 60;

function WorkRow({ work }: { readonly work: WorkLine }) {
  const say = useWorksRoomWords();
  const kind = `kind.${work.kind}`;
  // Nothing counts in the next release yet: what was paid of the one that opened is what there is.
  const before = lineOpenedBefore(work);
  const isOpen = work.status === 'open' || before !== undefined;
  const { owed, paid, number } = before ?? work;
  return (
    <li className="works-row">
      <Gauge work={work} isOpen={isOpen} />
      <div className="works-name">
        <Link
          to="/works/$work"
          params={{ work: work.id }}
          className="panel-title clamped"
          {...(work.title.length > LONG && { title: work.title })}
        >
          <bdi>{work.title}</bdi>
        </Link>
        <p className="caption">
          {say('release', { number })} · {say.has(kind) ? say(kind) : work.kind}
        </p>
      </div>
      <dl className="works-sums">
        <div>
          <dt>{say('owed')}</dt>
          <dd className="name">
            <Money value={owed} />
          </dd>
        </div>
        <div>
          <dt>{say('paid')}</dt>
          <dd className={isZero(paid) ? undefined : 'works-paid'}>
            <Money value={paid} even />
          </dd>
        </div>
      </dl>
      <div className="works-state">
        <StatusChip
          status={isOpen ? 'open' : 'owing'}
          {...(!isOpen && isZero(work.obligation) && { word: say('nothing') })}
          {...(work.status === 'open' && { more: say('open.as', { licence: work.licence }) })}
        />
        {isOpen ? null : <Opens work={work} />}
        {before === undefined ? null : (
          <p className="caption">{say('release.begun', { number: work.number })}</p>
        )}
        {isOpen || work.opened === null ? null : (
          <p className="caption works-paid">{say('release.is-open', { number: work.opened })}</p>
        )}
      </div>
    </li>
  );
}

/** What it opens at, where it is not open yet. */
function Opens({ work: { opensWhen, paid } }: { readonly work: WorkLine }) {
  const say = useWorksRoomWords();
  if (isZero(opensWhen.remaining)) return null;
  const amount = <Money key="amount" value={opensWhen.remaining} even />;
  return (
    <p className="caption">{say.rich(isZero(paid) ? 'opens.paid' : 'opens.rest', { amount })}</p>
  );
}

interface GaugeProps {
  readonly work: WorkLine;
  readonly isOpen: boolean;
}

/** The Square in small: no frame once the work is open, a dashed one while it is empty. */
function Gauge({ work: { paid, obligation }, isOpen }: GaugeProps) {
  const isEmpty = !isOpen && isZero(obligation);
  const part = isOpen && isZero(obligation) ? 1 : fractionOf(paid, obligation);
  const level = part > 0 ? Math.max(2, part * 30) : 0;
  const frame = isEmpty ? 'works-frame-empty' : 'square-frame';
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className="works-gauge icon">
      {isOpen ? null : <rect className={frame} x="1.5" y="1.5" width="41" height="41" rx="2" />}
      {isEmpty ? null : <rect className="part-1" x="7" y="7" width="30" height="30" />}
      <rect className="square-paid" x="7" y={37 - level} width="30" height={level} />
      {part > 0 || isOpen ? null : <path className="works-level" d="M0 37h37" />}
      {part > 0 && !isOpen ? <path className="square-edge" d={`M7 ${37 - level}h30`} /> : null}
    </svg>
  );
}
