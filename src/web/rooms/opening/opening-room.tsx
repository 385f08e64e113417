import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { HolderAnswer, WorkAnswer } from '../../../actions/works/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { nodeAsked, workAsked } from '../../app/questions.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { useMember } from '../../app/session.ts';
import { columnsOf } from '../../parts/figures/columns.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Mark } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText, decimalSum, isZero, moneyText } from '../../words/numbers.ts';
import { useOpeningWords } from '../../words/opening/words.ts';
import { openedBy } from '../work/opened-by.ts';
import './opening-room.css';

/** The opening of a work: everyone is paid, and it belongs to everyone. */
export default function OpeningRoom() {
  const say = useOpeningWords();
  const { work: id } = useParams({ from: '/works/$work/opening' });
  const { release } = useSearch({ from: '/works/$work/opening' });
  const { data: meant } = useSuspenseQuery(workAsked(id, release));
  // What was not decided yet has gone on to a next release: the opening is of the one before.
  const last = meant.releases.filter(({ status }) => status === 'open').at(-1);
  const { data: work } = useSuspenseQuery(workAsked(id, release ?? last?.id));
  const { data: node } = useSuspenseQuery(nodeAsked);
  return (
    <div className="opening">
      <header className="opening-head">
        <Link to="/" className="shell-mark">
          <Mark paid={work.status === 'open' ? 1 : 0.35} />
          <bdi>{node.name}</bdi>
        </Link>
        <Link to="/works/$work" params={{ work: id }} search={{ release }}>
          {say('back')}
        </Link>
      </header>
      {work.status === 'open' ? <Opened work={work} /> : <NotYet work={work} />}
    </div>
  );
}

