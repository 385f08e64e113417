/** Something that holds of a live node at any moment: a sentence, and the rows that break it. */
export interface Truth {
  readonly truth: string;
  /** Gives rows only where the sentence does not hold. */
  readonly query: string;
}

/** The standing truths. */
export const truths: readonly Truth[] = [
  {
    truth: 'The database file is whole, with its indexes.',
    query: `select integrity_check from pragma_integrity_check where integrity_check <> 'ok'`,
  },
  {
    truth: 'All entries of a currency add up to nothing.',
    query: `select currency, sum(amount_minor) as sum from entries
      group by currency having sum(amount_minor) <> 0`,
  },
  {
    truth: 'Every transfer is balanced in each currency.',
    query: `select transfer, currency, sum(amount_minor) as sum from entries
      group by transfer, currency having sum(amount_minor) <> 0`,
  },
  {
    truth: 'The balance of an account is the sum of its entries.',
    query: `select a.name, a.currency, a.balance_minor from accounts a
      where a.balance_minor <> (select coalesce(sum(e.amount_minor), 0) from entries e
        where e.account = a.name and e.currency = a.currency)`,
  },
  {
    truth: 'Each entry begins where the one before it on its account ended.',
    query: `select e.account, e.currency, e.version from entries e
      left join entries p on p.account = e.account and p.currency = e.currency
        and p.version = e.version - 1
      where e.balance_before_minor <> coalesce(p.balance_after_minor, 0)
        or (e.version > 1 and p.version is null)`,
  },
  {
    truth: 'What a tranche owes is what its account of claims says.',
    query: `select t.id, t.outstanding_minor from tranches t
      where t.outstanding_minor <> -coalesce((select sum(a.balance_minor) from accounts a
        where a.name = 'claims:' || t.id), 0)`,
  },
  {
    truth: 'What a release has yet to earn is what its tranches owe.',
    query: `select r.id from releases r
      where coalesce((select sum(t.outstanding_minor) from tranches t where t.release = r.id), 0)
        <> coalesce((select sum(a.balance_minor) from accounts a
          where a.name = 'obligation:' || r.id), 0)`,
  },
  {
    truth: 'Every accepted contribution that is owed something holds one claim.',
    query: `select c.id from contributions c
      where c.status = 'accepted'
        and cast(coalesce(c.valuation ->> '$.obligation.amount', '0') as real) > 0
        and not exists (select 1 from claims k where k.contribution = c.id)`,
  },
  {
    truth: 'A claim belongs to a contribution that was accepted.',
    query: `select k.contribution from claims k join contributions c on c.id = k.contribution
      where c.status not in ('accepted', 'cancelled')`,
  },
  {
    truth: 'A pool holds what it allotted and has not paid out, less its deficit, plus advances.',
    query: `select p.release, p.currency, p.allotted_minor, p.deficit_minor from pools p
      where p.allotted_minor - p.deficit_minor
        - coalesce((select sum(q.amount_minor) from payout_parts q
          where q.source = 'pool:' || p.release and q.currency = p.currency), 0)
        - coalesce((select sum(e.amount_minor) from entries e
          join transfers t on t.id = e.transfer
          where e.account = 'pool:' || p.release and e.currency = p.currency
            and ((t.kind = 'payout.recorded' and e.amount_minor < 0)
              or (t.kind in ('payment.received', 'work.swept') and e.amount_minor > 0))), 0)
        <> -coalesce((select a.balance_minor from accounts a
          where a.name = 'pool:' || p.release and a.currency = p.currency), 0)`,
  },
  {
    truth: 'A payout is the sum of its parts.',
    query: `select p.id from payouts p where p.amount_minor <>
      (select coalesce(sum(q.amount_minor), 0) from payout_parts q where q.payout = p.id)`,
  },
  {
    truth: 'A release that is open owes nothing below its agreed threshold without a record of it.',
    query: `select r.id from releases r where r.status = 'open'
      and not exists (select 1 from acts a where a.type = 'release.opened' and a.id = r.id)`,
  },
  {
    truth: 'Everybody who acts has a key that lives, and the first of those stands for them.',
    query: `select a.id from agents a where a.unclaimed = 0 and a.public_key is not
      (select k.public_key from agent_keys k where k.agent = a.id and k.ended_seq is null
        order by k.seq limit 1)`,
  },
  {
    truth: 'The node is said to sign for those alone of whom it keeps a key that lives.',
    query: `select a.id from agents a where a.kept_by_node <> exists (select 1 from agent_keys k
      where k.agent = a.id and k.ended_seq is null and k.kept_by_node = 1)`,
  },
  {
    truth: 'A key was brought, and ended, by an entry of the record.',
    query: `select k.public_key from agent_keys k
      where not exists (select 1 from acts a where a.seq = k.seq)
        or (k.ended_seq is not null and not exists (select 1 from acts a where a.seq = k.ended_seq
          and a.type = 'agent.unkeyed' and a.by = k.agent))`,
  },
  {
    truth: 'The record has no gap.',
    query: `select count(*) as entries, max(seq) as last from acts
      having count(*) > 0 and max(seq) <> count(*) - 1`,
  },
  {
    truth: 'Nobody reviewed what they gave themselves.',
    query: `select v.id from reviews v join contributions c on c.id = v.contribution
      where v.agent = c.agent`,
  },
];
