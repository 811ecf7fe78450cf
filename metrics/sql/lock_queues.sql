-- Sessions that wait for a lock, by table of the connected database. A session that waits for the end of another transaction waits for a
-- row: it holds a lock of this row's tuple, whose table is counted.
select
  n.nspname || '.' || c.relname as subject,
  count(distinct waiting.pid)::float8 as lock_queue
from pg_catalog.pg_locks as waiting
left join pg_catalog.pg_locks as tuple
  on tuple.pid = waiting.pid and tuple.locktype = 'tuple' and tuple.granted
join pg_catalog.pg_class as c on c.oid = coalesce(waiting.relation, tuple.relation)
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not waiting.granted
  and coalesce(waiting.database, tuple.database) = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and c.relkind in ('r', 'p', 'm')
group by 1
