import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HolderAnswer, WorkAnswer } from '../../../../actions/works/answers.ts';
import type { Money as Value } from '../../../../domain/money/amount.ts';
import { contributionsAsked, paymentsAsked } from '../../../app/questions.ts';
import { Figure } from '../../../parts/figures/figure.tsx';
import { Money } from '../../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { Loading } from '../../../parts/states/loading.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { dayText, daysText, isZero, less, quantityText } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { toPeopleOf } from '../booked.ts';
import { useLineName } from '../line-name.ts';
import { useExplained } from '../opened.ts';
import type { Explained } from '../opened.ts';

interface Props {
  readonly work: WorkAnswer;
  readonly explained: Explained;
  readonly onClose: () => void;
}

/** Figures that are sums of others: each part opens its own workings in turn. */
export default function Sums({ work, explained, onClose }: Props) {
  if (explained.of === 'paid') return <Paid work={work} onClose={onClose} />;
  if (explained.of === 'owed') return <Owed work={work} onClose={onClose} />;
  const id = 'id' in explained ? explained.id : '';
  const holder = work.people.find(({ agent }) => agent === id);
  return holder === undefined ? null : <Person work={work} holder={holder} onClose={onClose} />;
}

type Over = Omit<Props, 'explained'>;

function Owed({ work, onClose }: Over) {
  const say = useWorkRoomWords();
  const { open } = useExplained();
  const holders = work.people.filter(({ obligation }) => !isZero(obligation));
  return (
    <Sheet
      title={say('explain.owed', { work: work.title })}
      figure={<Money value={work.owed} even />}
      onClose={onClose}
    >
      <p className="lead">{say('explain.people')}</p>
      <SumRows>
        {holders.map(({ agent, name, obligation }) => (
          <SumRow key={agent} name={name}>
            <Figure label={name} onOpen={() => open({ of: 'person', id: agent })}>
              <Money value={obligation} even />
            </Figure>
          </SumRow>
        ))}
        <Ends obligation={work.obligation} paid={work.paid} owed={work.owed} />
        <OfIt work={work} />
      </SumRows>
    </Sheet>
  );
}

/** To whom what is owed goes, where a reversal is to be refilled before people earn again. */
function OfIt({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  if (isZero(work.refill)) return null;
  return (
    <>
      <SumRow name={say('explain.refill')}>
        <Money value={work.refill} even />
      </SumRow>
      <SumRow name={say('explain.to-people')}>
        <Money value={toPeopleOf(work)} even />
      </SumRow>
    </>
  );
}

function Person({ work, holder, onClose }: Over & { readonly holder: HolderAnswer }) {
  const say = useWorkRoomWords();
  const { locale, comma } = useLocale();
  const { open } = useExplained();
  const lineName = useLineName();
  const filter = {
    work: work.id,
    release: work.release.id,
    agent: holder.agent,
    status: 'accepted',
  };
  const lines = useInfiniteQuery(contributionsAsked(filter));
  if (lines.hasNextPage && !lines.isFetchingNextPage) void lines.fetchNextPage();
  const rows = lines.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Sheet
      title={say('explain.person', { name: holder.name })}
      figure={<Money value={holder.obligation} even />}
      onClose={onClose}
    >
      {lines.isPending ? (
        <Loading />
      ) : (
        <SumRows>
          {rows.map((line) => (
            <SumRow
              key={line.id}
              name={lineName(line)}
              more={`${quantityText(line, locale)}${comma}${daysText(line.on, locale)}`}
            >
              <Figure label={lineName(line)} onOpen={() => open({ of: 'line', id: line.id })}>
                <Money value={line.obligation ?? zero(holder.obligation)} even />
              </Figure>
            </SumRow>
          ))}
          <Ends
            obligation={holder.obligation}
            paid={less(holder.obligation, holder.owed)}
            owed={holder.owed}
          />
        </SumRows>
      )}
    </Sheet>
  );
}

const zero = ({ currency }: Value): Value => ({ amount: '0', currency });

function Paid({ work, onClose }: Over) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { data } = useQuery(paymentsAsked(work.id, work.release.id));
  const payments = (data ?? []).filter(({ status }) => status === 'received');
  return (
    <Sheet
      title={say('explain.paid', { work: work.title })}
      figure={<Money value={work.paid} even />}
      onClose={onClose}
    >
      {data !== undefined && payments.length === 0 ? (
        <p className="lead">{say('money.none')}</p>
      ) : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SumRows>
          {payments.map(({ id, name, on, split }) => (
            <SumRow key={id} name={name} more={dayText(on, locale)}>
              <Link to="/payments/$payment" params={{ payment: id }} className="figure">
                <span className="hidden-text">{name} </span>
                <Money value={split.pool} even />
              </Link>
            </SumRow>
          ))}
          <Ends obligation={work.obligation} paid={work.paid} owed={work.owed} />
        </SumRows>
      )}
    </Sheet>
  );
}

interface EndsProps {
  readonly obligation: Value;
  readonly paid: Value;
  readonly owed: Value;
}

/** Owed in all, less what is paid, is what is still owed. */
function Ends({ obligation, paid, owed }: EndsProps) {
  const say = useWorkRoomWords();
  return (
    <>
      <SumRow name={say('explain.sum')} is="sum">
        <Money value={obligation} even />
      </SumRow>
      <SumRow name={say('explain.paid-off')}>
        {isZero(paid) ? null : <span aria-hidden="true">−&#8239;</span>}
        <Money value={paid} even />
      </SumRow>
      <SumRow name={say('explain.still')} is="end">
        <Money value={owed} even />
      </SumRow>
    </>
  );
}
