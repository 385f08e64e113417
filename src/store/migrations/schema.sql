-- What all migrations add up to. Written by scripts/database.ts; nothing reads it.

CREATE TABLE accounts (
  name text not null,
  currency text not null,
  balance_minor integer not null,
  version integer not null,
  primary key (name, currency)
) strict, without rowid;

CREATE TABLE acts (
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

CREATE TABLE adoptions (
  release text not null references releases (id),
  agreement text not null references agreements (id),
  governs integer not null check (governs in (0, 1)),
  adopted_at text not null,
  seq integer not null,
  primary key (release, agreement)
) strict, without rowid;

CREATE TABLE agent_keys (
  public_key text primary key,    -- one agent's alone, for good: it never comes back
  agent text not null references agents (id),
  name text,                      -- as its holder knows it; the first has none
  kept_by_node integer not null check (kept_by_node in (0, 1)),
  seq integer not null,           -- the entry that brought it
  ended_seq integer,              -- the entry that ended it
  reason text,                    -- why it was ended
  check (ended_seq is null or ended_seq > seq),
  check (name is null or kept_by_node = 0),         -- the node keeps a first key alone
  check (reason is null or ended_seq is not null)
) strict, without rowid;

CREATE TABLE agents (
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

CREATE TABLE agreement_signatures (
  agreement text not null references agreements (id),
  agent text not null references agents (id),
  id text not null unique,
  signed_at text not null,
  seq integer not null,
  primary key (agreement, agent)
) strict, without rowid;

CREATE TABLE agreements (
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

CREATE TABLE author_identities (
  identity text primary key,
  agent text not null references agents (id),
  seq integer not null
) strict, without rowid;

CREATE TABLE checkpoints (
  size integer primary key,
  note text not null,
  frontier text not null          -- the compact range at that size, hex hashes
) strict;

CREATE TABLE checks (
  at text primary key,
  status text not null check (status in ('sound', 'damaged')),
  entries integer not null
) strict, without rowid;

CREATE TABLE claims (
  contribution text primary key references contributions (id),
  release text not null references releases (id),
  tranche text not null references tranches (id),
  agent text not null references agents (id),
  amount_minor integer not null check (amount_minor > 0),
  state text not null,            -- entry and exit values: JSON
  seq integer not null,
  exit_seq integer                -- of the act that cancelled it
) strict;

CREATE TABLE consents (
  work text not null references works (id),
  agent text not null references agents (id),
  shows text not null check (shows in ('name', 'alias', 'none')),
  alias text,
  given_at text not null,
  seq integer not null,
  primary key (work, agent),
  check ((shows = 'alias') = (alias is not null))
) strict, without rowid;

CREATE TABLE contributions (
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

CREATE TABLE currencies (
  code text primary key,
  scale integer not null check (scale between 0 and 18),
  name text not null,
  seq integer not null
) strict;

CREATE TABLE entries (
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

CREATE TABLE imports (
  id text primary key,
  work text not null references works (id),
  outcome text not null,          -- what became of each line, JSON
  seq integer not null
) strict;

CREATE TABLE invitations (
  id text primary key,
  code_hash text not null unique check (length(code_hash) = 64),
  work text not null references works (id),
  release text references releases (id),
  unclaimed text references agents (id),
  role text not null,
  made_by text not null references agents (id),
  made_at text not null,
  expires_at text not null,
  joined_by text references agents (id),
  joined_at text,
  seq integer not null, revoked_by text references agents (id), revoked_at text,
  check ((joined_by is null) = (joined_at is null))
) strict;

CREATE TABLE kinds (
  id text primary key,
  body text not null,             -- the kind as the domain has it, JSON
  seq integer not null
) strict;

CREATE TABLE links (
  hash text primary key check (length(hash) = 64),    -- of the code; the code itself is nowhere
  agent text not null references agents (id),
  expires_at text not null,
  used_at text
) strict, without rowid;

CREATE TABLE node (
  id text primary key,
  name text not null,
  agent text not null,            -- the node's machine agent
  owner text not null,
  founded_at text not null
) strict;

CREATE TABLE passkeys (
  id text primary key,            -- as the authenticator gives it, base64url
  agent text not null references agents (id),
  name text not null,
  rp_id text not null,            -- the host name that it is bound to
  public_key blob not null,       -- COSE
  counter integer not null check (counter >= 0),
  transports text not null,       -- JSON
  made_at text not null,
  used_at text
) strict, without rowid;

CREATE TABLE payments (
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

CREATE TABLE payout_parts (
  payout text not null references payouts (id),
  source text not null,           -- a release's pool, or a refund owed to a payer
  agent text not null,
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  primary key (payout, source)
) strict, without rowid;

CREATE TABLE payouts (
  id text primary key,
  agent text not null references agents (id),
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  body text not null,
  seq integer not null
) strict;

CREATE TABLE pools (
  release text not null references releases (id),
  currency text not null,
  split_totals text not null,     -- running total of each split so far, JSON, minor units
  deficit_minor integer not null check (deficit_minor >= 0),
  deficit_value_minor integer not null check (deficit_value_minor >= 0), -- in the work's currency
  allotted_minor integer not null check (allotted_minor >= 0),   -- to tranches, ever
  carry text not null,            -- fraction of the conversion, "num/den"
  primary key (release, currency)
) strict, without rowid;

CREATE TABLE quotes (
  id text primary key,
  work text not null references works (id),
  release text not null references releases (id),
  payer text not null,            -- the organisation's name, as it was asked
  currency text not null,
  amount_minor integer not null check (amount_minor > 0),
  body text not null,             -- what was said of it: tax rate, note; JSON
  made_by text not null references agents (id),
  made_at text not null,
  valid_until text not null,
  seq integer not null
) strict;

CREATE TABLE record_tiles (
  level integer not null check (level >= 1),
  idx integer not null check (idx >= 0),
  hash blob not null check (length(hash) = 32),
  primary key (level, idx)
) strict, without rowid;

CREATE TABLE release_upstreams (
  release text not null references releases (id),
  upstream text not null references releases (id),
  share text not null,            -- a decimal of at most four places
  position integer not null,
  primary key (release, upstream),
  check (release <> upstream)
) strict, without rowid;

CREATE TABLE releases (
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

CREATE TABLE reversals (
  id text primary key,
  payment text not null unique references payments (id),
  reason text not null,
  body text not null,
  parts text not null,
  seq integer not null
) strict;

CREATE TABLE reviews (
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

CREATE TABLE sessions (
  hash text primary key check (length(hash) = 64),    -- of what the cookie says
  agent text not null references agents (id),
  way text not null check (way in ('link', 'passkey', 'device')),
  made_at text not null,
  seen_at text not null,
  expires_at text not null
, browser text, public_key text) strict, without rowid;

CREATE TABLE sweeps (
  id text primary key,
  body text not null,
  seq integer not null
) strict;

CREATE TABLE tranches (
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

CREATE TABLE transfers (
  id integer primary key,
  kind text not null,
  subject text not null,          -- the id of the thing that it books
  happened_on text not null,
  written_at text not null,
  seq integer not null
) strict;

CREATE TABLE works (
  id text primary key,
  title text not null,
  kind text not null,
  currency text not null,
  steward text not null references agents (id),
  seq integer not null
) strict;

CREATE INDEX agent_keys_by_agent on agent_keys (agent);

CREATE INDEX agents_by_name on agents (name_key);

CREATE INDEX claims_by_agent on claims (agent);

CREATE INDEX claims_by_release on claims (release, agent);

CREATE INDEX claims_by_tranche on claims (tranche, agent);

CREATE INDEX contributions_by_agent on contributions (agent, from_on);

CREATE UNIQUE INDEX contributions_by_import on contributions (work, import_key)
  where import_key is not null and superseded_by is null;

CREATE INDEX contributions_by_release on contributions (release, status);

CREATE INDEX invitations_by_agent on invitations (joined_by);

CREATE INDEX invitations_by_work on invitations (work);

CREATE INDEX passkeys_by_agent on passkeys (agent);

CREATE INDEX payments_by_release on payments (release);

CREATE INDEX payout_parts_by_agent on payout_parts (agent, currency);

CREATE INDEX quotes_by_work on quotes (work);

CREATE INDEX sessions_by_agent on sessions (agent);

CREATE INDEX transfers_by_subject on transfers (subject);
