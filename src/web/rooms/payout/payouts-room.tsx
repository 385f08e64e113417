import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { PayoutAnswer, PayoutListAnswer } from '../../../actions/payouts/answers.ts';
import { reader, sessionAsked } from '../../app/session.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Table } from '../../parts/tables/table.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { isZero } from '../../words/numbers.ts';
import { usePayoutWords } from '../../words/payout/words.ts';
import { toPayOf } from './due.ts';
import type { ToPay } from './due.ts';
import { PaidOut } from './paid-out.tsx';
import './payouts-room.css';

const PayoutSheet = lazy(async () => ({
  default: (await import('./payout-sheet.tsx')).PayoutSheet,
}));

/** What is due now, and all that was paid out before. */
async function allPayouts(agent: string | undefined): Promise<PayoutListAnswer> {
  const first = await reader.payouts.list({ agent, limit: 1000 });
  const recorded = [...first.recorded];
  for (let after = first.next; after !== undefined;) {
    const page = await reader.payouts.list({ agent, after, limit: 1000 });
    recorded.push(...page.recorded);
    after = page.next;
  }
  return { due: first.due, recorded };
}

const payoutsAsked = (agent: string | undefined) =>
  queryOptions({ queryKey: ['payouts', agent ?? ''], queryFn: () => allPayouts(agent) });

/** Who is to be paid what now, and what was paid out: all of it for the owner, else one's own. */
export default function PayoutsRoom() {
  const { agent: asked } = useSearch({ from: '/payouts' });
  const member = useSuspenseQuery(sessionAsked).data.agent ?? undefined;
  if (member === undefined) return null;
  const agent = asked ?? (member.owner ? undefined : member.id);
  return <Payouts key={agent} agent={agent} isOwner={member.owner} isMine={agent === member.id} />;
}

interface PayoutsProps {
  readonly agent: string | undefined;
  readonly isOwner: boolean;
  readonly isMine: boolean;
}

function Payouts({ agent, isOwner, isMine }: PayoutsProps) {
  const say = usePayoutWords();
  const { data } = useSuspenseQuery(payoutsAsked(agent));
  const rows = toPayOf(data.due);
  const [paying, setPaying] = useState<ToPay>();
  const name = rows[0]?.name ?? data.recorded[0]?.name;
  const waits = rows.some(({ waiting }) => !isZero(waiting));
  const columns = useDueColumns(waits, isOwner ? setPaying : undefined);
  return (
    <div className="stack">
      <header className="group">
        <h1 className="title">
          {isMine
            ? say('title.mine')
            : name === undefined || agent === undefined
              ? say('title')
              : say.rich('title.of', { name: <bdi key="name">{name}</bdi> })}
        </h1>
        <p className="lead">{say(isOwner ? 'lead' : 'lead.mine')}</p>
        {agent === undefined || !isOwner ? null : (
          <div className="row no-print">
            <Link to="/payouts" className={buttonClass()}>
              {say('everybody')}
            </Link>
            <Link to="/statement" search={{ agent }} className={buttonClass()}>
              {say('statement')}
            </Link>
          </div>
        )}
      </header>
      {rows.length === 0 ? (
        <Empty title={say('none')}>{say('none.how')}</Empty>
      ) : (
        <div className="group">
          {waits ? <p>{say('waits.why')}</p> : null}
          <Table caption={say('table')} columns={columns} rows={rows} keyOf={({ key }) => key} />
        </div>
      )}
      <Recorded all={data.recorded} />
      {paying === undefined ? null : (
        <Suspense fallback={null}>
          <PayoutSheet due={paying} onClose={() => setPaying(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** From what it comes: the works in which it was earned, a host's share, or what was too much. */
function From({ from }: Pick<ToPay, 'from'>) {
  const say = usePayoutWords();
  return from.map(({ kind, works }) => (
    <span key={kind} className="payout-from">
      {say(`kind.${kind}`)}
      {works.length === 0 ? null : ': '}
      {works.map(({ work, title }, at) => (
        <span key={`${work} ${at}`}>
          {at === 0 ? null : ', '}
          <Link to="/works/$work" params={{ work }}>
            <bdi>{title}</bdi>
          </Link>
        </span>
      ))}
    </span>
  ));
}

function useWhoColumn(): Column<Pick<ToPay, 'agent' | 'name'>> {
  const say = usePayoutWords();
  return {
    key: 'who',
    head: say('who'),
    phone: 'what',
    cell: ({ agent, name }) => (
      <Link to="/statement" search={{ agent }} className="name">
        <bdi>{name}</bdi>
      </Link>
    ),
  };
}

/** What waits has a column where something does; on a phone it stands below the amount. */
function useDueColumns(
  waits: boolean,
  onPay: ((due: ToPay) => void) | undefined,
): readonly Column<ToPay>[] {
  const say = usePayoutWords();
  const waiting: Column<ToPay> = {
    key: 'waits',
    head: say('waits'),
    figures: true,
    cell: (due) => <Money value={due.waiting} even />,
  };
  return [
    useWhoColumn(),
    { key: 'from', head: say('from'), phone: 'who', cell: ({ from }) => <From from={from} /> },
    ...(waits ? [waiting] : []),
    {
      key: 'amount',
      head: say('amount'),
      figures: true,
      phone: 'amount',
      cell: ({ amount }) => <Money value={amount} even />,
    },
    {
      key: 'act',
      // What is done with a row is no state of it.
      head:
        onPay === undefined ? say('state') : <span className="hidden-text">{say('record')}</span>,
      phone: 'state',
      cell: (due) => (
        <>
          {isZero(due.waiting) ? null : (
            <span className="second on-phone-only">
              {say.rich('waits.amount', {
                amount: <Money key="amount" value={due.waiting} even />,
              })}
            </span>
          )}
          {isZero(due.amount) ? null : onPay === undefined ? (
            <span className="second">{say('due')}</span>
          ) : (
            <Button look="plain" aria-haspopup="dialog" onClick={() => onPay(due)}>
              {say('record')}
            </Button>
          )}
        </>
      ),
    },
  ];
}

/** What was paid out, the newest day first. */
function Recorded({ all }: { readonly all: readonly PayoutAnswer[] }) {
  const who = useWhoColumn();
  const payouts = all
    .toReversed()
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? 1 : -1));
  return (
    <PaidOut
      payouts={payouts}
      who={{ ...who, cell: ({ to, name }) => who.cell({ agent: to, name }) }}
    />
  );
}
