-- Defaults of columns read production's time: a replay sets pgrehearse.now (of the transaction) and pgrehearse.started (of the statement)
-- before a statement that evaluates them. Without a setting it is the target's time. Every name is qualified, so that no search_path
-- changes it.
create table pgrehearse.replaced_clock_default (
  relation oid not null,
  attribute smallint not null,
  expression text not null,
  primary key (relation, attribute)
);
grant usage on schema pgrehearse to public;

create function pgrehearse.now() returns timestamptz language sql stable as $$
  select coalesce(nullif(pg_catalog.current_setting('pgrehearse.now', true), '')::pg_catalog.timestamptz, pg_catalog.now())
$$;

create function pgrehearse.started() returns timestamptz language sql stable as $$
  select coalesce(
    nullif(pg_catalog.current_setting('pgrehearse.started', true), '')::pg_catalog.timestamptz, pg_catalog.statement_timestamp())
$$;
