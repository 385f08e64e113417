-- The books of a node. Integers of money are minor units; dates are ISO days, instants ISO UTC.
-- `seq` is always the number of the record entry that caused the row.

create table acts (
  seq integer primary key,
  type text not null,
  id text not null,
  by text not null,
  recorded_at text not null,
  act text not null,              -- the signed act, canonical JSON
  salt blob not null check (length(salt) >= 16),
  hash text not null check (length(hash) = 64),       -- of the act without time and proof
  leaf_hash blob not null check (length(leaf_hash) = 32),
  unique (type, id)
) strict;

create table record_tiles (
  level integer not null check (level >= 1),
  idx integer not null check (idx >= 0),
  hash blob not null check (length(hash) = 32),
  primary key (level, idx)
) strict, without rowid;

create table checkpoints (
  size integer primary key,
  note text not null,
  frontier text not null          -- the compact range at that size, hex hashes
) strict;

create table node (
  id text primary key,
  name text not null,
  agent text not null,            -- the node's machine agent
  owner text not null,
  founded_at text not null
) strict;

create table agents (
  id text primary key,
  name text not null,
  name_key text not null,         -- the name as it is looked up, in small letters
  kind text not null check (kind in ('person', 'organisation', 'machine')),
  public_key text unique,
  kept_by_node integer not null check (kept_by_node in (0, 1)),
  responsible text references agents (id),
  jurisdiction text,
  unclaimed integer not null check (unclaimed in (0, 1)),
  identity text unique,           -- of an imported author, until somebody claims it
  claimed_by text references agents (id),
  seq integer not null,
  check (kind <> 'machine' or responsible is not null),
  check (unclaimed = 0 or public_key is null)
) strict;

create index agents_by_name on agents (name_key);

create table currencies (
  code text primary key,
  scale integer not null check (scale between 0 and 18),
  name text not null,
  seq integer not null
) strict;

create table kinds (
  id text primary key,
  body text not null,             -- the kind as the domain has it, JSON
  seq integer not null
) strict;

create table works (
  id text primary key,
  title text not null,
  kind text not null,
  currency text not null,
  steward text not null references agents (id),
  seq integer not null
) strict;

create table releases (
  id text primary key,
  work text not null references works (id),
  number integer not null check (number >= 1),
  status text not null check (status in ('owing', 'open')),
  licence text not null,          -- SPDX id in force
  met_on text,                    -- the day on which the threshold was met, while lines that
  opening_due_on text,            -- were handed in before hold the opening, and until when
  opened_at text,
  opened_by text,                 -- the payment that met the threshold
  seq integer not null,
  unique (work, number),
  check ((status = 'open') = (opened_at is not null))
) strict;

create table release_upstreams (
  release text not null references releases (id),
  upstream text not null references releases (id),
  share text not null,            -- a decimal of at most four places
  position integer not null,
  primary key (release, upstream),
  check (release <> upstream)
) strict, without rowid;

create table agreements (
  id text primary key,
  work text not null references works (id),
  release text not null references releases (id),
  version integer not null check (version >= 1),
  preset text not null,
  terms text not null,            -- canonical JSON
  terms_hash text not null,
  template text not null,         -- version of the words
  template_hash text not null,
  text_hash text not null,
  drafted_by text not null references agents (id),
  drafted_at text not null,
  seq integer not null,
  unique (work, version)
) strict;

create table agreement_signatures (
  agreement text not null references agreements (id),
  agent text not null references agents (id),
  id text not null unique,
  signed_at text not null,
  seq integer not null,
  primary key (agreement, agent)
) strict, without rowid;

-- Which versions came to be in force for a release, for those who sign them; and which of them
-- govern what it has but once. What holds once is not undone by whoever comes later.
create table adoptions (
  release text not null references releases (id),
  agreement text not null references agreements (id),
  governs integer not null check (governs in (0, 1)),
  adopted_at text not null,
  seq integer not null,
  primary key (release, agreement)
) strict, without rowid;

create table contributions (
  id text primary key,
  work text not null references works (id),
  release text not null references releases (id),
  agent text not null references agents (id),
  agreement text references agreements (id),
  kind text not null,
  status text not null check
    (status in ('draft', 'submitted', 'accepted', 'rejected', 'withdrawn', 'cancelled')),
  body text not null,             -- what its author said, JSON
  from_on text not null,
  to_on text not null,
  seconds integer not null check (seconds >= 0),      -- of a person's time; 0 for the rest
  estimate integer not null check (estimate in (0, 1)),
  import_key text,
  content_hash text,
  supersedes text references contributions (id),
  superseded_by text references contributions (id) deferrable initially deferred,
  valuation text,                 -- cost, obligation and workings, JSON
  submitted_at text,
  decided_at text,
  seq integer not null,
  check (from_on <= to_on)
) strict;
create index contributions_by_release on contributions (release, status);
create index contributions_by_agent on contributions (agent, from_on);
create unique index contributions_by_import on contributions (work, import_key)
  where import_key is not null and superseded_by is null;

