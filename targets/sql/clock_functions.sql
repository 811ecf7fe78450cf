-- Definitions read production's time: a replay sets pgrehearse.now (of the transaction) and pgrehearse.started (of the statement), in
-- seconds since 1970, before a statement that evaluates them. Without a setting it is the target's time. Every name is qualified, so
-- that no search_path changes it. Numbers, because they are read twice as fast as dates; they are exact to the microsecond.
-- In PL/pgSQL, because the planner would parse a function in SQL at each plan, to put its expression in the place of the call.
create table pgrehearse.replaced_clock_default (
  relation oid not null,
  attribute smallint not null,
  expression text not null,
  primary key (relation, attribute)
);
create table pgrehearse.replaced_clock_definition (
  kind text not null,
  object oid not null,
  definition text not null,
  replacement text not null,
  primary key (kind, object)
);
grant usage on schema pgrehearse to public;

create function pgrehearse.now() returns timestamptz language plpgsql stable parallel safe cost 1 as $$
begin
  return case when pg_catalog.current_setting('pgrehearse.now', true) operator(pg_catalog.<>) ''
    then pg_catalog.to_timestamp(pg_catalog.current_setting('pgrehearse.now', true)::pg_catalog.float8)
    else pg_catalog.now() end;
end $$;

create function pgrehearse.started() returns timestamptz language plpgsql stable parallel safe cost 1 as $$
begin
  return case when pg_catalog.current_setting('pgrehearse.started', true) operator(pg_catalog.<>) ''
    then pg_catalog.to_timestamp(pg_catalog.current_setting('pgrehearse.started', true)::pg_catalog.float8)
    else pg_catalog.statement_timestamp() end;
end $$;

-- It goes on while a statement is executed: a function may wait for a time.
create function pgrehearse.clock() returns timestamptz language plpgsql volatile parallel safe cost 1 as $$
begin
  return pg_catalog.timestamptz_pl_interval(
    pgrehearse.started(), pg_catalog.timestamptz_mi(pg_catalog.clock_timestamp(), pg_catalog.statement_timestamp()));
end $$;

-- The signatures of pg_catalog.age with one argument. That of a transaction id does not depend on the time.
create function pgrehearse.age(timestamptz) returns interval language sql stable parallel safe as $$
  select pg_catalog.age(pgrehearse.now()::pg_catalog.date::pg_catalog.timestamptz, $1)
$$;

create function pgrehearse.age(timestamp) returns interval language sql stable parallel safe as $$
  select pg_catalog.age(pgrehearse.now()::pg_catalog.date::pg_catalog.timestamp, $1)
$$;

create function pgrehearse.age(xid) returns int4 language sql stable parallel restricted as $$
  select pg_catalog.age($1)
$$;

grant execute on function pgrehearse.now(), pgrehearse.started(), pgrehearse.clock(), pgrehearse.age(timestamptz),
  pgrehearse.age(timestamp), pgrehearse.age(xid) to public;