function NotYet({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const amount = <Money key="amount" value={work.opensWhen.remaining} even />;
  return (
    <>
      <h1 className="hidden-text">{work.title}</h1>
      <Empty title={say.rich('not-yet', { work: <bdi key="work">{work.title}</bdi> })}>
        {say.rich('not-yet.when', { amount })}
      </Empty>
    </>
  );
}

function Opened({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const { locale } = useLocale();
  const { openedAt } = work.release;
  const licence = <bdi key="licence">{work.licence}</bdi>;
  const amount = <Money key="amount" value={work.owed} even />;
  return (
    <>
      <Light work={work} />
      <h1 className="opening-title">
        {say.rich('title', { work: <bdi key="work">{work.title}</bdi> })}
      </h1>
      <p className="lead opening-lead">{say.rich(leads[openedBy(work)], { licence, amount })}</p>
      <Sums work={work} />
      <People work={work} />
      <ToPayOut work={work} />
      <Acts work={work} />
      {openedAt === null ? null : (
        <p className="caption">
          {say('when', { day: dayText(openedAt, locale) })}
          {' · '}
          <Link to="/record" search={{ entry: `release.opened:${work.release.id}` }}>
            {say('entry')}
          </Link>
        </p>
      )}
    </>
  );
}

const leads = {
  nothing: 'lead.free',
  all: 'lead',
  part: 'lead.part',
  reversed: 'lead.reversed',
} as const;

const SIDE = 200;

/** Where light falls beside the Square, further apart the further away. */
const RAYS = [-112, -160, -218, -286, -364].flatMap((x) => [x, SIDE - x]);

/** The Square, full, its frame going away as rings. Its table is the list of people below. */
function Light({ work }: { readonly work: WorkAnswer }) {
  const { direction } = useLocale();
  const parts = work.people
    .filter(({ obligation }) => !isZero(obligation))
    .map(({ agent, name, share }) => ({ key: agent, name, share: Number(share) }));
  const columns = columnsOf(parts, SIDE);
  const whole = [{ key: 'whole', x: 0, width: SIDE, step: 1 }];
  return (
    <svg className="opening-light" viewBox="-80 -80 360 360" aria-hidden="true">
      <defs>
        <linearGradient id="opening-fade" x1="0" x2="0" y1="0" y2="1">
          <stop className="opening-stop" offset="0" stopOpacity="0.7" />
          <stop className="opening-stop" offset="1" stopOpacity="0" />
        </linearGradient>
      </defs>
      {RAYS.map((x) => (
        <rect
          key={x}
          className="opening-ray"
          x={x}
          y={-120}
          width={1}
          height={380}
          fill="url(#opening-fade)"
          style={{ opacity: 1 - Math.abs(x - SIDE / 2) / 460 }}
        />
      ))}
      {[20, 42, 74].map((out, index) => (
        <rect
          key={out}
          className={`opening-ring ring-${index + 1}`}
          x={-out}
          y={-out}
          width={SIDE + 2 * out}
          height={SIDE + 2 * out}
          rx={2 + index}
        />
      ))}
      <g transform={direction === 'rtl' ? `translate(${SIDE} 0) scale(-1 1)` : undefined}>
        {(columns.length === 0 ? whole : columns).map(({ key, x, width }) => (
          <rect key={key} className="opening-column" x={x} y={0} width={width} height={SIDE} />
        ))}
      </g>
    </svg>
  );
}

/** Opens the workings of a figure, over the page of the work. */
function useWorkings(work: WorkAnswer): (explain: string) => void {
  const navigate = useNavigate();
  return (explain) =>
    void navigate({
      to: '/works/$work',
      params: { work: work.id },
      search: { release: work.release.id, explain },
    });
}

function Sums({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const explain = useWorkings(work);
  const sums = [
    { name: 'owed', value: work.obligation, opens: 'owed' },
    { name: 'paid', value: work.paid, opens: 'paid' },
    { name: 'left', value: work.owed, opens: 'owed' },
  ] as const;
  return (
    <dl className="opening-sums">
      {sums.map(({ name, value, opens }) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>
            <Figure label={say(name)} onOpen={() => explain(opens)}>
              <Money value={value} even />
            </Figure>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** All of several amounts, one sum a currency; none where it is nothing. */
function sumsOf(all: readonly Value[]): readonly Value[] {
  const groups = Map.groupBy(all, ({ currency }) => currency);
  return [...groups]
    .map(([currency, some]) => ({
      currency,
      amount: decimalSum(some.map(({ amount }) => amount)),
    }))
    .filter((sum) => !isZero(sum));
}

/** What people have earned of it and have not received yet, and the way to where it is paid out. */
function ToPayOut({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const { locale } = useLocale();
  const member = useMember();
  const sums = sumsOf(work.people.flatMap(({ outstanding }) => outstanding));
  if (sums.length === 0) return null;
  const amount = sums.map((sum) => moneyText(sum, locale));
  const isOwner = member?.owner === true;
  const own = work.people.find(({ agent }) => agent === member?.id)?.outstanding ?? [];
  // What was taken back is refilled before anybody is paid out.
  const said = !isZero(work.refill) ? 'waits.refill' : isOwner ? 'to-pay-out' : 'waits';
  return (
    <p className="second">
      {say(said, { amount })}{' '}
      {isOwner || sumsOf(own).length > 0 ? (
        <Link to="/payouts">{say(isOwner ? 'to-payouts' : 'to-payouts.mine')}</Link>
      ) : null}
    </p>
  );
}

/** How many people are named before the rest is a number. */
const NAMED = 12;

function People({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const explain = useWorkings(work);
  const people = work.people.filter(({ obligation }) => !isZero(obligation));
  if (people.length === 0) return null;
  const rest = people.length - NAMED;
  return (
    <section className="opening-people" aria-label={say('people')}>
      <ul>
        {people.slice(0, NAMED).map((holder) => (
          <li key={holder.agent}>
            <bdi className="name">{holder.name}</bdi>
            <span className="opening-sum">
              <Figure label={holder.name} onOpen={() => explain(`person:${holder.agent}`)}>
                <Money value={holder.obligation} even />
              </Figure>
            </span>
            {isZero(holder.owed) && isZero(work.refill) ? (
              <StatusChip status="paid" word={say('in-full')} />
            ) : null}
            <PaidOut holder={holder} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="caption">{say('rest', { n: rest })}</p> : null}
    </section>
  );
}

/** What somebody has received: it is not what they have earned. */
function PaidOut({ holder: { received, outstanding } }: { readonly holder: HolderAnswer }) {
  const say = useOpeningWords();
  const { locale } = useLocale();
  const sums = sumsOf(received);
  if (sums.length === 0) return <span className="caption">{say('out.nothing')}</span>;
  if (sumsOf(outstanding).length === 0) return <span className="caption">{say('out.all')}</span>;
  const amount = sums.map((sum) => moneyText(sum, locale));
  return <span className="caption">{say('out', { amount })}</span>;
}

function Acts({ work }: { readonly work: WorkAnswer }) {
  const say = useOpeningWords();
  const toast = useToast();
  const path = `/public/works/${work.id}`;
  const tell = async (): Promise<void> => {
    const link = `${location.origin}${path}`;
    await navigator.clipboard.writeText(
      say('news', { work: work.title, licence: work.licence, link }),
    );
    toast({ text: say('told') });
  };
  return (
    <div className="row opening-acts">
      <Button look="ink" onClick={() => void tell()}>
        {say('tell')}
      </Button>
      <a className={buttonClass()} href={path}>
        {say('public')}
      </a>
    </div>
  );
}
