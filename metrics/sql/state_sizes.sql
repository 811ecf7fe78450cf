-- Table sizes, the planner's estimate of rows, and the last ANALYZE.
select
  n.nspname || '.' || c.relname as name,
  pg_catalog.pg_total_relation_size(c.oid)::text || ' B, ' || c.reltuples::int8::text || ' rows, analyzed '
    || coalesce(greatest(s.last_analyze, s.last_autoanalyze)::text, 'never on this server') as value
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_stat_all_tables s on s.relid = c.oid
where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'pgrehearse')
order by 1