create table imports (
  id text primary key,
  work text not null references works (id),
  outcome text not null,          -- what became of each line, JSON
  seq integer not null
) strict;

create table reviews (
  id text primary key,
  contribution text not null references contributions (id),
  agent text not null references agents (id),
  verdict text not null check (verdict in ('accepted', 'rejected')),
  reason text,
  criterion text,
  reviewed_at text not null,
  seq integer not null,
  unique (contribution, agent)
) strict;

create table tranches (
  id text primary key,
  release text not null references releases (id),
  number integer not null,
  priority integer not null check (priority between 1 and 9),
  growth text not null,           -- the rule of growth, JSON; "none"
  outstanding_minor integer not null check (outstanding_minor >= 0),
  paid_minor integer not null check (paid_minor >= 0),    -- by how much payments lowered it
  received text not null,         -- by currency, minor units: JSON
  state text not null,            -- product, exponent, sums: JSON
  grown_on text,
  status text not null check (status in ('open', 'closed', 'settled')),
  seq integer not null,
  unique (release, number)
) strict;

create table claims (
  contribution text primary key references contributions (id),
  release text not null references releases (id),
  tranche text not null references tranches (id),
  agent text not null references agents (id),
  amount_minor integer not null check (amount_minor > 0),
  state text not null,            -- entry and exit values: JSON
  seq integer not null,
  exit_seq integer                -- of the act that cancelled it
) strict;
create index claims_by_tranche on claims (tranche, agent);
create index claims_by_agent on claims (agent);
create index claims_by_release on claims (release, agent);

create table pools (
  release text not null references releases (id),
  currency text not null,
  split_totals text not null,     -- running total of each split so far, JSON, minor units
  deficit_minor integer not null check (deficit_minor >= 0),
  deficit_value_minor integer not null check (deficit_value_minor >= 0), -- in the work's currency
  allotted_minor integer not null check (allotted_minor >= 0),   -- to tranches, ever
  carry text not null,            -- fraction of the conversion, "num/den"
  primary key (release, currency)
) strict, without rowid;

create table payments (
  id text primary key,
  work text not null references works (id),
  release text not null references releases (id),
  payer text not null references agents (id),
  currency text not null,
  offered_minor integer not null check (offered_minor > 0),
  accepted_minor integer not null check (accepted_minor >= 0),
  excess_minor integer not null check (excess_minor >= 0),
  tax_minor integer not null check (tax_minor >= 0),
  body text not null,             -- what was said of it: day, tax rate, exchange, gift; JSON
  parts text not null,            -- who of the split got what, and each tranche before and after
  opened integer not null check (opened in (0, 1)),
  seq integer not null,
  check (accepted_minor + excess_minor = offered_minor)
) strict;
create index payments_by_release on payments (release);

create table reversals (
  id text primary key,
  payment text not null unique references payments (id),
  reason text not null,
  body text not null,
  parts text not null,
  seq integer not null
) strict;

create table payouts (
  id text primary key,
  agent text not null references agents (id),
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  body text not null,
  seq integer not null
) strict;

create table payout_parts (
  payout text not null references payouts (id),
  source text not null,           -- a release's pool, or a refund owed to a payer
  agent text not null,
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  primary key (payout, source)
) strict, without rowid;
create index payout_parts_by_agent on payout_parts (agent, currency);

create table sweeps (
  id text primary key,
  body text not null,
  seq integer not null
) strict;

create table accounts (
  name text not null,
  currency text not null,
  balance_minor integer not null,
  version integer not null,
  primary key (name, currency)
) strict, without rowid;

create table transfers (
  id integer primary key,
  kind text not null,
  subject text not null,          -- the id of the thing that it books
  happened_on text not null,
  written_at text not null,
  seq integer not null
) strict;
create index transfers_by_subject on transfers (subject);

create table entries (
  transfer integer not null references transfers (id),
  position integer not null,
  account text not null,
  currency text not null,
  amount_minor integer not null check (amount_minor <> 0),
  balance_before_minor integer not null,
  balance_after_minor integer not null,
  version integer not null,
  primary key (transfer, position),
  unique (account, currency, version),
  check (balance_before_minor + amount_minor = balance_after_minor)
) strict, without rowid;
