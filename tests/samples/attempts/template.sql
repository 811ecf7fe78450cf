-- The database that the attempts run in.
create table plain (id int primary key, who text);
insert into plain select n, 'row ' || n from generate_series(1, 10) n;
create table log (id serial primary key, who text not null);
create table documents (id int, body text, doc jsonb, words tsvector generated always as (to_tsvector('english'::regconfig, body)) stored);
insert into documents values (1, 'the quick fox', '{"a": [1, 2]}'), (2, 'a lazy dog', '{"a": []}');
create schema other;
create table other.only_here as select 1 as a;
create view plain_view as select id, who from plain;
create view view_of_view as select v.id, upper(v.who) as who from plain_view v where v.id > 1;
create materialized view kept as select count(*) as n from plain;
create table guarded (id int, tenant text);
insert into guarded values (1, 'one'), (2, 'two');
alter table guarded enable row level security;
create policy own on guarded using (tenant = current_setting('app.tenant', true)
  or tenant = (current_setting('request.jwt.claims', true)::json ->> 'tenant'));
create domain positive as int check (value > 0);
create type mood as enum ('sad', 'happy');
create table measured (at date, v int) partition by range (at);
create table measured_2026 partition of measured for values from ('2026-01-01') to ('2027-01-01');
create function doubled(int) returns int immutable language sql as 'select $1 * 2';
create function counted() returns bigint stable language sql as 'select count(*) from plain';
create function counted_atomic() returns bigint stable language sql begin atomic select count(*) from plain; end;
create function found(wanted int) returns text stable language plpgsql as $$
declare answer text;
begin
  select who into answer from plain where id = wanted;
  if answer is null then return 'none'; end if;
  return answer;
end $$;
create function listed() returns setof plain stable language plpgsql as $$ begin return query select * from plain; end $$;
create function owned(int) returns boolean stable security definer language sql as 'select exists (select from plain where id = $1)';
create function volatile_reader() returns bigint language sql as 'select count(*) from plain';
create function summed(int, int) returns int immutable language sql as 'select $1 + coalesce($2, 0)';
create aggregate own_sum (int) (sfunc = summed, stype = int, initcond = '0');
create operator <+> (leftarg = int, rightarg = int, function = summed);
grant usage on schema public, other to clerk;
grant select on all tables in schema public to clerk, tenant_role;
