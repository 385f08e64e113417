-- One imported author can be known by several addresses: `agents.identity` has the first of them,
-- here are the others, and those of an agent whom somebody said an author is.

create table author_identities (
  identity text primary key,
  agent text not null references agents (id),
  seq integer not null
) strict, without rowid;

-- What earlier imports took as one person.
insert or ignore into author_identities (identity, agent, seq)
  select author.value ->> 'identity', agents.id, acts.seq
  from acts, json_each(acts.act, '$.body.authors') author
    join agents on agents.id = author.value ->> 'id' and agents.unclaimed = 1
  where acts.type = 'contributions.imported'
    and author.value ->> 'identity' not in (select identity from agents where identity is not null)
    and author.value ->> 'identity' in
      (select line.value ->> 'author' from json_each(acts.act, '$.body.lines') line)
  order by acts.seq;
