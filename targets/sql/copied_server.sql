-- What decides how a running server can be copied. A role that may not read a value gets null.
select
  pg_catalog.current_setting('server_version_num')::integer / 10000 as version,
  coalesce((select r.rolsuper or r.rolreplication from pg_catalog.pg_roles as r where r.rolname = current_user), false) as may_replicate,
  coalesce((select r.rolname from pg_catalog.pg_roles as r where r.oid = 10), '') as superuser,
  pg_catalog.current_setting('wal_level') as wal_level,
  pg_catalog.current_setting('max_wal_senders')::integer - (select count(*) from pg_catalog.pg_stat_replication)::integer as free_senders,
  exists (select from pg_catalog.pg_tablespace as t where t.spcname not in ('pg_default', 'pg_global')) as has_tablespaces,
  coalesce((select s.setting from pg_catalog.pg_settings as s where s.name = 'shared_preload_libraries'), '') as libraries,
  pg_catalog.current_setting('max_prepared_transactions') as max_prepared_transactions,
  coalesce((
    select pg_catalog.split_part(s.name, '.', 1) from pg_catalog.pg_settings as s
    where s.name like any (array['rds.%', 'cloudsql.%', 'azure.%', 'alloydb.%']) limit 1
  ), '') as managed
