-- Whether pg_stat_statements can be read: checked first, so that the server logs no error where it cannot.
select
  pg_catalog.to_regclass('pg_stat_statements') is not null
  and exists (select from pg_catalog.pg_settings where name = 'pg_stat_statements.max') as there
