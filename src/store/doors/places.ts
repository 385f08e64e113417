import type { Tx } from '../engine.ts';

/** What has to do with one work. */
export type PlacedNoun =
  | 'work'
  | 'release'
  | 'agreement'
  | 'contribution'
  | 'payment'
  | 'payout'
  | 'tranche'
  | 'quote'
  | 'invitation';

/** Where a thing belongs: its work, whose it is where it is somebody's, and how it stands. */
export interface Place {
  readonly work: string | null;
  readonly agent: string | null;
  readonly standing: 'none' | 'draft' | 'owing' | 'open';
}

const openWork = `case when exists (select 1 from releases o where o.work = w.id
  and o.status = 'owing') then 'owing' else 'open' end`;

const QUERIES: Readonly<Record<PlacedNoun, string>> = {
  work: `select w.id as work, null as agent, ${openWork} as standing from works w where w.id = ?`,
  release: `select r.work, null as agent, r.status as standing from releases r where r.id = ?`,
  agreement: `select a.work, null as agent, r.status as standing
    from agreements a join releases r on r.id = a.release where a.id = ?`,
  contribution: `select c.work, c.agent,
      case when c.status = 'draft' then 'draft' else r.status end as standing
    from contributions c join releases r on r.id = c.release where c.id = ?`,
  payment: `select p.work, p.payer as agent, r.status as standing
    from payments p join releases r on r.id = p.release where p.id = ?`,
  payout: `select null as work, o.agent, 'none' as standing from payouts o where o.id = ?`,
  tranche: `select r.work, null as agent, r.status as standing
    from tranches t join releases r on r.id = t.release where t.id = ?`,
  quote: `select q.work, null as agent, r.status as standing
    from quotes q join releases r on r.id = q.release where q.id = ?`,
  invitation: `select i.work, i.joined_by as agent, ${openWork} as standing
    from invitations i join works w on w.id = i.work where i.id = ?`,
};

/** Where the thing of an id belongs, or undefined where there is none. */
export async function findPlace(tx: Tx, noun: PlacedNoun, id: string): Promise<Place | undefined> {
  return tx.get<Place>(QUERIES[noun], id);
}

/** The parts that an agent has in one work; in any, where `work` is null. */
export interface Parts {
  readonly steward: bigint;
  readonly signatory: bigint;
  readonly contributor: bigint;
  readonly reviewer: bigint;
  readonly payer: bigint;
  readonly invited: string | null;
}

/**
 * What an agent has done in a work, or in any where `work` is null. Nobody gets a part by what
 * they alone have said: a line of one's own counts once an agreement bound it, or a keeper's
 * import brought it.
 */
export async function partsOf(tx: Tx, agent: string, work: string | null): Promise<Parts> {
  const found = await tx.get<Parts>(
    `with asked as (select ? as agent, ? as work)
     select
       exists (select 1 from works w where w.steward = agent and w.id = coalesce(work, w.id))
         as steward,
       exists (select 1 from agreement_signatures s join agreements a on a.id = s.agreement
         where s.agent = asked.agent and a.work = coalesce(asked.work, a.work)) as signatory,
       exists (select 1 from contributions c where c.agent = asked.agent
         and c.work = coalesce(asked.work, c.work)
         and (c.import_key is not null or c.status not in ('draft', 'withdrawn'))) as contributor,
       exists (select 1 from reviews v join contributions c on c.id = v.contribution
         where v.agent = asked.agent and c.work = coalesce(asked.work, c.work)) as reviewer,
       exists (select 1 from payments p where p.payer = asked.agent
         and p.work = coalesce(asked.work, p.work)) as payer,
       (select group_concat(distinct i.role) from invitations i where i.joined_by = asked.agent
         and i.work = coalesce(asked.work, i.work)) as invited
     from asked`,
    agent,
    work,
  );
  if (found === undefined) throw new Error('A question without tables has one answer.');
  return found;
}
