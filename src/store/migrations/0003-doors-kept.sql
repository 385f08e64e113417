-- What one wants to know of one's own doors, and invitations that are taken back.

alter table sessions add column browser text;           -- as its owner knows it: "Firefox on Linux"

alter table invitations add column revoked_by text references agents (id);
alter table invitations add column revoked_at text;

-- Checks of everything: of this machine alone, as links, sessions and passkeys are.
create table checks (
  at text primary key,
  status text not null check (status in ('sound', 'damaged')),
  entries integer not null
) strict, without rowid;
