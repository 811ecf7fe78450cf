-- One schema for each of eight customers, each with the same tables and rows.
do $$
declare
  name text;
begin
  for i in 1..8 loop
    name := format('workspace_%s', i);
    execute format('create schema %I', name);
    execute format('create table %I.documents (id int primary key, title text not null, body text not null, visits bigint not null default 0)', name);
    execute format('create table %I.visits (id uuid primary key default gen_random_uuid(), document_id int not null references %I.documents, at timestamptz not null)', name, name);
    execute format('create table %I.usage (statements bigint not null)', name);
    execute format('insert into %I.usage values (0)', name);
    execute format('insert into %I.documents select d, ''Document '' || d, repeat(md5(d::text), 20) from generate_series(1, 1000) d', name);
    execute format('grant usage on schema %I to analyst', name);
    execute format('grant select on all tables in schema %I to analyst', name);
  end loop;
end $$;
