-- The tables of a database: a partitioned table once, without its partitions; no foreign and no temporary table. "filenode" is
-- that of the snapshot: TRUNCATE and commands that rewrite a table give it another one. "rows_of_a_page" is
-- an estimate of the last ANALYZE (0 or less: unknown).
with recursive outside as (
  select oid from pg_catalog.pg_class where relkind = 'f'
  union
  select i.inhparent from pg_catalog.pg_inherits i join outside o on o.oid = i.inhrelid
)
select c.oid, n.nspname || '.' || c.relname as plain, pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
  c.relkind = 'p' as partitioned, c.relpersistence = 'u' as unlogged, coalesce(m.amname = 'heap', false) as heap,
  coalesce(case when c.relkind = 'p' then (
    select pg_catalog.sum(greatest(l.reltuples, 0)) / nullif(pg_catalog.sum(l.relpages) filter (where l.reltuples >= 0), 0)
    from pg_catalog.pg_partition_tree(c.oid) p join pg_catalog.pg_class l on l.oid = p.relid where p.isleaf
  ) else c.reltuples / nullif(c.relpages, 0) end, 0)::float8 as rows_of_a_page,
  case when c.relkind = 'p' then (
    select pg_catalog.string_agg(l.relfilenode::text, ',' order by l.oid)
    from pg_catalog.pg_partition_tree(c.oid) p join pg_catalog.pg_class l on l.oid = p.relid where p.isleaf
  ) else c.relfilenode::text end as filenode,
  case
    when not pg_catalog.has_schema_privilege(n.oid, 'usage') or not pg_catalog.has_table_privilege(c.oid, 'select') then 'permission'
    when pg_catalog.row_security_active(c.oid) then 'row security'
    when c.relkind = 'p' and c.oid in (select oid from outside) then 'foreign partition'
    else '' end as obstacle
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_am m on m.oid = c.relam
where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
  and n.nspname not in ('pg_catalog', 'information_schema', 'pgrehearse') and n.nspname not like 'pg\_toast%'
order by 3
