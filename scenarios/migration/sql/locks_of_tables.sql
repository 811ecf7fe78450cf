-- The locks of tables that another session holds. A table that its open transaction created is not visible here: no other session can wait
-- for it.
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, l.mode
from pg_catalog.pg_locks l
join pg_catalog.pg_class c on c.oid = l.relation
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where l.pid = $1
  and l.granted
  and l.locktype = 'relation'
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and c.relkind in ('r', 'p', 'm', 'f')
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname not like 'pg\_toast%'
