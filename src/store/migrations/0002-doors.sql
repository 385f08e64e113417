-- Who comes in, and by which door. The first tables are of this machine alone: they are not in the
-- record, and an export leaves them out. The others are books, as in the migration before.

create table links (
  hash text primary key check (length(hash) = 64),    -- of the code; the code itself is nowhere
  agent text not null references agents (id),
  expires_at text not null,
  used_at text
) strict, without rowid;

create table sessions (
  hash text primary key check (length(hash) = 64),    -- of what the cookie says
  agent text not null references agents (id),
  way text not null check (way in ('link', 'passkey', 'device')),
  made_at text not null,
  seen_at text not null,
  expires_at text not null
) strict, without rowid;
create index sessions_by_agent on sessions (agent);

create table passkeys (
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
create index passkeys_by_agent on passkeys (agent);

create table invitations (
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
  seq integer not null,
  check ((joined_by is null) = (joined_at is null))
) strict;
create index invitations_by_work on invitations (work);
create index invitations_by_agent on invitations (joined_by);

create table consents (
  work text not null references works (id),
  agent text not null references agents (id),
  shows text not null check (shows in ('name', 'alias', 'none')),
  alias text,
  given_at text not null,
  seq integer not null,
  primary key (work, agent),
  check ((shows = 'alias') = (alias is not null))
) strict, without rowid;

create table quotes (
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
create index quotes_by_work on quotes (work);
