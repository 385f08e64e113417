-- The keys of an agent: one for each device, from the entry that brought it until the one that ended
-- it. `agents.public_key` is the first of them that lives, `agents.kept_by_node` whether the node
-- keeps one that lives.

create table agent_keys (
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
create index agent_keys_by_agent on agent_keys (agent);

-- Until now everybody had one key.
insert into agent_keys (public_key, agent, name, kept_by_node, seq)
  select public_key, id, null, kept_by_node, seq from agents where public_key is not null;

-- Whoever came in by a key is out once it is ended.
alter table sessions add column public_key text;
update sessions set public_key = (select public_key from agents where id = sessions.agent)
  where way = 'device';
